"""Paints what the switcher found: a heading, or an icon with the matching letters in bold."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vitalshift_desktop.ui.theme.icons import draw_icon
from vitalshift_desktop.ui.theme.theme import theme

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


class HitDelegate(QStyledItemDelegate):
    """Asks for the line at a place and for what was typed, and paints only."""

    def __init__(self, line: Callable[[int], "_Found | str"], typed: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._typed = typed

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = isinstance(self._line(index.row()), str)
        return QSize(theme().scale(200), theme().scale(36 if is_heading else 40))

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
        side = theme().scale(18)
        place = QRectF(inside.left(), inside.center().y() + 0.5 - side / 2, side, side)
        draw_icon(painter, place, hit.icon, theme().color("text"))
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
