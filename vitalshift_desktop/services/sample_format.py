"""Reads the files of the sample practice."""

from collections.abc import Callable
from typing import TypeVar

from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause
from vitalshift_desktop.domain.clients import ClientDetails, ClientStatus, Phase, ServiceType
from vitalshift_desktop.domain.measures.administration import HowGiven
from vitalshift_desktop.domain.note_templates import DAP
from vitalshift_desktop.domain.notes import AdditionKind, Section
from vitalshift_desktop.domain.practice import Paper, Practice
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.services.sample_agreed import read_agreed
from vitalshift_desktop.services.sample_beside import read_beside
from vitalshift_desktop.services.sample_clauses import read_clauses, read_draft
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.services.sample_episodes import read_episodes, read_safety_plans
from vitalshift_desktop.services.sample_facts import (
    SampleAgreement,
    SampleClient,
    SampleForm,
    SampleNote,
    SamplePractice,
    SampleSession,
)
from vitalshift_desktop.services.sample_fees import read_fee
from vitalshift_desktop.services.sample_goals import read_goal
from vitalshift_desktop.services.sample_measures import read_pauses, read_uses
from vitalshift_desktop.services.sample_people import read_file
from vitalshift_desktop.services.sample_reminders import read_reminder
from vitalshift_desktop.services.shipped_templates import shipped_template

FORMAT = 1
Read = TypeVar("Read")


def read_practice(data: object, file: str) -> SamplePractice:
    """The practice from its file; raises SampleInvalid."""
    entry = _head(data, file)
    part = entry.one("practice")
    if part is None:
        raise entry.wrong("practice", "an object")
    practice = Practice(
        practice_name=part.text("practice_name"),
        counselor_name=part.text("counselor_name"),
        title=part.text("title"),
        registration_number=part.text("registration_number", ""),
        letterhead=part.text("letterhead", ""),
        jurisdiction=part.text("jurisdiction", "ca-on"),
        paper=part.word("paper", Paper, Paper.LETTER),
        session_minutes=part.whole("session_minutes", 50),
        low_checkin_under=part.maybe_number("low_checkin_under"),
        recovery_sheet_checked=True,
        is_sample=True,
    )
    part.finish()
    snippets = _all(entry, "snippets", _snippet)
    return _finished(entry, SamplePractice(practice, _all(entry, "reminders", read_reminder), snippets))


def read_client(data: object, file: str) -> SampleClient:
    """One client from their file; raises SampleInvalid."""
    entry = _head(data, file)
    goals = _all(entry, "goals", read_goal)
    sessions = _all(entry, "sessions", _session)
    known = {goal.key for goal in goals}
    for place, session in enumerate(sessions):
        _demand_known_goals(entry, place, session, known)
    client = SampleClient(
        details=_details(entry),
        file=read_file(entry),
        since=entry.whole("since"),
        status=entry.word("status", ClientStatus, ClientStatus.ACTIVE),
        status_reason=entry.text("status_reason", ""),
        phases=_all(entry, "phases", lambda one: (one.word("phase", Phase), one.whole("day"))),
        goals=goals,
        agreements=_all(entry, "agreements", _agreement),
        clauses=read_clauses(entry),
        sessions=tuple(sorted(sessions, key=lambda session: (session.day, session.at))),
        forms=_all(entry, "measures", _form),
        reminders=_all(entry, "reminders", read_reminder),
        fee=read_fee(entry),
        episodes=read_episodes(entry),
        safety_plans=read_safety_plans(entry),
        uses=read_uses(entry),
        pauses=read_pauses(entry),
        beside=read_beside(entry),
        agreed=read_agreed(entry),
    )
    return _finished(entry, client)


def _head(data: object, file: str) -> Entry:
    entry = Entry(data, file)
    if entry.whole("format") != FORMAT:
        raise entry.wrong("format", str(FORMAT))
    return entry


def _all(entry: Entry, key: str, read: Callable[[Entry], Read]) -> tuple[Read, ...]:
    return tuple(_finished(one, read(one)) for one in entry.each(key))


def _finished(entry: Entry, read: Read) -> Read:
    entry.finish()
    return read


def _snippet(entry: Entry) -> tuple[str, str]:
    return entry.text("trigger"), entry.text("text")


