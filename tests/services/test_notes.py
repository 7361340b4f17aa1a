from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.note_templates import DAP, FREE
from vitalshift_desktop.domain.notes import Note, Section
from vitalshift_desktop.domain.problems import (
    DiskFull,
    NoteAlreadySigned,
    NoteChangedElsewhere,
    NoteIsEmpty,
    NoteNotSigned,
    TextNotStorable,
)
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.services.needs_a_look import NeedsALook
from vitalshift_desktop.services.note_views import Missing, summary_of
from vitalshift_desktop.services.notes import SITTING, Notes
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


def dap(data: str, plan: str = "") -> tuple[Section, ...]:
    return (Section("data", data), Section("assessment"), Section("plan", plan))


def test_starting_a_note_marks_the_planned_session_as_attended(world: World) -> None:
    session = world.planned(world.client(), 0)
    note = world.workspace.notes.start(session.id)
    line = world.workspace.sessions.get(session.id)
    assert (line.session.attendance, line.note_id) == (Attendance.ATTENDED, note.id)


def test_a_note_begun_for_a_session_of_another_day_leaves_it_planned(world: World) -> None:
    session = world.planned(world.client(), 2)
    world.workspace.notes.start(session.id)
    assert world.workspace.sessions.get(session.id).session.attendance is Attendance.PLANNED


def test_starting_twice_gives_the_same_note_and_no_news(world: World) -> None:
    session = world.held(world.client(), 0)
    note = world.workspace.notes.start(session.id)
    world.heard.clear()
    before = world.rows()
    assert world.workspace.notes.start(session.id, FREE) == note
    assert world.heard == []
    assert world.rows() == before + 1, "opening a note is a view"


def test_a_new_note_takes_the_template_this_client_s_last_note_had(world: World) -> None:
    client = world.client()
    first = world.workspace.notes.start(world.held(client, -7).id)
    assert first.template == DAP
    world.clock.advance(minutes=1)
    world.workspace.notes.start(world.held(client, -1).id, FREE)
    world.clock.advance(minutes=1)
    assert world.workspace.notes.start(world.held(client, 0).id).template == FREE
    assert world.workspace.notes.start(world.held(world.client("Wren A."), -2).id).template == DAP


def test_starting_a_note_that_was_put_aside_takes_it_up_again(world: World) -> None:
    session = world.held(world.client(), -1)
    world.workspace.sessions.put_note_aside(session.id)
    assert world.workspace.home.today().notes_to_finish == ()
    world.workspace.notes.start(session.id)
    assert [line.session.id for line in world.workspace.home.today().notes_to_finish] == [session.id]


def test_a_draft_is_kept_byte_for_byte_in_any_script(world: World) -> None:
    session = world.held(world.client(), 0)
    note = world.workspace.notes.start(session.id)
    told = "Ängste, страх, 不安, 🫀‍🩹\n\n\ttab, “quotes” & <b>no markup</b>\r\n \u200f"
    saved = world.workspace.notes.save_draft(note.id, dap(told), base_version=note.version)
    assert world.workspace.notes.get(note.id).note.section("data") == told
    assert saved.version == note.version + 1


def test_a_draft_saved_from_elsewhere_is_not_overwritten(world: World) -> None:
    note = world.workspace.notes.start(world.held(world.client(), 0).id)
    world.workspace.notes.save_draft(note.id, dap("From this window."), base_version=note.version)
    with pytest.raises(NoteChangedElsewhere):
        world.workspace.notes.save_draft(note.id, dap("From the other."), base_version=note.version)
    assert world.workspace.notes.get(note.id).note.section("data") == "From this window."


def test_text_that_cannot_be_stored_is_refused_and_the_draft_stays(world: World) -> None:
    note = world.written(world.held(world.client(), 0))
    with pytest.raises(TextNotStorable):
        world.workspace.notes.save_draft(note.id, dap("half a character \ud83e"), base_version=note.version)
    assert world.workspace.notes.get(note.id).note == note


