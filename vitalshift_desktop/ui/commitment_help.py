"""Help: how agreed and actual are set beside each other, and when a silence is spoken of."""

from vitalshift_desktop.domain.silence import DAYS_OF_GRACE, SHORTEST_WAIT
from vitalshift_desktop.words import _


def commitment_help() -> tuple[str, ...]:
    """The paragraphs of the page."""
    return (
        _(
            "What is agreed on rhythm and length stands as dated versions. A session belongs to the version that "
            "counted on its day, and a moved one also to the day it had before."
        ),
        _(
            "Days on which the practice was closed, in an agreed break, or while the client’s status was paused are "
            "taken out. Of the others, as many whole sessions are named as the rhythm makes of them."
        ),
        _(
            "Both sides are listed with their days. There is no share and no score: a list says what happened, not "
            "why, and not how anybody should be seen."
        ),
        _(
            "“Started late” and another length are known only where you noted them: menu of a session, Start and "
            "length. Who asked to move a session is asked when it is moved."
        ),
        _(
            "A silence is spoken of once twice the agreed time between two sessions and {n} days more have passed "
            "since the last sign, with no date ahead (VitalShift rule). A sign is a session, a contact from the "
            "client, a reply you noted, or the day on which something was agreed; a session without attendance marked "
            "counts too."
        ).format(n=DAYS_OF_GRACE),
        _(
            "It is never said in closed times, in an agreed break, while the work is paused, once it has ended, or "
            "without an agreed rhythm. After you reached out it waits for the agreed time between sessions, at least "
            "{n} days."
        ).format(n=SHORTEST_WAIT),
        _("VitalShift sends nothing and watches nobody: it counts days in your records while they are open."),
    )
