"""The check-in of one session as it is entered: the counselor's row and the client's."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.scoring import CHECKIN_ITEMS, checkin_score
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId

Answers = tuple[int | None, ...]


class RowState(StrEnum):
    """How far a row of the check-in has come."""

    EMPTY = "empty"
    PARTIAL = "partial"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Row:
    """One rater's four answers, 0 to 10, None where nothing is; `score` (one decimal) only when all are there."""

    answers: Answers = (None,) * CHECKIN_ITEMS
    state: RowState = RowState.EMPTY
    score: float | None = None

    @classmethod
    def of_answers(cls, answers: Answers) -> "Row":
        """The row with these answers, all, some or none of them given."""
        given = sum(answer is not None for answer in answers)
        state = RowState.EMPTY if not given else RowState.DONE if given == CHECKIN_ITEMS else RowState.PARTIAL
        return cls(answers, state, checkin_score(answers))


@dataclass(frozen=True, slots=True)
class CheckinEntry:
    """Both rows of a session; the client's is open once the counselor's own is given or skipped."""

    session_id: SessionId
    client_name: str
    you: Row
    client: Row
    client_open: bool


def checkin_entry(session_id: SessionId, client_name: str, given: Iterable[Administration]) -> CheckinEntry:
    """The entry of a session from the forms that were recorded for it."""
    own = {one.rater: one for one in given if one.instrument_id == CHECKIN}
    you, client = _row(own.get(Rater.COUNSELOR)), _row(own.get(Rater.CLIENT))
    has_yours = you.state in (RowState.DONE, RowState.SKIPPED)
    return CheckinEntry(session_id, client_name, you, client, has_yours or client.state is RowState.DONE)


def found_checkin(
    given: Iterable[Administration], rater: Rater, person_id: RelatedPersonId | None = None
) -> Administration | None:
    """The current check-in of one rater among a session's forms; of any guardian while none is named."""
    return next(
        (
            one
            for one in given
            if one.instrument_id == CHECKIN and one.rater is rater and person_id in (None, one.person_id)
        ),
        None,
    )


def _row(given: Administration | None) -> Row:
    if given is None:
        return Row()
    if given.state is AdministrationState.SKIPPED:
        return Row(state=RowState.SKIPPED)
    return Row.of_answers(given.answers)
