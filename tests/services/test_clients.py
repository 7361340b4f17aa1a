from datetime import date, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.clients import ClientDetails, ClientStatus, Phase, ServiceType
from vitalshift_desktop.domain.contacts import ContactDetails
from vitalshift_desktop.domain.episodes import Confirm, DecidedBy, Ending
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.phases import DotKind
from vitalshift_desktop.domain.problems import CodeIsTaken, DateIsImpossible, NameIsMissing, NotFound
from vitalshift_desktop.domain.safety_plans import SafetyPlan
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy
from vitalshift_desktop.services.timeline_entries import TimelineGroup, TimelineKind, TimelineMark


def test_a_client_without_a_code_gets_the_next_free_one(world: World) -> None:
    clients = world.workspace.clients
    clients.add(ClientDetails(preferred_name="Wren A.", code="0146"))
    assert world.client().code == "0147"


def test_an_empty_form_is_refused_and_nothing_is_written(world: World) -> None:
    with pytest.raises(NameIsMissing):
        world.workspace.clients.change(world.client().id, ClientDetails(code="", preferred_name=" "))
    assert world.workspace.clients.lines()[0].client.name == "Maren T."


def test_a_client_known_by_the_code_alone_needs_no_name(world: World) -> None:
    assert world.workspace.clients.add(ClientDetails(code="K-7")).name == "K-7"


def test_two_clients_never_share_a_code(world: World) -> None:
    client = world.client()
    with pytest.raises(CodeIsTaken):
        world.workspace.clients.add(ClientDetails(preferred_name="Wren A.", code=client.code))
    assert len(world.workspace.clients.lines()) == 1


def test_a_birth_in_the_future_is_refused(world: World) -> None:
    with pytest.raises(DateIsImpossible):
        world.workspace.clients.add(ClientDetails(preferred_name="Wren A.", born=world.today + timedelta(days=1)))


def test_an_unknown_client_is_not_found(world: World) -> None:
    with pytest.raises(NotFound):
        world.workspace.clients.open(world.client().id + 1)  # type: ignore[arg-type]  # an id nobody has


def test_a_client_is_found_by_the_record_code(world: World) -> None:
    client = world.client()
    assert world.workspace.clients.by_code(f" {client.code} ") == client
    with pytest.raises(NotFound):
        world.workspace.clients.by_code("")


def test_the_list_is_ordered_by_name_without_minding_accents_or_capitals(world: World) -> None:
    for name in ("Zora", "Élodie", "anselm", "Eli"):
        world.client(name)
    assert [line.client.name for line in world.workspace.clients.lines()] == ["anselm", "Eli", "Élodie", "Zora"]


def test_the_list_can_be_narrowed_by_status(world: World) -> None:
    closed = world.client("Corin B.")
    world.client("Wren A.")
    world.workspace.clients.set_status(closed.id, ClientStatus.CLOSED, "Ended as planned")
    lines = world.workspace.clients.lines(frozenset({ClientStatus.ACTIVE}))
    assert [line.client.name for line in lines] == ["Wren A."]


def test_a_line_counts_held_sessions_and_shows_the_next_one(world: World) -> None:
    client = world.client()
    world.held(client, -14)
    world.held(client, -7)
    missed = world.planned(client, -1)
    world.workspace.sessions.set_attendance(missed.id, Attendance.DID_NOT_ATTEND)
    world.planned(client, 10)
    sooner = world.planned(client, 3)
    (line,) = world.workspace.clients.lines()
    assert (line.session_no, line.next_session, line.phase) == (2, sooner, Phase.BEGINNING)


def test_the_header_shows_phases_and_the_session_that_is_due_today(world: World) -> None:
    client = world.client()
    for days in (-21, -14):
        world.held(client, days)
    world.clock.advance(days=-10)
    world.workspace.clients.set_phase(client.id, Phase.WORKING)
    world.clock.advance(days=10)
    world.held(client, -7)
    due = world.planned(client, 0)
    header = world.workspace.clients.header(client.id)
    assert [(span.phase, span.first_no, span.last_no, span.is_current) for span in header.phases] == [
        (Phase.BEGINNING, 1, 2, False),
        (Phase.WORKING, 3, 3, True),
        (Phase.CHANGE, None, None, False),
        (Phase.ENDING, None, None, False),
    ]
    assert header.phases[1].dots[-1].kind is DotKind.NEXT
    assert (header.held, header.first_day) == (3, world.today - timedelta(days=21))
    assert header.due_session == header.next_session == due


def test_a_session_whose_note_is_signed_is_due_no_more(world: World) -> None:
    client = world.client()
    session = world.held(client, 0)
    assert world.workspace.clients.header(client.id).due_session == session
    world.signed(session)
    assert world.workspace.clients.header(client.id).due_session is None


