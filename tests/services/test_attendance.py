from datetime import time, timedelta

import pytest
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.attendance import Absence, Mark
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.online import OnlineStrip
from vitalshift_desktop.domain.presence import Presence, PresentRole
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    HiddenCharacters,
    NoteAlreadySigned,
    PracticeIsClosed,
    SessionIsAhead,
    SessionsClash,
    TextIsMissing,
)
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.services.session_lines import NoteState
from vitalshift_desktop.vault.records.refusals import refusals_told

ANA = Presence("Ana R.", PresentRole.INTERPRETER, briefing_minutes=10, debriefing_minutes=5)
STRIP = OnlineStrip("At home, kitchen", True, "555 0142", True, "Video call")


def test_a_session_of_a_day_to_come_is_not_attended_and_none_that_was_held_moves_there(world: World) -> None:
    client, sessions = world.client(), world.workspace.sessions
    ahead, held = world.planned(client, 1), world.held(client, -1)
    with pytest.raises(SessionIsAhead):
        sessions.set_attendance(ahead.id, Attendance.ATTENDED)
    with pytest.raises(SessionIsAhead):
        sessions.move(held.id, ahead.day, time(16, 0), 50)
    sessions.set_attendance(ahead.id, Attendance.CANCELLED, CancelledBy.OTHER)
    assert sessions.get(ahead.id).session.cancelled_by is CancelledBy.OTHER


def test_a_missed_session_keeps_its_line_and_lists_show_it(world: World) -> None:
    sessions, missed = world.workspace.sessions, world.planned(world.client(), -1)
    sessions.set_attendance(missed.id, Attendance.DID_NOT_ATTEND, absence=Absence("Forgot;\ncalled at noon.", 0))
    assert sessions.get(missed.id).absence == "Forgot; called at noon."
    assert sessions.absence(missed.id).notice_hours == 0
    sessions.write_absence(missed.id, Absence())
    assert sessions.get(missed.id).absence == ""
    with pytest.raises(HiddenCharacters):
        sessions.write_absence(missed.id, Absence("a\u202eb"))


def test_before_signing_attendance_is_corrected_plainly(world: World) -> None:
    session, sessions = world.held(world.client(), -1), world.workspace.sessions
    world.written(session)
    sessions.set_attendance(session.id, Attendance.DID_NOT_ATTEND)
    assert sessions.attendance_changes(session.id) == ()
    assert not sessions.is_signed(session.id)


def test_after_signing_a_correction_needs_a_reason_keeps_the_original_and_counts_anew(world: World) -> None:
    client, sessions = world.client(), world.workspace.sessions
    first, second = world.held(client, -14), world.held(client, -7)
    note = world.signed(first)
    assert sessions.is_signed(first.id)
    with pytest.raises(NoteAlreadySigned):
        sessions.set_attendance(first.id, Attendance.DID_NOT_ATTEND)
    with pytest.raises(TextIsMissing):
        sessions.amend_attendance(first.id, Attendance.DID_NOT_ATTEND, reason=" ")
    world.clock.advance(hours=2)
    sessions.amend_attendance(first.id, Attendance.CANCELLED, CancelledBy.CLIENT, late_notice=True, reason="Wrong row.")
    (change,) = sessions.attendance_changes(first.id)
    assert change.before == Mark(Attendance.ATTENDED)
    assert change.after == Mark(Attendance.CANCELLED, CancelledBy.CLIENT, late_notice=True)
    assert (change.reason, change.at) == ("Wrong row.", world.clock.now())
    assert sessions.get(second.id).number == 1
    line = sessions.get(first.id)
    assert (line.number, line.corrected, line.note) == (None, True, NoteState.SIGNED)
    after = world.workspace.notes.get(note.id).note
    assert (after.fingerprint, after.sections) == (note.fingerprint, note.sections)


@pytest.mark.parametrize("statement", ["UPDATE attendance_change SET reason = 'x'", "DELETE FROM attendance_change"])
def test_a_correction_is_never_changed_or_taken_out(world: World, statement: str) -> None:
    session = world.held(world.client(), -1)
    world.signed(session)
    world.workspace.sessions.amend_attendance(session.id, Attendance.LATE, reason="Came at ten past.")
    with pytest.raises(AlreadyRecorded), world.workspace.vault.write() as work, refusals_told():
        work.sessions._connection.execute(text(statement))
    assert len(world.workspace.sessions.attendance_changes(session.id)) == 1


