"""Paints what the switcher found: a heading, or an icon with the matching letters in bold."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vitalshift_desktop.ui.theme.icons import draw_icon
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.hatching import paint_hatching

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Found(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def detail(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def hint(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def marks(self) -> tuple[tuple[int, int], ...]: ...
    @property
    def is_covered(self) -> bool: ...


class HitDelegate(QStyledItemDelegate):
    """Asks for the line at a place and for what was typed, and paints only."""

    def __init__(self, line: Callable[[int], "_Found | str"], typed: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._typed = typed

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self._line(index.row())
        height = 36 if isinstance(line, str) else 62 if line.sentence else 40
        return QSize(theme().scale(200), theme().scale(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._line(index.row())
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = rect.adjusted(theme().scale(12), 0, -theme().scale(12), 0)
        if isinstance(line, str):
            painter.setFont(theme().font("detail"))
            painter.setPen(theme().color("text2"))
            painter.drawText(inside.adjusted(0, 4, 0, 0), Qt.AlignmentFlag.AlignLeft | _MIDDLE, line)
        else:
            self._paint_hit(painter, rect, inside, line, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_hit(self, painter: QPainter, rect: QRect, inside: QRect, hit: _Found, is_selected: bool) -> None:
        if is_selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("sel"))
            painter.drawRoundedRect(QRectF(rect), 5, 5)
        upper = inside.adjusted(0, theme().scale(6), 0, -theme().scale(28)) if hit.sentence else inside
        if hit.sentence:
            lower = QRectF(inside).adjusted(theme().scale(30), theme().scale(33), 0, -theme().scale(5))
            _paint_sentence(painter, lower, hit)
        side = theme().scale(18)
        place = QRectF(upper.left(), upper.center().y() + 0.5 - side / 2, side, side)
        draw_icon(painter, place, hit.icon, theme().color("text"))
        self._paint_words(painter, upper, hit)

    def _paint_words(self, painter: QPainter, inside: QRect, hit: _Found) -> None:
        at = QPointF(inside.left() + theme().scale(30), self._baseline(inside))
        for words, font, tone in self._runs(hit):
            painter.setFont(font)
            painter.setPen(theme().color(tone))
            painter.drawText(at, words)
            at.setX(at.x() + QFontMetricsF(font).horizontalAdvance(words))
        painter.setFont(theme().font("hint"))
        painter.setPen(theme().color("text2"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | _MIDDLE, hit.hint)

    def _baseline(self, inside: QRect) -> float:
        metrics = QFontMetricsF(theme().font())
        return inside.top() + (inside.height() + metrics.ascent() - metrics.descent()) / 2

    def _runs(self, hit: _Found) -> list[tuple[str, QFont, str]]:
        plain, bold = theme().font(), theme().font(bold=True)
        typed = self._typed().strip()
        found = hit.text.casefold().find(typed.casefold()) if typed else -1
        if found < 0:
            runs = [(hit.text, plain, "text")]
        else:
            end = found + len(typed)
            runs = [
                (hit.text[:found], plain, "text"),
                (hit.text[found:end], bold, "text"),
                (hit.text[end:], plain, "text"),
            ]
        return [*runs, (f"  {hit.detail}", plain, "text2")] if hit.detail else runs


def _paint_sentence(painter: QPainter, rect: QRectF, hit: _Found) -> None:
    """One line of the record with what was looked for in bold; of a long one the part around the first place."""
    plain, bold = theme().font("detail"), theme().font("detail", bold=True)
    runs = _cut(_runs_of(hit), plain, bold, rect.width())
    width = sum(QFontMetricsF(bold if is_mark else plain).horizontalAdvance(words) for words, is_mark in runs)
    if hit.is_covered:
        paint_hatching(painter, QRectF(rect.left(), rect.top() + 2, min(width, rect.width()), rect.height() - 4))
        return
    metrics = QFontMetricsF(plain)
    at = QPointF(rect.left(), rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2)
    for words, is_mark in runs:
        font = bold if is_mark else plain
        painter.setFont(font)
        painter.setPen(theme().color("text" if is_mark else "text2"))
        painter.drawText(at, words)
        at.setX(at.x() + QFontMetricsF(font).horizontalAdvance(words))


def _runs_of(hit: _Found) -> list[tuple[str, bool]]:
    """The sentence in parts, and which of them were looked for."""
    runs, done = [], 0
    for begin, end in hit.marks:
        runs += [(hit.sentence[done:begin], False), (hit.sentence[begin:end], True)]
        done = end
    return [*runs, (hit.sentence[done:], False)]


def _cut(runs: list[tuple[str, bool]], plain: QFont, bold: QFont, width: float) -> list[tuple[str, bool]]:
    """The parts as far as there is room; before the first place as much is left out as it needs to be seen."""
    ahead, *others = runs
    metrics = QFontMetricsF(plain)
    needed = sum(QFontMetricsF(bold if is_mark else plain).horizontalAdvance(words) for words, is_mark in others)
    room = max(width - needed, width / 3) if others else width
    mode = Qt.TextElideMode.ElideLeft if others else Qt.TextElideMode.ElideRight
    first = metrics.elidedText(ahead[0], mode, room)
    shown, left = [(first, False)], width - metrics.horizontalAdvance(first)
    for words, is_mark in others:
        font = QFontMetricsF(bold if is_mark else plain)
        fitting = font.elidedText(words, Qt.TextElideMode.ElideRight, max(left, 0.0))
        shown.append((fitting, is_mark))
        left -= font.horizontalAdvance(fitting)
        if fitting != words:
            break
    return shown
