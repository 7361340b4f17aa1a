"""Writes the vault of this release, to be kept for ever: `python -m tests.vault.old_vaults.write`.

Run once when a release is made, before anything else changes: it leaves a closed vault, what its computer remembered,
one backup and `facts.json` in a folder named after the version. Every name and every word in it is invented.
"""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from tests.support.clock import FakeClock
from tests.vault.old_vaults.facts import facts_of
from vitalshift_desktop import __version__
from vitalshift_desktop.domain.agreeing import HowAgreed, Party, PartyKind
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic, WordsOf
from vitalshift_desktop.domain.boundary_events import Conduct, EventClass, EventDetails
from vitalshift_desktop.domain.client_measures import UseDetails
from vitalshift_desktop.domain.clients import Client, ClientDetails
from vitalshift_desktop.domain.commitments import CommitmentTerms
from vitalshift_desktop.domain.consents import ConsentDetails, ConsentKind
from vitalshift_desktop.domain.consultations import ConsultationDetails
from vitalshift_desktop.domain.contacts import ContactDetails, ContactKind, StartedBy
from vitalshift_desktop.domain.early_reviews import ReviewSheet
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.note_templates import DAP
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.reminders import ReminderDetails, Repeat, RepeatUnit
from vitalshift_desktop.domain.safety_plans import SafetyPlan
from vitalshift_desktop.domain.sessions import Attendance, Modality
from vitalshift_desktop.domain.tasks import TaskAnswer, TaskDetails
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.key_slots import KdfCost

PASSPHRASE = "pine ledger quiet orbit"
WORDS = "Wrote first, then walked to the corner shop; naïve, 16 °C, “half a step”. "


def write(place: Path) -> None:
    """Make the vault of this release with a practice in it."""
    clock = FakeClock(datetime(2026, 11, 2, 15, 0, tzinfo=UTC))
    unlocking = Unlocking(clock, DevicePaths(place / "device"), KdfCost.floor())
    created = unlocking.create(place / "Practice.vshift", PASSPHRASE, Practice(counselor_name="Ada Lindgren"))
    workspace = created.workspace
    for number, name in enumerate(("Maren T.", "Odalys P.", "Ilka Ö.")):
        _client(workspace, clock, name, 2 + number)
    workspace.vault.back_up(place)
    clock.advance(days=1)
    late = workspace.clients.add(ClientDetails(preferred_name="Came after the backup"))
    told: dict[str, Any] = {
        "passphrase": PASSPHRASE,
        "recovery_code": created.recovery_code.text,
        "backup_lacks": late.name,
    }
    told |= {"entries": workspace.audit.verify(), "facts": facts_of(workspace)}
    workspace.close()
    (place / "Practice.vshift" / "vault.lock").unlink()
    (place / "facts.json").write_text(json.dumps(told, indent=1, sort_keys=True), encoding="utf-8")


def _client(workspace: Workspace, clock: FakeClock, name: str, sessions: int) -> None:
    client = workspace.clients.add(ClientDetails(preferred_name=name, phone="555 0100", born=date(1990, 2, 28)))
    workspace.goals.add(client.id, GoalDetails("Go to the shop alone", short="Shop", target=8))
    clauses = (
        DraftClause(Topic.CANCELLATION, "A day's notice, else half the fee."),
        DraftClause(Topic.CONTACT, "No messages after eight.", negotiated=True, words_of=WordsOf.CLIENT),
    )
    workspace.agreements.agree(client.id, clauses, date(2026, 11, 1), date(2027, 2, 1), AgreedHow.ON_PAPER)
    repeat = Repeat(2, RepeatUnit.WEEKS)
    workspace.reminders.add(ReminderDetails("Ask about sleep", date(2026, 11, 9), client_id=client.id, repeat=repeat))
    for number in range(sessions):
        _session(workspace, clock, client, number)
    _around(workspace, clock, client)


def _around(workspace: Workspace, clock: FakeClock, client: Client) -> None:
    """What lies around the notes: a signed contact, a process note, a safety plan, a document, a risk word."""
    told = ContactDetails(clock.now(), clock.zone(), f"Rang about the shop. {WORDS}", kind=ContactKind.CALL)
    workspace.contacts.sign(workspace.contacts.add(client.id, told).id)
    workspace.process_notes.begin(client.id, f"I was quick to praise. {WORDS}")
    workspace.safety_plans.put_in_force(client.id, SafetyPlan(warning_signs="Not sleeping", own_steps="Ring Sigrun"))
    workspace.attachments.add(client.id, "Consent.txt", f"Agreed on paper by {client.name}. {WORDS}".encode())
    _measured(workspace, client)
    _agreed(workspace, client)
    workspace.files.set_risk_word(client.id, "Fragile", "After the accident", on=date(2026, 11, 1))


