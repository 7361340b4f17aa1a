from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from tests.vault.sample_records import DAY, NOON, a_checkin, a_draft, a_session, an_agreement
from vitalshift_desktop.domain.agreements import ClauseState, ClauseVersion, Topic
from vitalshift_desktop.domain.alliance import TalkedThrough
from vitalshift_desktop.domain.chart_entries import ChartEntry, ChartEntryId, EntryKind
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import Client, ClientDetails, ClientId, ClientStatus, StatusChange
from vitalshift_desktop.domain.dated_words import RiskWord, RiskWordId, ServiceTalk, ServiceTalkId
from vitalshift_desktop.domain.disclosures import Disclosure, Outlet
from vitalshift_desktop.domain.flags import Dismissal, FlagKind
from vitalshift_desktop.domain.goals import Goal, GoalDetails, GoalId
from vitalshift_desktop.domain.joint_files import Member, MemberId
from vitalshift_desktop.domain.mark_classes import ClassedId, ClassedMark, MarkClass
from vitalshift_desktop.domain.measures.administration import Administration
from vitalshift_desktop.domain.medicines import Medicine, MedicineDetails, MedicineId
from vitalshift_desktop.domain.notes import Addendum, Section
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedPerson, RelatedPersonId
from vitalshift_desktop.domain.reminders import Reminder, ReminderDetails, ReminderId
from vitalshift_desktop.domain.tasks import Task, TaskDetails, TaskId
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

MARKER = "zq7Marmalade"
Thing = TypeVar(
    "Thing",
    ClientDetails,
    ClientFile,
    PersonDetails,
    MedicineDetails,
    GoalDetails,
    Addendum,
    Administration,
    Practice,
    Disclosure,
)


def marked(thing: Thing) -> Thing:
    """The same thing with a marker of its own in every text field."""
    texts = {field.name: f"{MARKER} {field.name}" for field in fields(thing) if type(getattr(thing, field.name)) is str}
    return replace(thing, **texts)  # type: ignore[arg-type]  # only text fields are named


def write_everything(work: UnitOfWork) -> list[object]:
    """One record of each kind, every text field of it filled with a marker."""
    details = marked(ClientDetails())
    client = work.clients.add(Client(ClientId(0), details, ClientStatus.ACTIVE, DAY))
    status = StatusChange(client.id, ClientStatus.ACTIVE, DAY, f"{MARKER} reason")
    work.clients.add_status_change(status)
    file = marked(ClientFile())
    work.files.save(client.id, file)
    word = work.files.add_risk_word(RiskWord(RiskWordId(0), client.id, f"{MARKER} word", DAY, f"{MARKER} note"))
    service = client.details.service_type
    talk = work.files.add_talk(ServiceTalk(ServiceTalkId(0), client.id, service, service, DAY, f"{MARKER} talk"))
    person_details = PersonDetails("")
    person = work.related_people.add(RelatedPerson(RelatedPersonId(0), client.id, marked(person_details)))
    medicine_details = MedicineDetails("", DAY)
    medicine = work.medicines.add(Medicine(MedicineId(0), client.id, marked(medicine_details)))
    member = work.members.add(Member(MemberId(0), client.id, None, f"{MARKER} member"))
    goal_details = GoalDetails("")
    goal = work.goals.add(Goal(GoalId(0), client.id, marked(goal_details)), NOON)
    task = work.tasks.add(Task(TaskId(0), client.id, goal.id, TaskDetails(f"{MARKER} task")), NOON)
    session = a_session(work, client)
    draft = work.notes.add(
        replace(a_draft(session), sections=tuple(Section(f"{MARKER} {n}", f"{MARKER} {n}") for n in "ab"))
    )
    signed = draft.signed(NOON, f"{MARKER} signer")
    work.notes.save(signed, expected_version=1)
    addendum = Addendum("", "", NOON, DAY, "")
    work.notes.append(signed.added(marked(addendum)))
    form = a_checkin(session, 8)
    written_form = work.measures.add(marked(form))
    clause = work.agreements.add_clause(client.id, Topic.CONTACT)
    version = ClauseVersion(clause, client.id, Topic.CONTACT, 1, f"{MARKER} wording", ClauseState.IN_FORCE, DAY)
    work.agreements.add_version(version)
    agreement = an_agreement(work, version)
    entry = TalkedThrough(client.id, session.id, NOON, f"{MARKER} talked")
    work.talked_through.add(entry)
    classed = work.classed_marks.add(
        ClassedMark(ClassedId(0), client.id, session.id, MarkClass.UNCLEAR, f"{MARKER} classed", NOON)
    )
    on_chart = work.chart_entries.add(
        ChartEntry(ChartEntryId(0), client.id, DAY, EntryKind.NOTE, f"{MARKER} on the chart", NOON)
    )
    dismissal = Dismissal(FlagKind.MARKED_DROP, client.id, "6", f"{MARKER} reason", NOON + timedelta(days=1))
    work.dismissals.add(dismissal)
    reminder = work.reminders.add(Reminder(ReminderId(0), ReminderDetails(f"{MARKER} title", DAY), DAY))
    practice = marked(Practice())
    work.practice.save(practice)
    disclosure = Disclosure("", "", client.id, "", Outlet.PDF, NOON, 1, "")
    work.disclosures.add(marked(disclosure))
    people = [task, file, word, talk, person, medicine, member, classed, on_chart]
    return [*people, client, status, goal, signed, written_form, agreement, entry, dismissal, reminder, practice]


def files_under(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def readable(path: Path) -> bool:
    content = path.read_bytes()
    return any(MARKER.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be"))


def test_a_marker_in_every_field_is_in_no_file(open_vault: Vault, tmp_path: Path, home: Path) -> None:
    with open_vault.write() as work:
        written = write_everything(work)
    assert all(MARKER in repr(thing) for thing in written)
    assert all(is_dataclass(thing) for thing in written)
    folders = (tmp_path, home, open_vault.folder)
    scanned = [path for folder in folders for path in files_under(folder)]
    assert any(path.stat().st_size > 4096 for path in scanned)
    assert not [path for path in scanned if readable(path)]
    open_vault.close()
    assert not [path for folder in folders for path in files_under(folder) if readable(path)]
