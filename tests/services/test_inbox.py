"""Quick capture: kept at once, filed later, thrown away with a way back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.contacts import ContactKind
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.domain.problems import NoteAlreadySigned, NoteChangedElsewhere, NotFound, TextIsMissing
from vitalshift_desktop.domain.sessions import Attendance

WORDS = "Met Wren at the market; we nodded."


def test_a_capture_needs_no_client_and_stands_in_nobodys_record(world: World) -> None:
    w, client = world.workspace, world.client()
    first = w.inbox.capture(f"  {WORDS} ")
    second = w.inbox.capture("Ask about the letter", client.id)
    assert [(line.contact, line.client) for line in w.inbox.lines()] == [(first, None), (second, client)]
    assert first.details.text == WORDS
    assert w.contacts.of_client(client.id) == ()
    with pytest.raises(TextIsMissing):
        w.inbox.capture(" \n")


def test_what_waits_longer_than_a_day_is_stale(world: World) -> None:
    w = world.workspace
    assert w.inbox.waiting().count == 0
    first = w.inbox.capture(WORDS)
    world.clock.advance(hours=23)
    w.inbox.capture("Another")
    waiting = w.inbox.waiting()
    assert (waiting.count, waiting.oldest, waiting.is_stale) == (2, first.created_at, False)
    world.clock.advance(hours=1)
    assert w.inbox.waiting().is_stale
    assert [line.age for line in w.inbox.lines()] == [timedelta(hours=24), timedelta(hours=1)]


def test_a_capture_is_filed_as_a_contact_note_and_can_wait_again(world: World) -> None:
    w, client = world.workspace, world.client()
    caught = w.inbox.capture(WORDS)
    details = replace(caught.details, kind=ContactKind.CHANCE_MEETING)
    filed = w.inbox.file(caught.id, client.id, details, base_version=caught.version)
    assert w.contacts.of_client(client.id) == (filed,)
    assert w.inbox.lines() == ()
    assert not filed.is_signed
    w.inbox.take_back(caught)
    assert w.contacts.of_client(client.id) == ()
    assert w.inbox.lines()[0].contact == caught


def test_a_capture_may_be_signed_as_it_is_filed_and_then_stays(world: World) -> None:
    w, client = world.workspace, world.client()
    caught = w.inbox.capture(WORDS)
    filed = w.inbox.file(caught.id, client.id, caught.details, base_version=1, sign=True)
    assert filed.is_signed
    assert w.contacts.get(filed.id).is_unaltered
    with pytest.raises(NoteAlreadySigned):
        w.inbox.take_back(caught)
    assert w.contacts.get(filed.id) == filed


def test_a_capture_goes_into_the_note_of_todays_session(world: World) -> None:
    w, client = world.workspace, world.client()
    session = world.planned(client, 0)
    world.planned(client, 1)
    caught = w.inbox.capture(WORDS, client.id)
    assert w.inbox.sessions_for(client.id) == (session,)
    filed = w.inbox.file_into_note(caught.id, session.id)
    note = w.notes.get(filed.after.id).note
    assert note.sections[0].text == WORDS
    assert w.inbox.lines() == ()
    again = w.inbox.capture("And the bus.", client.id)
    w.inbox.file_into_note(again.id, session.id)
    assert w.notes.get(note.id).note.sections[0].text == f"{WORDS}\n\nAnd the bus."


def test_filing_into_a_note_can_be_undone_until_the_note_is_written_in(world: World) -> None:
    w, client = world.workspace, world.client()
    session = world.held(client)
    world.written(session, "Before.")
    filed = w.inbox.file_into_note(w.inbox.capture(WORDS).id, session.id)
    w.inbox.take_out_of_note(filed)
    assert w.notes.get(filed.after.id).note.sections[0].text == "Before."
    assert w.inbox.lines()[0].contact == filed.contact
    filed = w.inbox.file_into_note(filed.contact.id, session.id)
    written = (Section("data", "Before, and more."), *filed.after.sections[1:])
    w.notes.save_draft(filed.after.id, written, base_version=filed.after.version)
    with pytest.raises(NoteChangedElsewhere):
        w.inbox.take_out_of_note(filed)
    assert w.inbox.lines() == ()


def test_a_signed_note_and_a_canceled_session_take_nothing(world: World) -> None:
    w, client = world.workspace, world.client()
    session = world.held(client)
    world.signed(session)
    canceled = world.planned(client, 0)
    w.sessions.set_attendance(canceled.id, Attendance.CANCELLED)
    caught = w.inbox.capture(WORDS, client.id)
    assert w.inbox.sessions_for(client.id) == ()
    with pytest.raises(NoteAlreadySigned):
        w.inbox.file_into_note(caught.id, session.id)
    assert w.inbox.lines()[0].contact == caught


def test_no_note_is_begun_for_a_capture_that_is_gone(world: World) -> None:
    w, client = world.workspace, world.client()
    session = world.planned(client, 0)
    caught = w.inbox.capture(WORDS, client.id)
    w.inbox.throw_away(caught.id)
    entries = world.rows()
    with pytest.raises(NotFound):
        w.inbox.file_into_note(caught.id, session.id)
    line = w.sessions.get(session.id)
    assert (line.session.attendance, line.note_id, world.rows()) == (Attendance.PLANNED, None, entries)


def test_what_was_thrown_away_comes_back(world: World) -> None:
    w = world.workspace
    caught = w.inbox.capture(WORDS)
    thrown = w.inbox.throw_away(caught.id)
    assert w.inbox.lines() == ()
    w.inbox.take_back(thrown)
    assert w.inbox.lines()[0].contact == caught
