"""Waves below misspelt words: found a little at a time, painted over the text, never part of it."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from vitalshift_desktop.domain.spelling import key_of, words_in
from vitalshift_desktop.ui.widgets.prose_help import Spells, prose_help
from vitalshift_desktop.ui.widgets.spell_waves import Mark, SpellWaves, begin

SLICE_SECONDS = 0.003
PAUSE_MS = 60
"""After a key; several that follow each other closely are looked at together, beside the keys."""
PIECE = 600
"""Characters that are looked at in one go."""
MOST_MARKS = 1000
"""A text with more is in another language, or no prose; from there on nothing more is marked."""
OUTSIDE = re.compile("[\U00010000-\U0010ffff]")
"""Characters that Qt counts as two."""


class SpellMarks(QObject):
    """The marks of one editor. Only what changed is looked at again; the document knows nothing of it."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document = editor.document()
        self._speller: Spells | None = None
        self._marks: list[Mark] = []
        self._waiting: list[tuple[int, int]] = []
        self._ignored: set[str] = set()
        self._is_wanted = False
        self._waves = SpellWaves(self._document)
        self._unpainted: Mark | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_slice)
        self._document.contentsChange.connect(self._on_change)
        editor.cursorPositionChanged.connect(self._on_caret)
        prose_help().changed.connect(self._on_help)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The misspelt words, in the order of the text."""
        return tuple(self._marks)

    @property
    def is_checking(self) -> bool:
        """Whether there is anything to check with, and anybody who wants it."""
        return self._speller is not None and self._is_wanted

    def want(self, *, wanted: bool) -> None:
        """Check from now on, or take all marks away: for text that cannot be seen or changed."""
        if wanted != self._is_wanted:
            self._is_wanted = wanted
            self._look_at_all()
        if wanted and self._speller is None:
            prose_help().wanted.emit()
            self._on_help()

    def finish(self) -> None:
        """Look at whatever still waits."""
        while self._waiting:
            self._look_at_piece()

    def ignore(self, word: str) -> None:
        """Do not mark this word in this editor any more."""
        self._ignored.add(key_of(word))
        self._marks = [mark for mark in self._marks if key_of(mark.word) not in self._ignored]
        self._editor.viewport().update()

    def mark_at(self, place: int) -> Mark | None:
        """The misspelt word that the caret touches."""
        return next((mark for mark in self._marks if mark.start <= place <= mark.end), None)

    def mark_after(self, place: int) -> Mark | None:
        """The next misspelt word, from the top again where none follows."""
        later = (mark for mark in self._marks if mark.start >= place)
        return next(later, self._marks[0] if self._marks else None)

    # ------------------------------------------------------------ looking

    def _on_help(self) -> None:
        if self._is_wanted:
            self._speller = prose_help().speller
            self._look_at_all()

    def _look_at_all(self) -> None:
        had = bool(self._marks)
        self._marks, self._waiting = [], []
        if self.is_checking:
            end, first, last = self._document.characterCount() - 1, *self._seen()
            self._waiting = [(0, first), (last, end), (first, last)]  # the last one first: what is seen
            self._timer.start(0)
        elif had:
            self._editor.viewport().update()

    def _seen(self) -> tuple[int, int]:
        seen = self._editor.viewport().visibleRegion().boundingRect()
        return (
            self._editor.cursorForPosition(seen.topLeft()).position(),
            self._editor.cursorForPosition(seen.bottomRight()).position(),
        )

    def _on_change(self, place: int, removed: int, added: int) -> None:
        if not self.is_checking:
            return
        if removed != added or self._marks:
            self._marks = _moved(self._marks, place, removed, added)
        self._waiting = [shifted(start, end, place, removed, added) for start, end in self._waiting]
        if self._waiting and self._waiting[-1][0] <= place <= self._waiting[-1][1]:
            start, end = self._waiting.pop()
            self._waiting.append((start, max(end, place + added)))
        else:
            self._waiting.append((place, place + added))
        if not self._timer.isActive():
            self._timer.start(PAUSE_MS)

    def _on_slice(self) -> None:
        ends = perf_counter() + SLICE_SECONDS
        while self._waiting and perf_counter() < ends:
            self._look_at_piece()
        if self._waiting:
            self._timer.start(0)

    def _look_at_piece(self) -> None:
        start, end = self._waiting.pop()
        block = self._document.findBlock(start)
        if self._speller is None or not block.isValid() or len(self._marks) >= MOST_MARKS:
            return
        base = block.position()
        # One place for each half that Qt counts, so that places here are places there.
        text = OUTSIDE.sub("\ufffd\ufffd", block.text())
        stop = min(end - base, start - base + PIECE, len(text))
        if base + stop < end:
            self._waiting.append((base + stop + (stop == len(text)), end))
        self._check(base, text, *_whole_words(text, start - base, stop))

    def _check(self, base: int, text: str, start: int, stop: int) -> None:
        speller = self._speller
        assert speller is not None  # noqa: S101 -- asked by the only caller
        found = [
            Mark(base + start + word.start, word.text)
            for word in words_in(text[start:stop])
            if not speller.is_right(word.text) and key_of(word.text) not in self._ignored
        ]
        first = bisect_left(self._marks, base + start, key=begin)
        last = bisect_left(self._marks, base + stop, key=begin)
        before = self._marks[first:last]
        if found != before:
            self._marks = [*self._marks[:first], *found, *self._marks[last:]]
            self._repaint({*found}.symmetric_difference(before))

    def _repaint(self, marks: Iterable[Mark]) -> None:
        """Paint anew where these marks come or go, and nothing else."""
        for mark in marks:
            for place in self._waves.places(mark):
                self._editor.viewport().update(place.toAlignedRect())

    # ------------------------------------------------------------ painting

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Draw the waves inside this part of the viewport; a word has none while the caret stands at its end."""
        if self._marks:
            self._unpainted = self._waves.paint(painter, clip, self._marks, self._caret())

    def _on_caret(self) -> None:
        if self._unpainted is not None and self._unpainted.end != self._caret():
            self._repaint([self._unpainted])
            self._unpainted = None

    def _caret(self) -> int:
        cursor = self._editor.textCursor()
        return cursor.position() if self._editor.hasFocus() and not cursor.hasSelection() else -1


def shifted(start: int, end: int, place: int, removed: int, added: int) -> tuple[int, int]:
    """The same part after a change of the text; what was taken out of it is in it no more."""
    after = place + removed
    if start > place:
        start = start + added - removed if start >= after else place
    if end >= place:
        end = end + added - removed if end >= after else place + added
    return start, end


def _moved(marks: list[Mark], place: int, removed: int, added: int) -> list[Mark]:
    """The marks after a change of the text; those that it touched are gone."""
    first = bisect_left(marks, place, key=begin)
    while first and marks[first - 1].end >= place:
        first -= 1
    last = bisect_left(marks, place + removed + 1, key=begin)
    after = [Mark(mark.start + added - removed, mark.word) for mark in marks[last:]]
    return [*marks[:first], *after]


def _whole_words(text: str, start: int, stop: int) -> tuple[int, int]:
    """The same part with the words at its edges whole."""
    while start and not text[start - 1].isspace():
        start -= 1
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    return start, stop