def test_where_and_with_whom_is_carried_over_and_sealed_with_the_note(world: World) -> None:
    client, company = world.client(), world.workspace.company
    first, second = world.held(client, -14), world.held(client, -7)
    for session in (first, second):
        world.workspace.sessions.set_modality(session.id, Modality.VIDEO)
    assert company.online(first.id).strip.is_empty
    company.write_online(first.id, STRIP)
    company.write_present(first.id, [ANA])
    offered = company.online(second.id)
    assert not offered.is_written
    assert offered.strip == OnlineStrip("At home, kitchen", call_back="555 0142", platform="Video call")
    assert company.present(second.id).last_time == (ANA,)
    assert company.present(second.id).present == ()
    world.signed(first)
    for act in (lambda: company.write_online(first.id, OnlineStrip()), lambda: company.write_present(first.id, [])):
        with pytest.raises(NoteAlreadySigned):
            act()
    assert company.online(first.id).strip == STRIP
    assert company.present(first.id).present == (ANA,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE session_online SET location = ''",
        "DELETE FROM session_presence",
        "INSERT INTO session_presence (session_id, position, name, role) VALUES (1, 7, 'x', 'other')",
    ],
)
def test_the_vault_itself_refuses_to_change_what_the_note_sealed(world: World, statement: str) -> None:
    session = world.held(world.client(), -1)
    world.workspace.company.write_online(session.id, STRIP)
    world.workspace.company.write_present(session.id, [ANA])
    world.signed(session)
    with pytest.raises(NoteAlreadySigned), world.workspace.vault.write() as work, refusals_told():
        work.sessions._connection.execute(text(statement))
    assert world.workspace.company.present(session.id).present == (ANA,)


def test_a_removed_session_comes_back_with_what_was_written_for_it(world: World) -> None:
    session, company = world.planned(world.client(), 1), world.workspace.company
    company.write_online(session.id, STRIP)
    company.write_present(session.id, [ANA])
    removed = world.workspace.sessions.remove(session.id)
    world.workspace.sessions.restore(removed)
    assert (company.online(session.id).strip, company.present(session.id).present) == (STRIP, (ANA,))


def test_a_closed_day_is_said_before_a_clash_and_each_is_allowed_by_itself(world: World) -> None:
    client, sessions = world.client(), world.workspace.sessions
    day = world.today + timedelta(days=3)
    there = world.planned(client, 3)
    closure = world.workspace.closures.add(Closure(ClosureId(0), day, day)).closure
    args = (client.id, day, there.local_start.time(), 50, Modality.PHONE)
    with pytest.raises(PracticeIsClosed) as closed:
        sessions.plan(*args)
    assert closed.value.closure == closure
    with pytest.raises(SessionsClash):
        sessions.plan(*args, allow_closed=True)
    sessions.plan(*args, allow_closed=True, allow_clash=True)
    assert len(sessions.day(day)) == 2


def test_a_session_on_a_closed_day_can_move_within_that_day(world: World) -> None:
    session = world.planned(world.client(), 3)
    world.workspace.closures.add(Closure(ClosureId(0), session.day, session.day))
    assert world.workspace.sessions.move(session.id, session.day, time(16, 0), 50).local_start.time() == time(16, 0)


def test_a_moved_session_is_put_back_as_it_was(world: World) -> None:
    session, sessions = world.planned(world.client(), 1), world.workspace.sessions
    sessions.move(session.id, session.day + timedelta(days=1), time(8, 0), 90)
    sessions.set_modality(session.id, Modality.PHONE)
    sessions.put_back(session)
    assert sessions.get(session.id).session == session


def test_a_correction_whose_line_cannot_be_kept_is_not_made(world: World) -> None:
    session, sessions = world.held(world.client(), -1), world.workspace.sessions
    world.signed(session)
    with pytest.raises(HiddenCharacters):
        sessions.amend_attendance(
            session.id, Attendance.DID_NOT_ATTEND, reason="Wrong row.", absence=Absence("Away\u202e")
        )
    assert sessions.attendance_changes(session.id) == ()
    assert sessions.get(session.id).session.was_held
