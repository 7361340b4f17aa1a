"""Writes one client of the sample practice through the shelves, with times that lie where they would have lain."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from vitalshift_desktop.domain.agreement_copies import AgreementCopy, CopyId
from vitalshift_desktop.domain.alliance import TalkedThrough
from vitalshift_desktop.domain.clients import Client, ClientId, ClientStatus, PhaseMark, StatusChange
from vitalshift_desktop.domain.episodes import DecidedBy, Ending, Episode, episode_on
from vitalshift_desktop.domain.goals import GoalId, GoalRating
from vitalshift_desktop.domain.measures.administration import (
    Administration,
    AdministrationId,
    AdministrationState,
    Rater,
)
from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.measures.scoring import check_answers
from vitalshift_desktop.domain.notes import Addendum, Note, NoteId
from vitalshift_desktop.domain.sessions import Session, SessionId, at_local
from vitalshift_desktop.services.agreements import by_client_alone, made_agreement
from vitalshift_desktop.services.clause_versions import brought_into_force
from vitalshift_desktop.services.clients import with_code
from vitalshift_desktop.services.instruments import checkin_form, instrument, kept_with
from vitalshift_desktop.services.measure_entry import checked_answers
from vitalshift_desktop.services.sample_agreed import write_agreed
from vitalshift_desktop.services.sample_beside import write_beside
from vitalshift_desktop.services.sample_clauses import write_clauses
from vitalshift_desktop.services.sample_episodes import SampleEpisode, write_episodes, write_safety_plans
from vitalshift_desktop.services.sample_facts import (
    SampleAgreement,
    SampleClient,
    SampleForm,
    SampleNote,
    SampleSession,
)
from vitalshift_desktop.services.sample_fees import write_fee
from vitalshift_desktop.services.sample_goals import write_goal
from vitalshift_desktop.services.sample_measures import write_pauses, write_uses
from vitalshift_desktop.services.sample_people import write_file
from vitalshift_desktop.services.sample_reminders import write_reminder
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_CHECKIN_AFTER = timedelta(minutes=2)
_TALK_AFTER = timedelta(minutes=4)
_NOTE_AFTER = timedelta(minutes=5)
_SIGNED_AFTER = timedelta(minutes=11)
_EVENING = time(18, 0)


@dataclass(frozen=True, slots=True)
class SampleDays:
    """Turns days counted from the day of writing into dates and instants."""

    today: date
    zone: str

    def on(self, day: int) -> date:
        """The civil day."""
        return self.today + timedelta(days=day)

    def maybe(self, day: int | None) -> date | None:
        """The civil day, where there is one."""
        return None if day is None else self.on(day)

    def at(self, day: int, clock: time) -> datetime:
        """The UTC instant of a wall-clock time."""
        return at_local(self.on(day), clock, self.zone)


def write_client(work: UnitOfWork, days: SampleDays, sample: SampleClient, signer: str) -> Client:
    """One client with the whole record."""
    since = days.on(sample.since)
    details = with_code(work, sample.details.checked(days.today))
    client = work.clients.add(Client(ClientId(0), details, sample.status, since))
    work.clients.add_status_change(StatusChange(client.id, sample.status, since, sample.status_reason))
    write_file(work, days, client, sample.file)
    for phase, day in sample.phases:
        work.clients.mark_phase(PhaseMark(client.id, phase, days.on(day)))
    goals = {goal.key: write_goal(work, client.id, goal, sample.since, days.on, days.at) for goal in sample.goals}
    for agreement in sorted(sample.agreements, key=lambda one: one.day):
        _write_agreement(work, days, client.id, agreement)
    episodes = _write_episodes(work, days, client.id, sample)
    sessions = {one.day: _write_session(work, days, episodes, one, goals, signer) for one in sample.sessions}
    write_clauses(work, client.id, sample.clauses, days.on, days.at)
    write_beside(work, sample.beside, days.on, sessions, goals)
    write_agreed(work, sample.agreed, days.on, days.at, episodes, sessions)
    write_safety_plans(work, client.id, days.on, days.at, sample.safety_plans)
    if sample.fee is not None:
        write_fee(work, client.id, sample.fee, sessions)
    for form in sample.forms:
        _write_form(work, days, client.id, form, sessions.get(form.day))
    write_uses(work, client.id, days.on, sample.uses)
    write_pauses(work, client.id, days.on, sample.pauses)
    for reminder in sample.reminders:
        write_reminder(work, reminder, client.id, days.on, days.at, days.zone, goals)
    return client


def _write_episodes(
    work: UnitOfWork, days: SampleDays, client_id: ClientId, sample: SampleClient
) -> tuple[Episode, ...]:
    """The episodes that the file names; without any the one of the work so far."""
    session_days = [session.day for session in sample.sessions]
    usual = SampleEpisode(min([sample.since, *session_days]), None, Ending.PLANNED, DecidedBy.BOTH, "")
    if sample.status is ClientStatus.CLOSED:
        usual = replace(usual, ended=max([sample.since, *session_days]))
    return write_episodes(work, client_id, days.on, sample.episodes or (usual,))


def _write_agreement(work: UnitOfWork, days: SampleDays, client_id: ClientId, sample: SampleAgreement) -> None:
    on, review = days.on(sample.day), days.maybe(sample.review)
    drafts = [clause.checked() for clause, _ in sample.clauses]
    versions = brought_into_force(work, client_id, drafts, on, review)
    for version, (_, own_review) in zip(versions, sample.clauses, strict=True):
        if own_review is not None:
            work.agreements.save_version(replace(version, review_on=days.on(own_review)))
    how = replace(by_client_alone(sample.how, work.clients.get(client_id)), words=sample.words)
    made = work.agreements.add(made_agreement(client_id, on, how, review, versions))
    if sample.copy_to:
        work.agreeing.add_copy(AgreementCopy(CopyId(0), made.id, on, sample.copy_to))


def _write_session(
    work: UnitOfWork,
    days: SampleDays,
    episodes: tuple[Episode, ...],
    sample: SampleSession,
    goals: Mapping[str, GoalId],
    signer: str,
) -> Session:
    episode = episode_on(episodes, days.on(sample.day))
    planned = Session(
        id=SessionId(0),
        client_id=episodes[0].client_id,
        starts=days.at(sample.day, sample.at),
        zone=days.zone,
        minutes=sample.minutes,
        modality=sample.modality,
        note_put_aside=sample.note_put_aside,
        episode_id=episode.id if episode is not None else None,
    )
    held = planned.marked(sample.attendance, sample.cancelled_by, late_notice=sample.late_notice)
    session = work.sessions.add(held)
    _write_checkins(work, session, sample)
    for rater, ratings in ((Rater.CLIENT, sample.goal_ratings), (Rater.COUNSELOR, sample.counselor_goal_ratings)):
        for key, rating in ratings:
            work.goals.rate(GoalRating(goals[key], rating, session.day, rater, session.id))
    if sample.talked_through is not None:
        talked = TalkedThrough(session.client_id, session.id, session.ends + _TALK_AFTER, sample.talked_through)
        work.talked_through.add(talked)
    if sample.note is not None:
        work.notes.add(_note(session, sample.note, goals, signer))
    return session


def _write_checkins(work: UnitOfWork, session: Session, sample: SampleSession) -> None:
    form, at = checkin_form(), session.ends + _CHECKIN_AFTER
    for rater, answers in ((Rater.COUNSELOR, sample.counselor_checkin), (Rater.CLIENT, sample.client_checkin)):
        if answers is not None:
            given = check_answers(form, answers) if answers else ()
            answered = _form(form, session.client_id, rater, given, session.day, at, session.id)
            work.measures.add(kept_with(work, answered, form))


def _note(session: Session, sample: SampleNote, goals: Mapping[str, GoalId], signer: str) -> Note:
    begun, done = session.ends + _NOTE_AFTER, session.ends + _SIGNED_AFTER
    note = Note(
        id=NoteId(0),
        session_id=session.id,
        client_id=session.client_id,
        template=sample.template,
        sections=sample.sections,
        created_at=begun,
        changed_at=done,
        version=2,
        goals_touched=frozenset(int(goals[key]) for key in sample.goals),
    )
    if sample.signed is None:
        return note
    note = note.signed(done + timedelta(days=sample.signed), signer)
    for kind, text, reason, days_after in sample.addenda:
        written = done + timedelta(days=days_after)
        note = note.added(Addendum(text, reason, written, session.day, signer, kind))
    return note


def _write_form(
    work: UnitOfWork, days: SampleDays, client_id: ClientId, sample: SampleForm, session: Session | None
) -> None:
    held = session if session is not None and session.was_held else None
    at = held.ends + _CHECKIN_AFTER if held is not None else days.at(sample.day, sample.at)
    form, on = instrument(sample.instrument), days.on(sample.day)
    session_id = held.id if held is not None else None
    given = _form(form, client_id, Rater.CLIENT, checked_answers(form, sample.answers), on, at, session_id)
    given = replace(given, how_given=sample.how_given)
    if sample.review_note:
        given = replace(given, reviewed_at=at + timedelta(minutes=10), review_note=sample.review_note)
    work.measures.add(kept_with(work, given, form))


def _form(
    form: Instrument,
    client_id: ClientId,
    rater: Rater,
    answers: tuple[int | None, ...],
    day: date,
    at: datetime,
    session_id: SessionId | None = None,
) -> Administration:
    return Administration(
        id=AdministrationId(0),
        client_id=client_id,
        instrument_id=form.id,
        instrument_version=form.version,
        rater=rater,
        answers=answers or (None,) * len(form.items),
        given_on=day,
        recorded_at=at,
        session_id=session_id,
        state=AdministrationState.ANSWERED if answers else AdministrationState.SKIPPED,
    )
