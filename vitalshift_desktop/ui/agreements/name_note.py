"""What to say where a wording has the name of a client who asked for another name to be used."""

from collections.abc import Sequence

from vitalshift_desktop.domain.agreements import ClauseVersion, DraftClause
from vitalshift_desktop.domain.cover_names import has_name
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


def draft_note(names: Sequence[str], clauses: Sequence[DraftClause]) -> str:
    """The sentence before these are printed; "" where none of these names stands in a wording."""
    topics = _topics(names, clauses)
    return topics and _(
        "This client asked for another name to be used, and their own stands in the wording of {topics}. "
        "Change the wording before you print it."
    ).format(topics=topics)


def agreed_note(names: Sequence[str], clauses: Sequence[ClauseVersion]) -> str:
    """The sentence before a copy is printed, whose wording cannot be changed any more."""
    topics = _topics(names, clauses)
    return topics and _(
        "This client asked for another name to be used, and their own stands in the wording of {topics}. "
        "Give a copy to them in person, or agree on another wording first."
    ).format(topics=topics)


def _topics(names: Sequence[str], clauses: Sequence[DraftClause | ClauseVersion]) -> str:
    return ", ".join(label(one.topic) for one in clauses if has_name(names, one.wording))