def test_the_timeline_runs_from_the_newest_to_the_oldest_with_marks(world: World) -> None:
    client = world.client()
    sessions = world.rated(client, [8, 8, 8, 8, 8, 8, 3, 8])
    world.signed(sessions[7])
    world.workspace.alliance.talk_through(client.id, sessions[7].id, "My tone.")
    missed = world.planned(client, -1)
    world.workspace.sessions.set_attendance(missed.id, Attendance.CANCELLED, CancelledBy.CLIENT)
    timeline = world.workspace.clients.timeline(client.id)
    held = [entry for entry in timeline if entry.kind is TimelineKind.SESSION]
    assert [entry.day for entry in timeline] == sorted((entry.day for entry in timeline), reverse=True)
    assert [(entry.session_no, entry.mark, entry.checkin) for entry in held[:3]] == [
        (8, TimelineMark.TALKED, 8.0),
        (7, TimelineMark.DROP, 3.0),
        (6, None, 8.0),
    ]
    assert held[0].summary == "Walked to the shop alone."
    assert TimelineKind.MISSED in {entry.kind for entry in timeline}


def test_a_change_of_status_stands_on_the_timeline_with_its_reason(world: World) -> None:
    client = world.client()
    world.clock.advance(days=2)
    world.workspace.clients.set_status(client.id, ClientStatus.PAUSED, " Away until May ")
    entry = world.workspace.clients.timeline(client.id)[0]
    assert (entry.day, entry.thing, entry.summary) == (date(2026, 3, 4), ClientStatus.PAUSED, "Away until May")


def test_the_timeline_can_be_narrowed_down_to_one_kind_of_thing(world: World) -> None:
    client = world.client()
    rated, plain = world.rated(client, [7])[0], world.held(client, -3)
    document = world.workspace.attachments.add(client.id, "letter.txt", b"An invented letter.\n")
    goal = world.workspace.goals.add(client.id, GoalDetails("Bus", agreed_on=world.today))
    entries = world.workspace.clients.timeline(client.id)
    found = {group: [one for one in entries if one.is_in(group)] for group in TimelineGroup}
    assert [one.session_id for one in found[TimelineGroup.SESSIONS]] == [plain.id, rated.id]
    assert [one.session_id for one in found[TimelineGroup.SCORES]] == [rated.id]
    assert [one.thing for one in found[TimelineGroup.DOCUMENTS]] == [document]
    assert [one.thing for one in found[TimelineGroup.AGREED]] == [goal]
    assert {one.thing for one in found[TimelineGroup.COURSE]} == {ClientStatus.ACTIVE}
    assert sum(map(len, found.values())) == len(entries) + 1  # the rated session is a session and a score


def test_an_ending_stands_once_on_the_timeline_and_a_return_too(world: World) -> None:
    client = world.client()
    world.clock.advance(days=30)
    world.workspace.episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, world.today, "All reached")
    world.clock.advance(days=400)
    world.workspace.episodes.open_new(client.id, frozenset(Confirm))
    kinds = [one.kind for one in world.workspace.clients.timeline(client.id)]
    assert kinds.count(TimelineKind.EPISODE_ENDED) == kinds.count(TimelineKind.EPISODE_OPENED) == 1
    assert kinds.count(TimelineKind.STATUS) == 1


def test_contacts_and_safety_plans_stand_on_the_timeline_and_process_notes_never(world: World) -> None:
    client = world.client()
    now = world.clock.now()
    call = world.workspace.contacts.add(client.id, ContactDetails(now, world.clock.zone(), "Rang about the bus. More."))
    plan = world.workspace.safety_plans.put_in_force(client.id, SafetyPlan(warning_signs="Not sleeping"))
    world.workspace.process_notes.begin(client.id, "Quittenmarmelade")
    entries = world.workspace.clients.timeline(client.id)
    assert [one.summary for one in entries if one.thing == call] == ["Rang about the bus. More."]
    assert [one.kind for one in entries if one.thing == plan] == [TimelineKind.SAFETY_PLAN]
    assert "Quitten" not in repr(entries)


def test_a_risk_word_and_a_change_of_service_stand_on_the_timeline(world: World) -> None:
    client = world.client()
    world.workspace.files.set_risk_word(client.id, "Fragile", "After the accident", on=world.today)
    world.workspace.files.change_service(client.id, ServiceType.COACHING, "Talked it over", on=world.today)
    entries = {one.kind: one.summary for one in world.workspace.clients.timeline(client.id)}
    assert entries[TimelineKind.RISK_WORD] == "Fragile\nAfter the accident"
    assert entries[TimelineKind.SERVICE] == "Talked it over"
