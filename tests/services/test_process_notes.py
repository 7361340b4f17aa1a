"""Process notes as the counselor works with them, and that no other path leads to them."""

from datetime import time, timedelta

import pytest
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.jurisdictions import BelongsElsewhere, OnRequest
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.problems import AlreadyRecorded, NoteChangedElsewhere, StillInUse, TextNotStorable
from vitalshift_desktop.domain.record_search import Question
from vitalshift_desktop.services.jurisdictions import known_jurisdictions, process_note_rules

MARKER = "zq7Marmalade"


def test_a_process_note_is_begun_saved_and_found_again(world: World) -> None:
    w, client = world.workspace, world.client()
    session = world.held(client, -7)
    assert w.process_notes.of_session(session.id) == (session, None)
    note = w.process_notes.begin(client.id, "Slow to ask.", session_id=session.id)
    saved = w.process_notes.save(note.id, "Slower still.", base_version=note.version)
    assert w.process_notes.of_session(session.id) == (session, saved)
    with pytest.raises(NoteChangedElsewhere):
        w.process_notes.save(note.id, "Another window", base_version=note.version)
    with pytest.raises(AlreadyRecorded):
        w.process_notes.begin(client.id, "Twice", session_id=session.id)


def test_a_note_without_a_session_is_about_today_and_may_be_about_another_day(world: World) -> None:
    w, client = world.workspace, world.client()
    note = w.process_notes.begin(client.id, "Read about shame.")
    assert (note.session_id, note.day) == (None, world.today)
    moved = w.process_notes.move(note.id, world.today - timedelta(days=3))
    assert w.process_notes.get(note.id) == moved


def test_the_notes_of_a_client_are_searched_by_themselves(world: World) -> None:
    w, client, other = world.workspace, world.client(), world.client("Wren A.")
    session = world.held(client, -7)
    about = w.process_notes.begin(client.id, "Relief, and I think it showed: café.", session_id=session.id)
    free = w.process_notes.begin(client.id, "Bring to consultation.")
    w.process_notes.begin(other.id, "Relief here as well.")
    assert [(line.note, line.session_no) for line in w.process_notes.find(client.id)] == [(free, None), (about, 1)]
    assert [line.note for line in w.process_notes.find(client.id, "RELIEF cafe")] == [about]
    assert w.process_notes.find(client.id, "relief consultation") == ()


def test_a_note_lies_on_the_day_its_session_was_moved_to(world: World) -> None:
    w, client = world.workspace, world.client()
    session = world.planned(client, 3)
    w.process_notes.begin(client.id, "Dread it a little.", session_id=session.id)
    w.sessions.move(session.id, world.today + timedelta(days=5), time(14, 0), 50)
    assert w.process_notes.find(client.id)[0].day == world.today + timedelta(days=5)


def test_removing_a_note_can_be_undone(world: World) -> None:
    w, client = world.workspace, world.client()
    note = w.process_notes.begin(client.id, "Slow to ask.")
    removed = w.process_notes.remove(note.id)
    assert w.process_notes.find(client.id) == ()
    w.process_notes.restore(removed)
    assert w.process_notes.get(note.id) == note


def test_saves_that_follow_each_other_are_one_entry_of_the_trail_and_none_holds_the_text(world: World) -> None:
    w, client = world.workspace, world.client()
    note = w.process_notes.begin(client.id, MARKER)
    before = world.rows()
    for words in ("one", "two", "three"):
        world.clock.advance(minutes=1)
        note = w.process_notes.save(note.id, f"{MARKER} {words}", base_version=note.version)
    assert world.rows() == before + 1
    world.clock.advance(minutes=10)
    w.process_notes.save(note.id, f"{MARKER} four", base_version=note.version)
    assert world.rows() == before + 2
    assert MARKER not in str(w.audit.rows(limit=9))


def test_a_session_with_a_process_note_cannot_be_taken_out_and_nothing_is_lost(world: World) -> None:
    w, client = world.workspace, world.client()
    session = world.planned(client, 3)
    note = w.process_notes.begin(client.id, "Dread it a little.", session_id=session.id)
    with pytest.raises(StillInUse):
        w.sessions.remove(session.id)
    assert w.process_notes.of_session(session.id) == (session, note)


def test_a_broken_character_is_refused_and_the_text_before_stays(world: World) -> None:
    w, client = world.workspace, world.client()
    note = w.process_notes.begin(client.id, "Whole.")
    with pytest.raises(TextNotStorable):
        w.process_notes.save(note.id, "broken \ud800", base_version=note.version)
    with pytest.raises(TextNotStorable):
        w.process_notes.begin(client.id, "broken \ud800")
    assert [line.note for line in w.process_notes.find(client.id)] == [note]


def test_each_place_says_what_belongs_elsewhere_and_where_it_knows_that_from(world: World) -> None:
    for place, _name in known_jurisdictions():
        rules = process_note_rules(place)
        assert set(rules.elsewhere) == set(BelongsElsewhere)
        assert rules.request.endswith(".")
        assert rules.check_with.startswith("Check with your ")
        assert rules.source
    assert world.workspace.process_notes.rules().on_request is OnRequest.ASK
    world.workspace.practice.change(Practice(jurisdiction="us"))
    assert world.workspace.process_notes.rules().on_request is OnRequest.WITHHOLD
    assert process_note_rules("atlantis") == process_note_rules("other")


def test_a_word_of_a_process_note_stands_on_no_other_page(world: World) -> None:
    w, client = world.workspace, world.client()
    session = world.held(client)
    world.written(session, "Walked to the shop alone.")
    w.process_notes.begin(client.id, f"{MARKER} about", session_id=session.id)
    w.process_notes.begin(client.id, f"{MARKER} free")
    everywhere = w.record_search.find(Question(MARKER))
    assert everywhere.entries == ()
    assert w.record_search.find(Question("Walked")).entries
    shown = (
        w.search.find(MARKER),
        w.clients.timeline(client.id),
        w.clients.header(client.id),
        w.clients.lines(),
        w.sessions.week(world.today),
        w.home.today(),
        w.notes.start(session.id),
        w.notes.get(w.notes.start(session.id).id),
        w.reminders.of_client(client.id),
        w.contacts.of_client(client.id),
        w.inbox.lines(),
        w.audit.rows(limit=50),
    )
    assert "Walked to the shop alone." in repr(shown)
    assert MARKER not in repr(shown)
    assert MARKER in repr(w.process_notes.find(client.id, MARKER))


def test_the_vault_holds_the_words_in_one_column_and_no_trigger_copies_them(world: World) -> None:
    w, client = world.workspace, world.client()
    w.process_notes.begin(client.id, MARKER)
    w.vault.freshen_search(1000)
    holding = set()
    with w.vault.read() as work:
        sql = work.meta._session.execute
        for (table,) in sql(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all():
            for _place, column, *_rest in sql(text(f'PRAGMA table_info("{table}")')).all():
                found = text(f'SELECT count(*) FROM "{table}" WHERE instr("{column}", :word) > 0')
                if sql(found, {"word": MARKER}).scalar():
                    holding.add(f"{table}.{column}")
        triggers = sql(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%process_note%'")
        ).all()
    assert holding == {"process_note_text.text"}
    assert triggers == []