def _agreed(workspace: Workspace, client: Client) -> None:
    """A task, a drawn agreement, the rhythm and a break, a consent taken back, a release, a note on an agreement."""
    day = date(2026, 11, 1)
    goal = workspace.goals.of_client(client.id)[0].goal
    task = workspace.tasks.add(goal.id, TaskDetails(f"Walk past the shop. {WORDS}", due_on=date(2026, 11, 20)))
    workspace.tasks.answer(task.id, TaskAnswer.AGREED)
    drawn = Party(PartyKind.CLIENT, client.name, (((10, 40), (60, 20), (110, 45)),))
    gifts = DraftClause(Topic.GIFTS, f"Something small is welcome. {WORDS}")
    workspace.agreements.agree(client.id, (gifts,), day, None, HowAgreed(AgreedHow.DRAWN, (drawn,)))
    workspace.commitments.agree(client.id, CommitmentTerms(review_after=6, client_does=f"One walk. {WORDS}"), day)
    workspace.commitments.agree_break(client.id, date(2026, 12, 21), date(2027, 1, 3), "Winter holidays")
    consent = workspace.consents.record(client.id, ConsentDetails(ConsentKind.RECORDING, day, f"In sound. {WORDS}"))
    workspace.consents.withdraw(consent.id, date(2026, 11, 2), "Rather not.")
    release = ConsentDetails(ConsentKind.RELEASE, day, WORDS, scope="Dates", recipient="Dr. Ö. Falk", purpose="Leave")
    workspace.consents.record(client.id, release)
    clause = next(one for one in workspace.agreements.in_force_on(client.id, day) if one.topic is Topic.CONTACT)
    told = EventDetails(day, f"Answered at nine. {WORDS}", Conduct.COUNSELOR, StartedBy.CLIENT, thinking=WORDS)
    event = workspace.boundary_events.note(client.id, clause.clause_id, told)
    workspace.boundary_events.class_as(event.id, EventClass.CROSSING_NEUTRAL, "Talked over.")
    asked = ConsultationDetails(day, "Sigrun Holt", f"When is a late answer too much? {WORDS}")
    workspace.consultations.log(client.id, asked)


def _measured(workspace: Workspace, client: Client) -> None:
    """Forms beside the check-in: an answer to review, a blank, one corrected; a review sheet, a measure in use."""
    latest = workspace.sessions.of_client(client.id)[0].session
    phq = NewEntry(client.id, "phq9", Rater.CLIENT, (2, 2, 1, 3, 0, 1, 2, 0, 1), session_id=latest.id)
    form = workspace.measures.record(phq)
    workspace.answers.review(form.id, f"Talked it over. {WORDS}")
    day = latest.day - timedelta(days=3)
    blank = NewEntry(client.id, "core10", Rater.CLIENT, (3, 2, 2, 1, 1, 0, None, 2, 3, 1), given_on=day)
    wrong = workspace.measures.record(blank)
    workspace.measures.correct_measure(wrong.id, replace(blank, answers=(3, 2, 2, 1, 1, 0, 1, 2, 3, 1)))
    workspace.client_measures.choose(client.id, "gad7", UseDetails(every_sessions=4))
    workspace.early_reviews.keep(client.id, 3, ReviewSheet(helps=f"The walks. {WORDS}"))


def _session(workspace: Workspace, clock: FakeClock, client: Client, number: int) -> None:
    """A session of some weeks ago with its check-in and its note; every second note is signed, one is added to."""
    day = date(2026, 10, 26) - timedelta(days=7 * number)
    hour = time(8 + int(client.id), 0)
    planned = workspace.sessions.plan(client.id, day, hour, 50, Modality.IN_PERSON)
    workspace.sessions.set_attendance(planned.id, Attendance.ATTENDED)
    workspace.measures.record_checkin(planned.id, Rater.CLIENT, (7, 8, 6 + number, 9))
    goal = workspace.goals.of_client(client.id)[0].goal
    workspace.goals.rate(goal.id, 3 + number, session_id=planned.id)
    note = workspace.notes.start(planned.id, DAP)
    note = workspace.notes.touch_goals(note.id, frozenset({goal.id}))
    filled = tuple(Section(part.key, f"{part.key} {number}: {WORDS * 3}") for part in note.sections)
    workspace.notes.save_draft(note.id, filled, base_version=note.version)
    if number % 2 == 0:
        workspace.notes.sign(note.id)
    if number == 0:
        workspace.notes.add_addendum(note.id, "The shop was closed.", "She called later", day)


if __name__ == "__main__":
    folder = Path(__file__).parent / __version__
    folder.mkdir()
    write(folder)
    print(folder)
