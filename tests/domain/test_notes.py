from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.domain.examples import MAREN
from vitalshift_desktop.domain.notes import (
    LONGEST_SECTION,
    SECTION_KEYS,
    Addendum,
    Note,
    NoteId,
    Section,
    Template,
    empty_sections,
    fingerprint,
)
from vitalshift_desktop.domain.problems import (
    NoteAlreadySigned,
    NoteIsEmpty,
    NoteNotSigned,
    RecordProblem,
    TextTooLong,
)
from vitalshift_desktop.domain.sessions import SessionId

_START = datetime(2026, 3, 12, 18, 30, tzinfo=UTC)
_LATER = _START + timedelta(hours=1)


def _note(template: Template = Template.DAP) -> Note:
    return Note(NoteId(1), SessionId(1), MAREN, template, empty_sections(template), _START, _START)


def _written(text: str = "Arrived on time.") -> Note:
    return _note().written((Section("data", text), Section("assessment"), Section("plan")), _LATER)


def _addendum(text: str = "Called back.") -> Addendum:
    return Addendum(text, "Forgotten", _LATER, date(2026, 3, 12), "M. Example")


def test_writing_counts_the_saves() -> None:
    note = _written()
    assert (note.version, note.changed_at, note.created_at) == (2, _LATER, _START)
    assert (note.section("data"), note.section("plan"), note.section("unknown")) == ("Arrived on time.", "", "")


def test_a_note_of_spaces_has_no_text_and_cannot_be_signed() -> None:
    note = _written(" \n\t ")
    assert not note.has_text
    with pytest.raises(NoteIsEmpty):
        note.signed(_LATER, "M. Example")


def test_a_section_can_hold_very_long_text_but_not_more() -> None:
    assert _written("a" * LONGEST_SECTION).has_text
    with pytest.raises(TextTooLong):
        _written("a" * (LONGEST_SECTION + 1))


def test_signing_seals_the_text_with_signer_and_time() -> None:
    note = _written().signed(_LATER, "M. Example")
    assert (note.is_signed, note.signed_at, note.signer) == (True, _LATER, "M. Example")
    assert note.fingerprint == fingerprint(note)
    assert len(note.fingerprint) == 64
    assert note.is_unaltered


@pytest.mark.parametrize(
    "change",
    [
        {"sections": (Section("data", "Arrived late."), Section("assessment"), Section("plan"))},
        {"sections": (Section("assessment", "Arrived on time."), Section("data"), Section("plan"))},
        {"signer": "Somebody Else"},
        {"signed_at": _LATER + timedelta(microseconds=1)},
        {"goals_touched": frozenset({7})},
        {"session_id": SessionId(2)},
        {"template": Template.FREE},
    ],
)
def test_any_change_of_what_was_sealed_shows(change: dict[str, object]) -> None:
    note = _written().signed(_LATER, "M. Example")
    assert not replace(note, **change).is_unaltered  # type: ignore[arg-type]  # each value fits the field it names


def test_an_unsigned_note_counts_as_unaltered() -> None:
    assert _written().is_unaltered


def test_the_fingerprint_does_not_depend_on_the_order_of_goals() -> None:
    one = _written().touching(frozenset({1, 2, 30}), _LATER).signed(_LATER, "M. Example")
    two = _written().touching(frozenset({30, 2, 1}), _LATER).signed(_LATER, "M. Example")
    assert one.fingerprint == two.fingerprint


def test_linking_goals_does_not_count_as_a_save_of_the_text() -> None:
    note = _written()
    linked = note.touching(frozenset({3}), _LATER)
    assert (linked.version, linked.goals_touched, linked.sections) == (note.version, frozenset({3}), note.sections)


def test_a_note_cannot_be_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        _written().signer = "Somebody Else"  # type: ignore[misc]  # that it is refused is what we test


def test_another_template_keeps_every_word() -> None:
    note = _note().written(
        (Section("data", "Seen."), Section("assessment", "Thought."), Section("plan", "Next.")), _LATER
    )
    free = note.reshaped(Template.FREE, _LATER)
    assert free.sections == (Section("text", "Seen.\n\nThought."), Section("plan", "Next."))
    assert free.version == note.version + 1
    back = free.reshaped(Template.DAP, _LATER)
    assert back.sections == (Section("data", "Seen.\n\nThought."), Section("assessment"), Section("plan", "Next."))


def test_another_template_of_an_empty_note_is_empty() -> None:
    assert _note().reshaped(Template.FREE, _LATER).sections == empty_sections(Template.FREE)


def test_an_addendum_needs_a_signed_note_and_text() -> None:
    with pytest.raises(NoteNotSigned):
        _written().added(_addendum())
    signed = _written().signed(_LATER, "M. Example")
    with pytest.raises(NoteIsEmpty):
        signed.added(_addendum("  "))
    added = signed.added(_addendum()).added(_addendum("And wrote."))
    assert [entry.text for entry in added.addenda] == ["Called back.", "And wrote."]
    assert added.is_unaltered


def test_every_template_ends_with_the_plan() -> None:
    assert {keys[-1] for keys in SECTION_KEYS.values()} == {"plan"}
    assert set(SECTION_KEYS) == set(Template)


class NoteLife(RuleBasedStateMachine):
    """A note through any order of acts: once signed, text, links and seal stay as they were."""

    def __init__(self) -> None:
        super().__init__()
        self.note = _note()
        self.sealed: Note | None = None
        self.added = 0

    @rule(text=st.text(max_size=20), key=st.sampled_from(["data", "assessment", "plan", "text"]))
    def write(self, text: str, key: str) -> None:
        sections = tuple(replace(s, text=text) if s.key == key else s for s in self.note.sections)
        self._try(lambda: self.note.written(sections, _LATER))

    @rule(template=st.sampled_from(list(Template)))
    def reshape(self, template: Template) -> None:
        self._try(lambda: self.note.reshaped(template, _LATER))

    @rule(goals=st.frozensets(st.integers(1, 5)))
    def link(self, goals: frozenset[int]) -> None:
        self._try(lambda: self.note.touching(goals, _LATER))

    @rule(signer=st.sampled_from(["M. Example", "A. Nother"]))
    def sign(self, signer: str) -> None:
        self._try(lambda: self.note.signed(_LATER, signer))
        if self.note.is_signed and self.sealed is None:
            self.sealed = self.note

    @precondition(lambda self: self.sealed is not None)
    @rule(text=st.text(min_size=1, max_size=10).filter(str.strip))
    def add(self, text: str) -> None:
        self.note = self.note.added(_addendum(text))
        self.added += 1

    def _try(self, act: Callable[[], Note]) -> None:
        try:
            self.note = act()
            refused = False
        except NoteAlreadySigned:
            refused = True
        except RecordProblem:
            assert self.sealed is None
            return
        assert refused is (self.sealed is not None)

    @invariant()
    def a_signed_note_never_changes(self) -> None:
        assert self.note.is_unaltered
        if self.sealed is not None:
            assert replace(self.note, addenda=()) == self.sealed
            assert len(self.note.addenda) == self.added


NoteLife.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
TestASignedNoteNeverChanges = NoteLife.TestCase
