"""Why it is time to look at all clauses together, in words."""

from collections.abc import Iterable

from vitalshift_desktop.domain.clause_reviews import ReviewCause
from vitalshift_desktop.words import _


def together_words(causes: Iterable[ReviewCause], session_no: int, age: int | None) -> str:
    """One sentence with every reason."""
    reasons = {
        ReviewCause.SESSIONS: _("session {n} has been held").format(n=session_no),
        ReviewCause.AGE: _("the client has turned {n}").format(n=age),
        ReviewCause.SERVICE_TYPE: _("the kind of service has changed"),
        ReviewCause.ONLINE: _("you meet online now, and no clause is about that"),
        ReviewCause.INTERPRETER: _("an interpreter is with you now, and no clause is about that"),
    }
    return _("Time to look at all of it together: {reasons}.").format(
        reasons=", ".join(reasons[cause] for cause in causes)
    )
