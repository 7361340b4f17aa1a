from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.domain.examples import DAP_SHAPE, FREE_TEXT, MAREN, RISK
from vitalshift_desktop.domain.note_templates import NoteTemplate
from vitalshift_desktop.domain.notes import (
    LONGEST_SECTION,
    Addendum,
    Note,
    NoteId,
    Section,
    empty_sections,
    fingerprint,
    first_fingerprint,
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


def _note(template: NoteTemplate = DAP_SHAPE) -> Note:
    sections = empty_sections(template.headings)
    return Note(NoteId(1), SessionId(1), MAREN, template.key, sections, _START, _START)


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
    assert note.fingerprint.startswith("2:")
    assert len(note.fingerprint) == 66
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
        {"template": "free"},
        {"sections": (Section("data", "Arrived on time.", "Fact"), Section("assessment"), Section("plan"))},
        {"sections": (Section("data", "Arrived on time.", "Data", 80), Section("assessment"), Section("plan"))},
        {"attachments": ("ab" * 32,)},
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
    free = note.reshaped(FREE_TEXT, _LATER)
    assert free.sections == (Section("text", "Seen.\n\nThought.", "Note"), Section("plan", "Next.", "Plan"))
    assert (free.template, free.version) == ("free", note.version + 1)
    assert free.reshaped(DAP_SHAPE, _LATER).sections == (
        Section("data", "Seen.\n\nThought.", "Data"),
        Section("assessment", "", "Assessment"),
        Section("plan", "Next.", "Plan"),
    )


def test_another_template_of_an_empty_note_is_empty() -> None:
    assert _note().reshaped(FREE_TEXT, _LATER).sections == empty_sections(FREE_TEXT.headings)


def test_a_part_is_added_below_once_and_stays_when_the_template_changes() -> None:
    note = _note().with_part(RISK, _LATER)
    assert [one.heading for one in note.sections] == ["Data", "Assessment", "Plan", "Asked", "Said"]
    assert note.with_part(RISK, _LATER).sections == note.sections
    told = note.written(tuple(replace(one, text=one.key) for one in note.sections), _LATER)
    free = told.reshaped(FREE_TEXT, _LATER, before=DAP_SHAPE)
    assert [(one.key, one.text) for one in free.sections] == [
        ("text", "data\n\nassessment"), ("plan", "plan"), ("asked", "asked"), ("said", "said"),
    ]  # fmt: skip
    assert free.put_back(told, _LATER).sections == told.sections


def test_writing_keeps_the_headings_of_the_note() -> None:
    assert [section.heading for section in _written().sections] == ["Data", "Assessment", "Plan"]


@given(
    texts=st.lists(st.text(max_size=30), min_size=3, max_size=3),
    shapes=st.lists(st.sampled_from([FREE_TEXT, DAP_SHAPE, RISK]), max_size=5),
)
def test_no_word_is_lost_by_any_change_of_templates(texts: list[str], shapes: list[NoteTemplate]) -> None:
    known = {shape.key: shape for shape in (FREE_TEXT, DAP_SHAPE, RISK)}
    note = _note()
    note = note.written(tuple(replace(one, text=text) for one, text in zip(note.sections, texts, strict=True)), _LATER)
    for place, shape in enumerate(shapes):
        note = note.with_part(shape, _LATER) if place % 2 else note.reshaped(shape, _LATER, before=known[note.template])
    whole = [section.text for section in note.sections]
    assert all(any(text.strip() in one for one in whole) for text in texts)


def test_a_note_signed_by_an_earlier_version_is_still_whole_and_may_hold_nothing_newer() -> None:
    bare = replace(_written(), sections=(Section("data", "Arrived on time."), Section("plan")))
    sealed = replace(bare, signed_at=_LATER, signer="M. Example")
    old = replace(sealed, fingerprint=first_fingerprint(sealed))
    assert len(old.fingerprint) == 64
    assert old.is_unaltered
    assert not replace(old, sections=(Section("data", "Arrived late."), Section("plan"))).is_unaltered
    for newer in (
        {"sections": (Section("data", "Arrived on time.", "Other"), Section("plan"))},
        {"sections": (Section("data", "Arrived on time.", alike=90), Section("plan"))},
        {"attachments": ("ab" * 32,)},
    ):
        assert not replace(old, **newer).is_unaltered


def test_the_fingerprint_of_an_earlier_version_is_the_one_that_version_made() -> None:
    note = Note(
        NoteId(3), SessionId(7), MAREN, "dap", (Section("data", "Grüße"), Section("plan", "x")), _START, _START,
        signed_at=_LATER, signer="M. Example", goals_touched=frozenset({2, 1}),
    )  # fmt: skip
    assert first_fingerprint(note) == "4455b637bcfd17366fd631486d9f6f4aadf51b11d38357467ed37b2089cc692b"


def test_an_addendum_needs_a_signed_note_and_text() -> None:
    with pytest.raises(NoteNotSigned):
        _written().added(_addendum())
    signed = _written().signed(_LATER, "M. Example")
    with pytest.raises(NoteIsEmpty):
        signed.added(_addendum("  "))
    added = signed.added(_addendum()).added(_addendum("And wrote."))
    assert [entry.text for entry in added.addenda] == ["Called back.", "And wrote."]
    assert added.is_unaltered


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

    @rule(template=st.sampled_from([FREE_TEXT, DAP_SHAPE, RISK]))
    def add_part(self, template: NoteTemplate) -> None:
        self._try(lambda: self.note.with_part(template, _LATER))

    @rule(template=st.sampled_from([FREE_TEXT, DAP_SHAPE]))
    def reshape(self, template: NoteTemplate) -> None:
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
