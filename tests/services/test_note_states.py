"""Whatever is done to notes, in whatever order: a signed text never changes, and no save that was told is lost."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.notes import Note, NoteId
from vitalshift_desktop.domain.problems import (
    NoteAlreadySigned,
    NoteChangedElsewhere,
    NoteIsEmpty,
    NoteNotSigned,
    Problem,
)
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace

SESSIONS, RUNS, STEPS = 3, 7, 25
FAMILY_AND_PEACE = "\u05e9\u05dc\u05d5\u05dd \U0001f469\u200d\U0001f467"
TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            "  ",
            "Walked alone.",
            "a\u0000b",
            "line\nline\u2028line",
            "\u05e9\u05dc\u05d5\u05dd \U0001f469\u200d\U0001f467",
        ]
    ),
    st.text(max_size=30),
    st.integers(1, 60).map("counted aisles instead of exits, ".__mul__),
)
NUMBERS = st.integers(0, SESSIONS - 1)


@dataclass
class Expected:
    """What the counselor was told about one note."""

    note_id: NoteId
    texts: tuple[str, ...]
    version: int
    fingerprint: str = ""
    additions: tuple[str, ...] = ()


@contextmanager
def refused(problem: type[Problem] | None) -> Iterator[None]:
    """Where a problem is expected it must come, else none may."""
    if problem is None:
        yield
    else:
        with pytest.raises(problem):
            yield


class Writing(RuleBasedStateMachine):
    """A counselor, three sessions, and a computer that may be locked or fail at any time."""

    master: ReadyVault
    places: Path
    numbers = count()

    def __init__(self) -> None:
        super().__init__()
        self._clock = FakeClock()
        self._vault = self.master.copied_to(self.places / str(next(self.numbers)))
        self._open()
        world = World(self._workspace, self._clock)
        client = world.client()
        self._sessions: list[SessionId] = [world.held(client, -7 * (week + 1)).id for week in range(SESSIONS)]
        self._expected: dict[int, Expected] = {}

    def _open(self) -> None:
        self._workspace = Workspace(self._vault.open(now=self._clock.now), self._clock, Events())

    def _now(self, number: int) -> Note:
        return self._workspace.notes.get(self._expected[number].note_id).note

    @rule(number=NUMBERS)
    def start(self, number: int) -> None:
        note = self._workspace.notes.start(self._sessions[number])
        texts = tuple(section.text for section in note.sections)
        known = self._expected.setdefault(number, Expected(note.id, texts, note.version))
        assert (note.id, note.version) == (known.note_id, known.version)

    @precondition(lambda self: bool(self._expected))
    @rule(number=NUMBERS, texts=st.tuples(TEXTS, TEXTS, TEXTS), stale=st.integers(0, 9))
    def autosave(self, number: int, texts: tuple[str, str, str], stale: int) -> None:
        known = self._expected.get(number)
        if known is None:
            return
        is_stale = stale == 0 and known.version > 1
        problem = NoteAlreadySigned if known.fingerprint else NoteChangedElsewhere if is_stale else None
        note = self._now(number)
        sections = tuple(replace(section, text=text) for section, text in zip(note.sections, texts, strict=True))
        with refused(problem):
            version = known.version - is_stale
            saved = self._workspace.notes.save_draft(known.note_id, sections, base_version=version)
            known.texts, known.version = texts, saved.version
        self._clock.advance(seconds=2)

    @precondition(lambda self: bool(self._expected))
    @rule(number=NUMBERS)
    def sign(self, number: int) -> None:
        known = self._expected.get(number)
        if known is None:
            return
        is_empty = not any(text.strip() for text in known.texts)
        with refused(NoteAlreadySigned if known.fingerprint else NoteIsEmpty if is_empty else None):
            known.fingerprint = self._workspace.notes.sign(known.note_id).fingerprint

    @precondition(lambda self: bool(self._expected))
    @rule(number=NUMBERS, text=TEXTS)
    def add(self, number: int, text: str) -> None:
        known = self._expected.get(number)
        if known is None:
            return
        problem = None if known.fingerprint and text.strip() else Problem
        day = self._clock.now().date()
        with refused(problem if known.fingerprint else NoteNotSigned if text.strip() else Problem):
            self._workspace.notes.add_addendum(known.note_id, text, "remembered later", day)
            known.additions = (*known.additions, text.strip())

    @rule()
    def lock_and_unlock(self) -> None:
        self._workspace.close()
        self._open()

    @rule()
    def crash(self) -> None:
        """The computer stops in mid-work; what lies on the drive at this moment is all that is left."""
        left = self._vault.copied_to(self.places / str(next(self.numbers)))
        self._workspace.close()
        shutil.rmtree(self._vault.folder.parent)
        self._vault = left
        self._open()

    @invariant()
    def everything_told_is_there(self) -> None:
        for number, known in self._expected.items():
            note = self._now(number)
            assert tuple(section.text for section in note.sections) == known.texts
            assert note.fingerprint == known.fingerprint
            assert note.is_signed == bool(known.fingerprint)
            assert note.is_unaltered
            assert tuple(addition.text for addition in note.addenda) == known.additions

    def teardown(self) -> None:
        self._workspace.audit.verify()
        self._workspace.close()
        shutil.rmtree(self._vault.folder.parent)


def test_a_signed_text_never_changes_and_no_save_that_was_told_is_lost(
    master_vault: ReadyVault, tmp_path: Path
) -> None:
    machine = type("Machine", (Writing,), {"master": master_vault, "places": tmp_path})
    wanted = settings(
        max_examples=RUNS, stateful_step_count=STEPS, deadline=None, derandomize=True, phases=[Phase.generate]
    )
    run_state_machine_as_test(machine, settings=wanted)
