"""The check-in of one session as it is entered: the counselor's row and the client's."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from vitalshift_desktop.domain.measures.administration import (
    Administration,
    AdministrationId,
    AdministrationState,
    Rater,
)
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
    """One rater's four answers, 0 to 10, None where nothing is; `score` (one decimal) only when all are there.

    `form_id` is the form that was recorded, None while none was; what is being typed is compared without it.
    """

    answers: Answers = (None,) * CHECKIN_ITEMS
    state: RowState = RowState.EMPTY
    score: float | None = None
    form_id: AdministrationId | None = field(default=None, compare=False)

    @classmethod
    def of_answers(cls, answers: Answers) -> "Row":
        """The row with these answers, all, some or none of them given."""
        given = sum(answer is not None for answer in answers)
        state = RowState.EMPTY if not given else RowState.DONE if given == CHECKIN_ITEMS else RowState.PARTIAL
        return cls(answers, state, checkin_score(answers))


@dataclass(frozen=True, slots=True)
class CheckinEntry:
    """The rows of a session; those of client and guardian are open once the counselor's own is given or skipped.

    `is_sealed` says that the client answered on this computer already: the row stays empty until the counselor's own
    is there, so that neither colors the other.
    """

    session_id: SessionId
    client_name: str
    you: Row
    client: Row
    client_open: bool
    guardian: Row = Row()
    is_sealed: bool = False


def checkin_entry(
    session_id: SessionId,
    client_name: str,
    given: Iterable[Administration],
    *,
    guardian_id: RelatedPersonId | None = None,
    handed_over: bool = False,
) -> CheckinEntry:
    """The entry of a session from the forms that were recorded for it.

    `guardian_id` says whose row the guardian's is, None anybody's; `handed_over` that what was handed over is shut yet.
    """
    forms = tuple(given)
    you, client = (_row(found_checkin(forms, rater)) for rater in (Rater.COUNSELOR, Rater.CLIENT))
    has_yours = you.state in (RowState.DONE, RowState.SKIPPED)
    is_shut = handed_over and not has_yours
    guardian = Row() if is_shut else _row(found_checkin(forms, Rater.GUARDIAN, guardian_id))
    is_sealed = is_shut and client.form_id is not None
    is_open = has_yours or (client.form_id is not None and not handed_over)
    return CheckinEntry(session_id, client_name, you, Row() if is_sealed else client, is_open, guardian, is_sealed)


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
        return Row(state=RowState.SKIPPED, form_id=given.id)
    return replace(Row.of_answers(given.answers), form_id=given.id)
