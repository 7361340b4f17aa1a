"""Waves below misspelt words: found a little at a time, painted over the text, never part of it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextBlock
from PySide6.QtWidgets import QTextEdit

from vitalshift_desktop.domain.spelling import key_of, words_in
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.prose_help import Spells, prose_help

SLICE_SECONDS = 0.003
PIECE = 600
"""Characters that are looked at in one go."""
MOST_MARKS = 1000
"""A text with more is in another language, or no prose; from there on nothing more is marked."""
_OUTSIDE = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A misspelt word and its place in the document, counted as Qt counts: in halves of characters where need be."""

    start: int
    word: str

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.start + len(self.word)


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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_slice)
        self._document.contentsChange.connect(self._on_change)
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
        shift = added - removed
        self._waiting = [
            (start + shift if start > place else start, end + shift if end >= place else end)
            for start, end in self._waiting
        ]
        self._waiting.append((place, place + added))
        if not self._timer.isActive():
            self._timer.start(0)

    def _on_slice(self) -> None:
        ends = perf_counter() + SLICE_SECONDS
        before = self._marks
        while self._waiting and perf_counter() < ends:
            self._look_at_piece()
        if self._marks != before:
            self._editor.viewport().update()
        if self._waiting:
            self._timer.start(0)

    def _look_at_piece(self) -> None:
        start, end = self._waiting.pop()
        block = self._document.findBlock(start)
        if self._speller is None or not block.isValid() or len(self._marks) >= MOST_MARKS:
            return
        base = block.position()
        # One place for each half that Qt counts, so that places here are places there.
        text = _OUTSIDE.sub("\ufffd\ufffd", block.text())
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
        first = bisect_left(self._marks, base + start, key=_start)
        last = bisect_left(self._marks, base + stop, key=_start)
        if found or first != last:
            self._marks = [*self._marks[:first], *found, *self._marks[last:]]

    # ------------------------------------------------------------ painting

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Draw the waves of the words inside this part of the viewport."""
        if not self._marks:
            return
        layout = self._document.documentLayout()
        exact = Qt.HitTestAccuracy.FuzzyHit
        first = layout.hitTest(QPointF(0, clip.top() - 1), exact)
        last = layout.hitTest(QPointF(clip.right(), clip.bottom() + 1), exact)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("attnmark"), theme().scale(1.4) if theme().scale(10) > 14 else 1.4))
        caret = self._being_typed_at()
        for mark in self._marks[max(0, bisect_left(self._marks, first, key=_start) - 1) :]:
            if mark.start > last:
                break
            if mark.end != caret:
                for place in self._places(mark):
                    painter.drawPolyline(_wave(place))

    def _being_typed_at(self) -> int:
        cursor = self._editor.textCursor()
        return cursor.position() if self._editor.hasFocus() and not cursor.hasSelection() else -1

    def _places(self, mark: Mark) -> list[QRectF]:
        block = self._document.findBlock(mark.start)
        origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
        return [place.translated(origin) for place in _lines_of(block, mark)]


def _start(mark: Mark) -> int:
    return mark.start


def _moved(marks: list[Mark], place: int, removed: int, added: int) -> list[Mark]:
    """The marks after a change of the text; those that it touched are gone."""
    first = bisect_left(marks, place, key=_start)
    while first and marks[first - 1].end >= place:
        first -= 1
    last = bisect_left(marks, place + removed + 1, key=_start)
    after = [Mark(mark.start + added - removed, mark.word) for mark in marks[last:]]
    return [*marks[:first], *after]


def _whole_words(text: str, start: int, stop: int) -> tuple[int, int]:
    """The same part with the words at its edges whole."""
    while start and not text[start - 1].isspace():
        start -= 1
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    return start, stop


def _lines_of(block: QTextBlock, mark: Mark) -> list[QRectF]:
    """Where a word stands in its block; a long one may be broken into several lines."""
    layout, start, end = block.layout(), mark.start - block.position(), mark.end - block.position()
    places = []
    while start < end:
        line = layout.lineForTextPosition(start)
        if not line.isValid():
            break
        stop = min(end, line.textStart() + line.textLength())
        sides = sorted((_x(line.cursorToX(start)), _x(line.cursorToX(stop))))
        places.append(QRectF(sides[0], line.y() + line.ascent(), sides[1] - sides[0], line.descent()))
        start = max(stop, start + 1)
    return places


def _x(found: object) -> float:
    """PySide gives the place together with the cursor it was asked for."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # one of the two


def _wave(place: QRectF) -> QPolygonF:
    """A zigzag right below the letters."""
    step = max(2.0, theme().scale(20) / 10)
    top, points, x, up = place.top() + step, [], place.left(), False
    while x < place.right():
        points.append(QPointF(x, top + (0 if up else step)))
        x, up = x + step, not up
    return QPolygonF([*points, QPointF(place.right(), top + (0 if up else step))])