def test_a_sitting_of_autosaves_leaves_one_entry_in_the_audit_trail(world: World) -> None:
    note = world.workspace.notes.start(world.held(world.client(), 0).id)
    before = world.rows()
    for letters in range(1, 6):
        world.clock.advance(seconds=2)
        note = world.workspace.notes.save_draft(note.id, dap("a" * letters), base_version=note.version)
    assert world.rows() == before + 1
    world.clock.advance(seconds=SITTING.total_seconds())
    world.workspace.notes.save_draft(note.id, dap("later"), base_version=note.version)
    assert world.rows() == before + 2


def test_changing_the_template_keeps_every_word(world: World) -> None:
    note = world.written(world.held(world.client(), 0), "Data.", "Plan.")
    changed = world.workspace.notes.change_template(note.id, FREE, base_version=note.version)
    assert (changed.section("text"), changed.section("plan")) == ("Data.", "Plan.")
    assert world.workspace.notes.get(note.id).note == changed


def test_an_empty_note_is_not_signed(world: World) -> None:
    note = world.workspace.notes.start(world.held(world.client(), 0).id)
    with pytest.raises(NoteIsEmpty):
        world.workspace.notes.sign(note.id)
    assert not world.workspace.notes.get(note.id).note.is_signed


def test_a_signed_note_carries_signer_time_and_fingerprint_and_only_grows(world: World) -> None:
    practice = world.workspace.practice
    practice.change(replace(practice.get(), counselor_name="Rowan Ellery"))
    signed = world.signed(world.held(world.client(), 0))
    stored = world.workspace.notes.get(signed.id)
    assert stored.note == signed
    assert (signed.signer, signed.signed_at, len(signed.fingerprint)) == ("Rowan Ellery", world.clock.now(), 66)
    assert stored.unaltered
    for act in (_save, _reshape, _sign, _touch):
        with pytest.raises(NoteAlreadySigned):
            act(world, signed)
    assert world.workspace.notes.get(signed.id).note == signed


def _save(world: World, note: Note) -> None:
    world.workspace.notes.save_draft(note.id, dap("other words"), base_version=note.version)


def _reshape(world: World, note: Note) -> None:
    world.workspace.notes.change_template(note.id, FREE, base_version=note.version)


def _sign(world: World, note: Note) -> None:
    world.workspace.notes.sign(note.id)


def _touch(world: World, note: Note) -> None:
    world.workspace.notes.touch_goals(note.id, frozenset())


def test_what_is_added_to_a_signed_note_carries_its_own_dates_and_reason(world: World) -> None:
    signed = world.signed(world.held(world.client(), -3))
    world.clock.advance(days=1)
    day = world.today - timedelta(days=4)
    added = world.workspace.notes.add_addendum(signed.id, "Also the bus. ", "Left out", day)
    (addendum,) = world.workspace.notes.get(signed.id).note.addenda
    assert (addendum,) == added.addenda
    assert (addendum.text, addendum.service_day, addendum.written_at) == ("Also the bus.", day, world.clock.now())
    assert world.workspace.notes.get(signed.id).unaltered


def test_a_draft_takes_no_addendum_and_an_addendum_needs_words(world: World) -> None:
    client = world.client()
    draft = world.written(world.held(client, -1))
    signed = world.signed(world.held(client, -8))
    with pytest.raises(NoteNotSigned):
        world.workspace.notes.add_addendum(draft.id, "More", "", world.today)
    with pytest.raises(NoteIsEmpty):
        world.workspace.notes.add_addendum(signed.id, " \n", "", world.today)


def test_signed_text_that_was_changed_behind_the_app_is_shown_as_altered(world: World) -> None:
    signed = world.signed(world.held(world.client(), 0))
    with world.workspace.vault.write() as work:
        connection = work.notes._connection
        connection.execute(text("DROP TRIGGER note_text_no_update"))
        connection.execute(text("UPDATE note_text SET text = 'forged' WHERE note_id = :id"), {"id": signed.id})
    assert not world.workspace.notes.get(signed.id).unaltered


