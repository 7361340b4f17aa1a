from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.examples import FREE_TEXT
from tests.vault.sample_records import DAY, NOON, a_client, a_draft, a_goal, a_session, a_signed_note
from vitalshift_desktop.domain.note_templates import DAP, FREE
from vitalshift_desktop.domain.notes import Addendum, AdditionKind, Note, NoteId, Section
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    NoteAlreadySigned,
    NoteChangedElsewhere,
    NoteNotSigned,
    NotFound,
)
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.notes import NoteHead
from vitalshift_desktop.vault.vault import Vault

WORDS = st.text(max_size=60)
INSTANTS = st.datetimes(datetime(1950, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- the strategy adds the zone
SECTIONS = st.lists(
    st.builds(Section, key=WORDS, text=WORDS, heading=WORDS, alike=st.none() | st.integers(0, 100)), max_size=4
).map(tuple)
ADDENDA = st.lists(
    st.builds(Addendum, WORDS, WORDS, INSTANTS, st.dates(), WORDS, st.sampled_from(AdditionKind)), max_size=3
).map(tuple)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    template=WORDS,
    sections=SECTIONS,
    created=INSTANTS,
    changed=INSTANTS,
    version=st.integers(1, 10**6),
    seal=st.none() | st.tuples(INSTANTS, WORDS, WORDS, ADDENDA),
    touched=st.booleans(),
)
def test_a_note_comes_back_as_it_was_written(
    open_vault: Vault,
    template: str,
    sections: tuple[Section, ...],
    created: datetime,
    changed: datetime,
    version: int,
    seal: tuple[datetime, str, str, tuple[Addendum, ...]] | None,
    touched: bool,
) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        session = a_session(work, client)
        goals = frozenset({int(a_goal(work, client).id)} if touched else ())
        note = Note(
            NoteId(0), session.id, client.id, template, sections, created, changed, version, goals_touched=goals
        )
        if seal:
            signed_at, signer, fingerprint, addenda = seal
            note = replace(note, signed_at=signed_at, signer=signer, fingerprint=fingerprint, addenda=addenda)
        added = work.notes.add(note)
    with open_vault.read() as work:
        assert work.notes.get(added.id) == added == replace(note, id=added.id)


def test_a_draft_is_saved_over_the_version_it_was_made_from(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        draft = work.notes.add(a_draft(a_session(work, client)))
        goals = frozenset({int(a_goal(work, client).id), int(a_goal(work, client).id)})
        written = replace(draft, goals_touched=goals).written((Section("data", "Changed"), Section("plan")), NOON)
        work.notes.save(written, expected_version=draft.version)
        reshaped = replace(written, goals_touched=frozenset()).reshaped(FREE_TEXT, NOON)
    with open_vault.read() as work:
        assert work.notes.get(draft.id) == written
    with open_vault.write() as work:
        work.notes.save(reshaped, expected_version=written.version)
    with open_vault.read() as work:
        assert work.notes.get(draft.id) == reshaped


def test_a_draft_that_changed_elsewhere_is_not_written_over(open_vault: Vault) -> None:
    with open_vault.write() as work:
        draft = work.notes.add(a_draft(a_session(work, a_client(work))))
    here = draft.written((Section("data", "Here"),), NOON)
    there = draft.written((Section("data", "There"),), NOON)
    with open_vault.write() as work:
        work.notes.save(here, expected_version=draft.version)
    with pytest.raises(NoteChangedElsewhere), open_vault.write() as work:
        work.notes.save(there, expected_version=draft.version)
    with open_vault.read() as work:
        assert work.notes.get(draft.id) == here


def test_a_signed_note_takes_no_new_text(open_vault: Vault) -> None:
    with open_vault.write() as work:
        signed = a_signed_note(work, a_session(work, a_client(work)))
    with pytest.raises(NoteAlreadySigned), open_vault.write() as work:
        work.notes.save(replace(signed, sections=(Section("data", "Other"),)), expected_version=signed.version)
    with open_vault.read() as work:
        assert work.notes.get(signed.id) == signed
        assert signed.is_unaltered


def test_a_signed_note_is_added_to_and_keeps_what_was_added_before(open_vault: Vault) -> None:
    with open_vault.write() as work:
        signed = a_signed_note(work, a_session(work, a_client(work)))
        once = signed.added(Addendum("First", "left out", NOON, DAY, "R. Sample"))
        twice = once.added(Addendum("Second", "correction", NOON + timedelta(days=1), DAY, "R. Sample"))
        work.notes.append(once)
        work.notes.append(twice)
        work.notes.append(twice)
    with open_vault.read() as work:
        assert work.notes.get(signed.id) == twice


def test_an_unsigned_note_takes_no_addendum(open_vault: Vault) -> None:
    with open_vault.write() as work:
        draft = work.notes.add(a_draft(a_session(work, a_client(work))))
    with pytest.raises(NoteNotSigned), open_vault.write() as work:
        work.notes.append(replace(draft, addenda=(Addendum("Early", "", NOON, DAY, ""),)))


def test_a_session_has_one_note(open_vault: Vault) -> None:
    with open_vault.write() as work:
        session = a_session(work, a_client(work))
        work.notes.add(a_draft(session))
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.notes.add(a_draft(session))


def test_an_unknown_note_is_said_to_be_unknown(open_vault: Vault) -> None:
    with open_vault.read() as work:
        with pytest.raises(NotFound):
            work.notes.get(NoteId(99))
        assert work.notes.of_session(SessionId(99)) is None


def test_heads_tell_of_notes_without_their_text(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        first, second, bare = (a_session(work, client, day=day) for day in range(3))
        signed = a_signed_note(work, first)
        draft = work.notes.add(a_draft(second))
        heads = work.notes.heads([first.id, second.id, bare.id])
        assert heads == {
            first.id: NoteHead(signed.id, first.id, client.id, DAP, 1, NOON, NOON),
            second.id: NoteHead(draft.id, second.id, client.id, DAP, 1, NOON, None),
        }
        assert [head.is_signed for head in heads.values()] == [True, False]
        assert work.notes.heads([bare.id]) == {}


def test_notes_are_found_by_session_and_by_client(open_vault: Vault) -> None:
    with open_vault.write() as work:
        robin, kim = a_client(work), a_client(work, "Kim Sample")
        later = work.notes.add(a_draft(a_session(work, robin, day=7)))
        first = work.notes.add(a_draft(a_session(work, robin), "Earlier"))
        other = work.notes.add(a_draft(a_session(work, kim)))
        assert work.notes.of_client(robin.id) == (first, later)
        assert work.notes.of_session(other.session_id) == other
        found = work.notes.of_sessions([first.session_id, other.session_id])
        assert found == {first.session_id: first, other.session_id: other}


def test_saving_the_text_alone_keeps_the_goals_and_refuses_what_a_full_save_refuses(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        goals = frozenset({int(a_goal(work, client).id)})
        draft = work.notes.add(replace(a_draft(a_session(work, client)), goals_touched=goals))
        signed = a_signed_note(work, a_session(work, client, day=7))
        told = draft.written((Section("data", "Said."),), NOON)
        work.notes.save_text(replace(told, goals_touched=frozenset()), expected_version=draft.version)
        assert work.notes.get(draft.id) == told
        for note, problem in ((told, NoteChangedElsewhere), (replace(told, id=NoteId(99)), NotFound)):
            with pytest.raises(problem):
                work.notes.save_text(note, expected_version=draft.version)
        with pytest.raises(NoteAlreadySigned):
            work.notes.save_text(replace(signed, version=2), expected_version=signed.version)
        assert (work.notes.get(draft.id), work.notes.get(signed.id)) == (told, signed)


def test_the_template_of_the_latest_note_is_remembered(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        assert work.notes.last_template(client.id) is None
        work.notes.add(a_draft(a_session(work, client, day=7)))
        free = replace(a_draft(a_session(work, client)), template=FREE, created_at=NOON + timedelta(hours=1))
        work.notes.add(free)
        assert work.notes.last_template(client.id) == FREE
