"""The rhythms that are offered for a reminder."""

from vitalshift_desktop.domain.reminders import Repeat, RepeatUnit
from vitalshift_desktop.vocabulary import repeat_words
from vitalshift_desktop.words import _

ONCE, OTHER, OWN, WITH_SESSION = "once", "other", "own", "with_session"
EVERY_SESSION = Repeat(1, RepeatUnit.SESSIONS)
WEEKLY = Repeat(1, RepeatUnit.WEEKS)
MONTHLY = Repeat(1, RepeatUnit.MONTHS)
WORKING_DAYS = Repeat(1, RepeatUnit.WEEKS, on=(0, 1, 2, 3, 4))
FURTHER = (
    Repeat(4, RepeatUnit.SESSIONS),
    Repeat(1, RepeatUnit.DAYS),
    WORKING_DAYS,
    Repeat(2, RepeatUnit.WEEKS),
    Repeat(4, RepeatUnit.WEEKS),
    Repeat(3, RepeatUnit.MONTHS),
    Repeat(6, RepeatUnit.MONTHS),
    Repeat(12, RepeatUnit.MONTHS),
)


def often_choices() -> list[tuple[object, str]]:
    """The commonest, and what leads to the others."""
    return [
        (ONCE, _("Once")),
        (EVERY_SESSION, _("Every session")),
        (WEEKLY, _("Every week")),
        (MONTHLY, _("Every month")),
        (OTHER, _("Other")),
    ]


def other_choices() -> list[tuple[object, str]]:
    """The others: with the next session, further rhythms, and a rule of one's own."""
    return [
        (WITH_SESSION, _("Once, with the next session")),
        *((repeat, repeat_words(repeat)) for repeat in FURTHER),
        (OWN, _("A rule of your own")),
    ]


def row_choices() -> list[tuple[object, str]]:
    """The rhythms that can be chosen in an opened row; None is once."""
    offered = (None, EVERY_SESSION, WEEKLY, MONTHLY, *FURTHER)
    return [(repeat, repeat_words(repeat)) for repeat in offered]
