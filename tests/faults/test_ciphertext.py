"""What a person wrote stands in no file in plain, whichever field it was written in, locked or open."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Enum, String, text

from tests.faults.marked_agreements import write_about_agreements, write_agreement
from tests.faults.marked_files import MARKER, marked, write_file
from tests.faults.marked_subjects import write_apart, write_calendar, write_consents
from tests.services.answered import phq9
from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault, master_vault, ready_vault  # noqa: F401 -- fixtures
from vitalshift_desktop.domain.agreements import DraftClause, Topic
from vitalshift_desktop.domain.chart_entries import EntryKind
from vitalshift_desktop.domain.client_measures import Moment, UseDetails
from vitalshift_desktop.domain.clients import ClientDetails, ClientStatus, Phase
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.early_reviews import ReviewSheet
from vitalshift_desktop.domain.episodes import DecidedBy, Ending
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.custom import CustomMeasure, OwnFigure
from vitalshift_desktop.domain.measures.instrument import Direction
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.measures.own_instruments import LicenceDetails
from vitalshift_desktop.domain.note_templates import Heading, NoteTemplate
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.practice_terms import PracticeTerms
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.domain.safety_plans import SafetyPlan
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.domain.spelling import SpellingChoice
from vitalshift_desktop.domain.tasks import TaskDetails
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.handovers import HandoverWish
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.check.outside_look import seen_from_outside
from vitalshift_desktop.vault.tables.columns import Base, UtcTime

# The columns of text that the app alone fills; the audit trail among them, which never holds what people write.
NOT_WRITTEN_BY_PEOPLE = {
    "administration.instrument_id",
    "administration.instrument_version",
    "agreement.fingerprint",
    "agreement.serial",
    "agreement_copy.serial",
    "agreement_party.drawing",
    "attachment.sha256",
    "audit.detail",
    "audit.mac",
    "audit.obj",
    "audit.prev",
    "audit.what",
    "backup_made.counts",
    "backup_made.folder",
    "backup_made.name",
    "backup_made.shrunk",
    "backup_made.slots",
    "backup_place.folder",
    "boundary_event.zone",
    "client_measure.instrument_id",
    "contact_note.fingerprint",
    "contact_rule.kinds",
    "contact_rule.weekdays",
    "contact_note.zone",
    "disclosure.audience",
    "disclosure.digest",
    "disclosure.serial",
    "disclosure.what",
    "dismissed_flag.key",
    "draft.place",
    "fee_agreement.currency",
    "fee_setting.currency",
    "measure_not_given.instrument_id",
    "handover.tag",
    "handover_state.digest",
    "instrument_definition.fingerprint",
    "instrument_definition.instrument_id",
    "instrument_definition.version",
    "instrument_licence.instrument_id",
    "instrument_switch.instrument_id",
    "meta.key",
    "meta.value",
    "note.fingerprint",
    "note.template",
    "note_setting.late_hours",
    "note_setting.usual_template",
    "own_instrument.instrument_id",
    "practice_term.key",
    "reminder.repeat_on",
    "reminder.zone",
    "session.zone",
    "session_move.had_zone",
    "signing_page.serial",
    "signing_page_clause.serial",
    "spelling.language",
    "standing_appointment.zone",
    "session_charge.currency",
}


@pytest.fixture
def world(ready_vault: ReadyVault, clock: FakeClock) -> Iterator[World]:  # noqa: F811 -- the fixture above
    workspace = Workspace(ready_vault.open(now=clock.now), clock, Events())
    yield World(workspace, clock)
    workspace.close()


def write_everywhere(world: World) -> None:
    w = world.workspace
    practice = marked(Practice)
    assert isinstance(practice, Practice)
    w.practice.change(practice)
    details = marked(ClientDetails)
    assert isinstance(details, ClientDetails)
    client = w.clients.add(replace(details, code=f"Q-{MARKER}"))
    w.clients.set_status(client.id, ClientStatus.ACTIVE, f"Because {MARKER}")
    write_file(world, client)
    session = world.held(client, -7)
    write_calendar(world, client, session)
    late = HandoverWish(("phq9",), Moment.END, f"{MARKER} late")
    w.handovers.arm(session.id, late)
    w.handovers.take_in()
    heading = Heading("", f"{MARKER} heading", f"{MARKER} hint")
    own = w.note_templates.add(NoteTemplate("", f"{MARKER} name", (heading,)))
    note = w.notes.start(session.id, own.key)
    sections = tuple(Section(section.key, f"{MARKER} {section.key}") for section in note.sections)
    signed = w.notes.sign(w.notes.save_draft(note.id, sections, base_version=note.version).id)
    w.notes.add_addendum(signed.id, f"{MARKER} text", f"{MARKER} reason", world.today)
    w.attachments.add(client.id, f"{MARKER}.txt", f"{MARKER} in a scan\n".encode())
    w.fees.agree(client.id, 12000, world.today, f"Sliding {MARKER}")
    write_apart(world, client, session)
    write_consents(world, client)
    goal = marked(GoalDetails)
    assert isinstance(goal, GoalDetails)
    added = w.goals.add(client.id, goal)
    w.goals.change(added.id, replace(goal, target=7), reason=f"{MARKER} further")
    w.tasks.add(added.id, TaskDetails(f"{MARKER} task"))
    clause = DraftClause(Topic.CONTACT, f"Messages {MARKER}", reason=f"Because {MARKER}")
    agreed = write_agreement(world, client, clause, MARKER)
    write_about_agreements(world.workspace, agreed.clauses[0], MARKER, world.today)
    reminder = marked(ReminderDetails, due_on=world.today, client_id=client.id)
    assert isinstance(reminder, ReminderDetails)
    w.reminders.add(reminder)
    w.alliance.talk_through(client.id, session.id, f"{MARKER} note")
    form = phq9(world, client, 1)
    w.answers.review(form.id, f"{MARKER} reviewed")
    w.measures.not_given(session.id, "phq9", NotGivenReason.OTHER, f"{MARKER} not given")
    other = world.client(f"{MARKER} rated")
    *_before, drop = world.rated(other, [8, 8, 8, 8, 8, 8, 2], last=-14)
    w.chart_entries.add(other.id, world.today, EntryKind.NOTE, f"{MARKER} on the chart")
    flag = next(flag for flag in w.home.today().flags if flag.client_id == other.id)
    w.home.dismiss_flag(flag, f"{MARKER} settled")
    w.alliance.class_mark(other.id, drop.id, MarkClass.UNCLEAR, f"{MARKER} classed")
    w.spelling.choose(SpellingChoice(language="en_US"))
    w.spelling.add_word(MARKER)
    w.snippets.add(f"a-{MARKER}", f"{MARKER} snippet")
    plan = marked(SafetyPlan)
    assert isinstance(plan, SafetyPlan)
    w.safety_plans.put_in_force(client.id, plan)
    w.safety_plans.keep_draft(client.id, plan)
    sheet = marked(ReviewSheet)
    assert isinstance(sheet, ReviewSheet)
    w.early_reviews.keep(client.id, 3, sheet)
    w.terms.change(PracticeTerms({Phase.WORKING: f"{MARKER} phase"}, f"{MARKER} numbers"))
    w.sessions.amend_attendance(session.id, Attendance.LATE, reason=f"{MARKER} corrected")
    figure = OwnFigure(3, f"{MARKER} figure")
    w.instruments.add_custom(
        CustomMeasure(f"{MARKER} own", (f"{MARKER} item",), 0, 5, Direction.LOWER, f"{MARKER} source", cutoff=figure)
    )
    w.instruments.note_licence("wsas", LicenceDetails(f"{MARKER} granted", f"{MARKER} number"))
    w.instruments.switch("spin", on=False)
    w.client_measures.choose(client.id, "phq9", UseDetails(4, Moment.END, f"{MARKER} at the end"))
    w.client_measures.pause(client.id, f"{MARKER} paused")
    w.episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, world.today, f"{MARKER} ended")
    w.drafts.keep([HalfFilled("client_form:1", {"presenting": f"{MARKER} half"}, {"presenting": f"{MARKER} base"})])


def columns_without_the_marker(world: World) -> set[str]:
    found = set()
    with world.workspace.vault.read() as work:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, String) and not isinstance(column.type, Enum | UtcTime):
                    query = text(f"SELECT count(*) FROM {table.name} WHERE {column.name} LIKE '%{MARKER}%'")
                    if not work.meta._session.execute(query).scalar():
                        found.add(f"{table.name}.{column.name}")
    return found


def test_no_file_holds_what_was_written_into_any_field(ready_vault: ReadyVault, world: World, tmp_path: Path) -> None:  # noqa: F811
    """E1: a marker in every field that takes text, half-filled forms too; none in any file once locked."""
    write_everywhere(world)
    assert columns_without_the_marker(world) == NOT_WRITTEN_BY_PEOPLE
    world.workspace.search.find(MARKER)
    world.workspace.backups.back_up(tmp_path / "drive", lambda _part: None, lambda: False)
    world.workspace.close()
    paths = [path for path in tmp_path.rglob("*") if path.is_file()]
    seen = seen_from_outside(paths, [MARKER], lambda _part: None, lambda: False)
    assert (seen.findings, seen.control) == ((), seen.planted)
    assert {"vault.db", "vault.hdr", "vault.seal"} <= {path.name for path in paths}
    assert (ready_vault.folder / "vault.db").read_bytes()[:16] != b"SQLite format 3\x00"


def test_temporary_data_stays_in_memory_on_every_connection_of_every_thread(world: World) -> None:
    """E3: `temp_store` is 2 on the reading and the writing connection, in this thread and in a worker."""

    def stores() -> list[object]:
        vault = world.workspace.vault
        with vault.read() as one, vault.write() as other:
            return [work.meta._session.execute(text("PRAGMA temp_store")).scalar() for work in (one, other)]

    with ThreadPoolExecutor(max_workers=1) as worker:
        assert stores() + worker.submit(stores).result() == [2, 2, 2, 2]
