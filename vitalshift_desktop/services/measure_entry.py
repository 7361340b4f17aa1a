"""Writes one answered form inside a unit of work: what is checked, and what it leaves in the audit trail."""

from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.answers import carried_review
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import (
    Administration,
    AdministrationId,
    AdministrationState,
    HowGiven,
    Rater,
)
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.measures.scoring import checked_blanks, checked_flags
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    AnswersIncomplete,
    DateIsImpossible,
    NoteAlreadySigned,
    NotFound,
    NothingAnswered,
)
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.instruments import definition_of, instrument_of, kept_with
from vitalshift_desktop.services.session_planning import refuse_signed
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

NOT_YET = AdministrationId(0)


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A form as it was answered; `given_on` None is the session's day, or today. None marks a blank.

    `flags` are the names of what was ticked beside the answers; `person_id` says which guardian answered;
    `with_gaps` allows blanks in the check-in too, where a client answered alone.
    """

    client_id: ClientId
    instrument_id: str
    rater: Rater
    answers: tuple[int | None, ...]
    session_id: SessionId | None = None
    given_on: date | None = None
    how_given: HowGiven = HowGiven.ALONE
    flags: tuple[str, ...] = ()
    person_id: RelatedPersonId | None = None
    with_gaps: bool = False


def record_in(work: UnitOfWork, clock: Clock, entry: NewEntry) -> Administration:
    """Write a form with its audit entry; who calls it publishes the change.

    What was noted as not given in this session is taken back, unless its note is signed. Raises as `checked_answers`
    does, NotFound (instrument, client, session or guardian), DateIsImpossible (in the future, or before the client's
    birth), or AlreadyRecorded when this rater's form of this session is there already.
    """
    saved = work.measures.add(_administration(work, clock, entry, instrument_of(work, entry.instrument_id)))
    act = AuditAct.CHECK_IN_RECORDED if entry.instrument_id == CHECKIN else AuditAct.MEASURE_RECORDED
    work.audit.append(act, audited(saved), rater=entry.rater.value)
    _take_back_not_given(work, saved)
    return saved


def correct_in(work: UnitOfWork, clock: Clock, old_id: AdministrationId, entry: NewEntry) -> Administration:
    """Write a form in place of one that was entered wrongly, which is kept as corrected.

    Instrument, key, client, session and rater stay as they were, and a review where the critical answer is the
    same. Raises as `record_in` does, AlreadyRecorded for one that was corrected or skipped,
    and NoteAlreadySigned for a check-in whose note is signed.
    """
    old = work.measures.get(old_id)
    if old.state is not AdministrationState.ANSWERED:
        raise AlreadyRecorded
    if old.instrument_id == CHECKIN and old.session_id is not None:
        refuse_signed(work, old.session_id)
    kept = replace(entry, client_id=old.client_id, instrument_id=old.instrument_id, rater=old.rater)
    form = definition_of(work, old)
    new = _administration(work, clock, replace(kept, session_id=old.session_id), form)
    saved = work.measures.correct(old_id, carried_review(form, old, new))
    act = AuditAct.CHECK_IN_CORRECTED if old.instrument_id == CHECKIN else AuditAct.MEASURE_CORRECTED
    work.audit.append(act, audited(saved), rater=old.rater.value)
    return saved


def checked_answers(
    form: Instrument, answers: tuple[int | None, ...], *, with_gaps: bool = False
) -> tuple[int | None, ...]:
    """The answers, blanks kept.

    Raises AnswerCountWrong, AnswerOutOfRange, AnswersIncomplete (a blank in the check-in), or NothingAnswered.
    """
    given = checked_blanks(form, answers)
    if form.id == CHECKIN and None in given and not with_gaps:
        raise AnswersIncomplete
    if all(answer is None for answer in given):
        raise NothingAnswered
    return given


def checked_day(work: UnitOfWork, clock: Clock, entry: NewEntry) -> date:
    """The day a form was given: the one that was said, the session's, or today; raises DateIsImpossible, NotFound."""
    now = today(clock)
    session = work.sessions.get(entry.session_id) if entry.session_id is not None else None
    if session is not None and session.client_id != entry.client_id:
        raise NotFound
    day = entry.given_on or (session.day if session is not None else now)
    born = work.clients.get(entry.client_id).details.born
    is_said = entry.given_on is not None or session is None
    if (is_said and day > now) or (born is not None and day < born):
        raise DateIsImpossible
    return day


def audited(form: Administration) -> str:
    """The object of a form's audit entry: a check-in belongs to its session."""
    is_checkin = form.instrument_id == CHECKIN and form.session_id is not None
    return f"session:{form.session_id}" if is_checkin else f"administration:{form.id}"


def _administration(work: UnitOfWork, clock: Clock, entry: NewEntry, form: Instrument) -> Administration:
    if form.id == CHECKIN and entry.session_id is None:
        raise NotFound
    given = Administration(
        id=NOT_YET,
        client_id=entry.client_id,
        instrument_id=form.id,
        instrument_version=form.version,
        rater=entry.rater,
        answers=checked_answers(form, entry.answers, with_gaps=entry.with_gaps),
        given_on=checked_day(work, clock, entry),
        recorded_at=clock.now(),
        session_id=entry.session_id,
        how_given=entry.how_given,
        person_id=_person(work, entry),
        flags=checked_flags(form, entry.flags),
    )
    return kept_with(work, given, form)


def _person(work: UnitOfWork, entry: NewEntry) -> RelatedPersonId | None:
    if entry.person_id is None or entry.rater is not Rater.GUARDIAN:
        return None
    if work.related_people.get(entry.person_id).client_id != entry.client_id:
        raise NotFound
    return entry.person_id


def _take_back_not_given(work: UnitOfWork, form: Administration) -> None:
    if form.session_id is None or form.rater is Rater.COUNSELOR:
        return
    noted = {one.instrument_id for one in work.measures_not_given.of_session(form.session_id)}
    if form.instrument_id not in noted:
        return
    try:
        refuse_signed(work, form.session_id)
    except NoteAlreadySigned:
        return
    work.measures_not_given.remove(form.session_id, form.instrument_id)
    work.audit.append(AuditAct.MEASURE_NOT_GIVEN_REMOVED, f"session:{form.session_id}")
