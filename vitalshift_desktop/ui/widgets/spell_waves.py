"""Paints waves below misspelt words; where they lie is remembered for each paragraph until it changes."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

from vitalshift_desktop.ui.widgets.wave import wave_below, wave_picture, wave_step


@dataclass(frozen=True, slots=True)
class Mark:
    """A misspelt word and its place in the document, counted as Qt counts: in halves of characters where need be."""

    start: int
    word: str

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.start + len(self.word)


Known = tuple[object, list[list[QRectF]]]


class SpellWaves:
    """The waves of one document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._known: dict[int, Known] = {}

    def paint(self, painter: QPainter, clip: QRect, marks: Sequence[Mark], caret: int) -> Mark | None:
        """Draw the waves inside a part of the viewport; the word that ends at the caret is left out, and given."""
        layout = self._document.documentLayout()
        wave = wave_picture(painter.device().devicePixelRatioF())
        block = self._document.findBlock(layout.hitTest(QPointF(0, clip.top() - 1), Qt.HitTestAccuracy.FuzzyHit))
        left_out = None
        while block.isValid():
            place = layout.blockBoundingRect(block)
            if place.top() > clip.bottom():
                break
            first, last = _inside(block, marks)
            if first != last:
                for mark, waves in zip(marks[first:last], self._waves(block, marks[first:last]), strict=True):
                    if mark.end == caret:
                        left_out = mark
                        continue
                    for one in waves:
                        painter.drawTiledPixmap(one.translated(place.topLeft()).toRect(), wave)
            block = block.next()
        return left_out

    def places(self, mark: Mark) -> list[QRectF]:
        """Where the waves of one word lie now."""
        block = self._document.findBlock(mark.start)
        origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
        return [place.translated(origin) for place in _lines_of(block, mark, wave_step())]

    def _waves(self, block: QTextBlock, marks: Sequence[Mark]) -> list[list[QRectF]]:
        base, step = block.position(), wave_step()
        number = block.blockNumber()
        shape = (self._document.textWidth(), step, block.revision(), block.length(), self._document.blockCount())
        key = (shape, tuple((mark.start - base, mark.word) for mark in marks))
        known = self._known.get(number)
        if known is None or known[0] != key:
            if len(self._known) > self._document.blockCount():
                self._known.clear()
            known = self._known[number] = (key, [_lines_of(block, mark, step) for mark in marks])
        return known[1]


def begin(mark: Mark) -> int:
    """Where a mark begins."""
    return mark.start


def _inside(block: QTextBlock, marks: Sequence[Mark]) -> tuple[int, int]:
    """The part of all marks that lies in a paragraph."""
    first = bisect_left(marks, block.position(), key=begin)
    return first, bisect_left(marks, block.position() + block.length(), first, key=begin)


def _lines_of(block: QTextBlock, mark: Mark, step: int) -> list[QRectF]:
    """The waves of a word within its paragraph; a long word may be broken into several lines."""
    layout, start, end = block.layout(), mark.start - block.position(), mark.end - block.position()
    places = []
    while start < end:
        line = layout.lineForTextPosition(start)
        if not line.isValid():
            break
        stop = min(end, line.textStart() + line.textLength())
        left, right = sorted((_x(line.cursorToX(start)), _x(line.cursorToX(stop))))
        places.append(wave_below(left, line.y() + line.ascent(), right - left, step))
        start = max(stop, start + 1)
    return places


def _x(found: object) -> float:
    """PySide gives the place together with the cursor it was asked for."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # one of the two