def _details(entry: Entry) -> ClientDetails:
    return ClientDetails(
        preferred_name=entry.text("preferred_name"),
        legal_name=entry.text("legal_name", ""),
        code=entry.text("code", ""),
        pronouns=entry.text("pronouns", ""),
        born=entry.maybe_date("born"),
        service_type=entry.word("service_type", ServiceType, ServiceType.COUNSELING),
        phone=entry.text("phone", ""),
        email=entry.text("email", ""),
        presenting=entry.text("presenting", ""),
    )


def _agreement(entry: Entry) -> SampleAgreement:
    return SampleAgreement(
        day=entry.whole("day"),
        how=entry.word("how", AgreedHow, AgreedHow.ON_PAPER),
        review=entry.maybe_whole("review"),
        clauses=_all(entry, "clauses", _clause),
        words=entry.text("words", ""),
        copy_to=entry.text("copy_to", ""),
    )


def _clause(entry: Entry) -> tuple[DraftClause, int | None]:
    draft = read_draft(entry)
    return draft, entry.maybe_whole("review")


def _session(entry: Entry) -> SampleSession:
    day = entry.whole("day")
    usual = Attendance.ATTENDED if day < 0 else Attendance.PLANNED
    client, counselor = _checkins(entry.one("checkin"))
    part = entry.one("note")
    return SampleSession(
        day=day,
        at=entry.clock("time"),
        minutes=entry.whole("minutes", 50),
        modality=entry.word("modality", Modality, Modality.IN_PERSON),
        attendance=entry.word("attendance", Attendance, usual),
        cancelled_by=entry.word("cancelled_by", CancelledBy) if entry.has("cancelled_by") else None,
        late_notice=entry.flag("late_notice"),
        note_put_aside=entry.flag("note_put_aside"),
        note=_finished(part, _note(part)) if part else None,
        client_checkin=client,
        counselor_checkin=counselor,
        goal_ratings=entry.ratings("goal_ratings"),
        counselor_goal_ratings=entry.ratings("counselor_goal_ratings"),
        talked_through=entry.text("talked_through") if entry.has("talked_through") else None,
    )


def _checkins(entry: Entry | None) -> tuple[tuple[int, ...] | None, tuple[int, ...] | None]:
    if entry is None:
        return None, None
    client = entry.wholes("client") if entry.has("client") else None
    counselor = _counselor_checkin(entry) if entry.has("counselor") else None
    entry.finish()
    for key, answers in (("client", client), ("counselor", counselor)):
        if answers and (len(answers) != 4 or not all(0 <= answer <= 10 for answer in answers)):
            raise entry.wrong(key, "four numbers from 0 to 10")
    return client, counselor


def _counselor_checkin(entry: Entry) -> tuple[int, ...]:
    return () if entry.is_text("counselor", "skipped") else entry.wholes("counselor")


def _note(entry: Entry) -> SampleNote:
    template = shipped_template(entry.text("template", DAP))
    if template is None:
        raise entry.wrong("template", "the key of a template")
    part = entry.one("sections")
    if part is None:
        raise entry.wrong("sections", "an object")
    sections = tuple(Section(one.key, part.text(one.key, ""), one.words) for one in template.headings)
    part.finish()
    return SampleNote(
        template=template.key,
        sections=sections,
        signed=None if entry.is_null("signed") else entry.whole("signed", 0),
        goals=entry.texts("goals"),
        addenda=_all(entry, "addenda", _addition),
    )


def _addition(entry: Entry) -> tuple[AdditionKind, str, str, int]:
    kind = entry.word("kind", AdditionKind, AdditionKind.ADDENDUM)
    return kind, entry.text("text"), entry.text("reason"), entry.whole("days_after")


def _form(entry: Entry) -> SampleForm:
    return SampleForm(
        instrument=entry.text("instrument"),
        day=entry.whole("day"),
        at=entry.clock("time", "17:30"),
        answers=entry.answers("answers"),
        how_given=entry.word("how_given", HowGiven, HowGiven.ALONE),
        review_note=entry.text("review_note", ""),
    )


def _demand_known_goals(entry: Entry, place: int, session: SampleSession, known: set[str]) -> None:
    rated = {key for key, _ in (*session.goal_ratings, *session.counselor_goal_ratings)}
    unknown = (rated | set(session.note.goals if session.note else ())) - known
    if unknown:
        raise entry.wrong(f"sessions[{place}]", f"the key of a goal, not {min(unknown)!r}")
    if session.note and session.attendance not in (Attendance.ATTENDED, Attendance.LATE):
        raise entry.wrong(f"sessions[{place}].note", "a note only for a session that was held")