def test_the_signing_sheet_says_what_is_locked_and_what_is_missing(world: World) -> None:
    session = world.held(world.client(), 0)
    note = world.written(session, "Two words", "")
    sheet = world.workspace.notes.signing_sheet(note.id)
    assert (sheet.words, [one.key for one in sheet.filled], sheet.goals_touched) == (2, ["data"], 0)
    assert [one.heading for one in sheet.empty] == ["Assessment", "Plan"]
    assert sheet.missing == (Missing.PLAN_EMPTY, Missing.CHECKIN_MISSING, Missing.NEXT_SESSION_NONE)
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (7, 7, 7, 7))
    world.workspace.sessions.book_next(session.id)
    note = world.workspace.notes.save_draft(note.id, dap("Two words", "Shop"), base_version=note.version)
    assert world.workspace.notes.signing_sheet(note.id).missing == ()


def test_an_open_note_shows_what_was_written_the_time_before(world: World) -> None:
    client = world.client()
    world.written(world.held(client, -14), "Took the bus two stops alone.", "Supermarket on Tuesday.")
    world.held(client, -7)
    note = world.workspace.notes.start(world.planned(client, 0).id)
    opened = world.workspace.notes.get(note.id)
    assert opened.number == 3
    assert opened.last is not None
    assert (opened.last.number, opened.last.summary, opened.last.plan) == (
        1,
        "Took the bus two stops alone.",
        "Supermarket on Tuesday.",
    )


def test_notes_to_finish_come_oldest_first_and_only_for_held_sessions(world: World) -> None:
    client = world.client()
    newer, older = world.held(client, -1), world.held(client, -9)
    world.signed(world.held(client, -5))
    missed = world.planned(client, -3)
    world.workspace.sessions.set_attendance(missed.id, Attendance.DID_NOT_ATTEND)
    assert [line.session for line in world.workspace.home.today().notes_to_finish] == [older, newer]


@pytest.mark.parametrize(
    ("told", "summary"),
    [
        ("Took the bus. Slept badly.\n\nMore.", "Took the bus. Slept badly."),
        ("He said: “It ran out.” Then he left.", "He said: “It ran out.” Then he left."),
        ("Bus. " + "word " * 40 + "end.", "Bus."),
        ("word " * 40, "word " * 23 + "word…"),
        ("", "Only the plan."),
    ],
)
def test_a_summary_is_made_of_the_first_whole_sentences(world: World, told: str, summary: str) -> None:
    note = world.workspace.notes.start(world.held(world.client(), 0).id)
    saved = world.workspace.notes.save_draft(note.id, dap(told, "Only the plan."), base_version=note.version)
    assert summary_of(saved) == summary


class FullVault:
    """A vault whose drive is full at the moment of saving."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        with self._vault.write() as work:
            yield work
            raise DiskFull


def test_a_full_drive_loses_nothing_and_the_same_save_works_later(world: World) -> None:
    note, rows = world.written(world.held(world.client(), 0)), world.rows()
    world.heard.clear()
    events = world.workspace.events
    full = cast("Vault", FullVault(world.workspace.vault))
    on_full_drive = Notes(full, world.clock, events, NeedsALook(world.clock, events))
    with pytest.raises(DiskFull):
        on_full_drive.save_draft(note.id, dap("Typed while the drive was full."), base_version=note.version)
    with pytest.raises(DiskFull):
        on_full_drive.sign(note.id)
    assert world.heard == []
    assert world.rows() == rows
    notes = world.workspace.notes
    assert notes.get(note.id).note == note
    notes.save_draft(note.id, dap("Typed while the drive was full."), base_version=note.version)
    assert notes.get(note.id).note.section("data") == "Typed while the drive was full."
