"""The thread of a client's work: one dot for each session, phase after phase."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.focus_ring import RingedFocus
from vitalshift_desktop.words import _

_FOLD_OVER = 30
_DOT = 4.5
_STEP = 19
_CLOSEST = 11
_GAP = 24
_DASHES = 74


class PhaseState(StrEnum):
    """Whether a phase is over, now, or not begun."""

    PAST = "past"
    CURRENT = "current"
    AHEAD = "ahead"


class Mark(StrEnum):
    """What a session is marked with."""

    DROP = "drop"
    RUPTURE = "rupture"
    TALKED_THROUGH = "talked_through"


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase with its sessions by number; without sessions `first` is 0, with one only `last` may be None.

    `kinds` says of which kind a rupture is, by the number of its session.
    """

    name: str
    first: int
    last: int | None
    state: PhaseState
    marks: tuple[tuple[int, Mark], ...] = ()
    kinds: tuple[tuple[int, str], ...] = ()

    @property
    def sessions(self) -> range:
        """The numbers of its sessions."""
        return range(self.first, self._end + 1) if self.first else range(0)

    @property
    def caption(self) -> str:
        """What stands beside the name."""
        if self.state is PhaseState.AHEAD or not self.first:
            return ""
        if self.state is PhaseState.CURRENT:
            return _("since session {number}").format(number=self.first)
        return f"{self.first}–{self._end}" if self._end > self.first else str(self.first)

    @property
    def _end(self) -> int:
        return self.first if self.last is None else self.last


class PhaseThread(QWidget):
    """Dots on a line, diamonds for marked sessions, a ring for the next one; click or Enter opens the phase menu."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: tuple[Phase, ...] = ()
        self._next: int | None = None
        self._ring = RingedFocus(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Phases"))

    def show_phases(self, phases: Sequence[Phase], next_session: int | None = None) -> None:
        """Show these phases; the ring stands for the session with the number `next_session`."""
        self._phases = tuple(phases)
        self._next = next_session
        self.setAccessibleName(_("Phases"))
        self.setAccessibleDescription(self.sentence())
        self.setToolTip(self.sentence())
        self.updateGeometry()
        self.update()

    def sentence(self) -> str:
        """The whole thread in words."""
        parts = [_spoken(phase) for phase in self._phases]
        if self._next is not None:
            parts.append(_("The next session is number {number}").format(number=self._next))
        return ". ".join(parts)

    def sizeHint(self) -> QSize:
        width = sum(self._width(phase) + theme().scale(_GAP) for phase in self._phases)
        return QSize(width, theme().scale(46))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().scale(200), theme().scale(46))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.come(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for phase in self._phases:
            self._paint_dots(painter, phase, left)
            self._paint_words(painter, phase, left)
            left += self._width(phase) + theme().scale(_GAP)

    def _is_folded(self, phase: Phase) -> bool:
        count = sum(len(phase.sessions) for phase in self._phases)
        return count > _FOLD_OVER and phase.state is PhaseState.PAST

    def _dots(self, phase: Phase) -> list[int]:
        if phase.state is PhaseState.AHEAD or not phase.sessions:
            return []
        numbers = [phase.sessions[0], phase.sessions[-1]] if self._is_folded(phase) else list(phase.sessions)
        if self._next is not None and phase.state is PhaseState.CURRENT:
            numbers = [number for number in numbers if number != self._next] + [self._next]
        return numbers

    def _width(self, phase: Phase) -> int:
        words = QFontMetrics(theme().font("detail")).horizontalAdvance(f"{phase.name} {phase.caption} ")
        dots = len(self._dots(phase))
        if not dots:
            return max(words, theme().scale(_DASHES))
        return max(words, round(self._step() * (dots + (2 if phase.state is PhaseState.CURRENT else 0))))

    def _step(self) -> float:
        """From dot to dot: less where many sessions have to find room."""
        dots = sum(len(self._dots(phase)) for phase in self._phases) + 2
        empty = sum(not self._dots(phase) for phase in self._phases)
        taken = len(self._phases) * theme().scale(_GAP) + empty * theme().scale(_DASHES)
        room = (self.width() - taken) / dots
        return max(theme().scale(_CLOSEST), min(theme().scale(_STEP), room))

    def _paint_dots(self, painter: QPainter, phase: Phase, left: float) -> None:
        numbers = self._dots(phase)
        y = theme().scale(16)
        start = left + theme().scale(_DOT + 1.5)
        if not numbers:
            self._paint_ahead(painter, start, left + theme().scale(_DASHES), y)
            return
        tone = "client" if phase.state is PhaseState.CURRENT else "control"
        step = self._step()
        tail = step * 1.8 if phase.state is PhaseState.CURRENT else 0
        painter.setPen(QPen(theme().color(tone), 2))
        painter.drawLine(QPointF(start, y), QPointF(start + step * (len(numbers) - 1) + tail, y))
        marks = dict(phase.marks)
        for place, number in enumerate(numbers):
            self._paint_session(painter, QPointF(start + place * step, y), number, marks.get(number), tone)

    def _paint_ahead(self, painter: QPainter, start: float, end: float, y: float) -> None:
        painter.setPen(QPen(theme().color("control"), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(start + theme().scale(8), y), QPointF(end, y))
        painter.setPen(QPen(theme().color("control"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(start, y), theme().scale(4), theme().scale(4))

    def _paint_session(self, painter: QPainter, at: QPointF, number: int, mark: Mark | None, tone: str) -> None:
        if number == self._next:
            painter.setPen(QPen(theme().color(tone), 2.2))
            painter.setBrush(theme().color("surface"))
            painter.drawEllipse(at, theme().scale(6.5), theme().scale(6.5))
        elif mark is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(tone))
            painter.drawEllipse(at, theme().scale(_DOT), theme().scale(_DOT))
        else:
            painter.setPen(QPen(theme().color("mark"), 1.8))
            painter.setBrush(theme().color("mark" if mark is Mark.TALKED_THROUGH else "surface"))
            painter.drawPolygon(diamond(at, theme().scale(7)))

    def _paint_words(self, painter: QPainter, phase: Phase, left: float) -> None:
        is_current = phase.state is PhaseState.CURRENT
        font = theme().font("detail", bold=is_current)
        painter.setFont(font)
        painter.setPen(theme().color("text" if is_current else "text2"))
        place = QRectF(left, theme().scale(27), self.width(), theme().scale(19))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, phase.name)
        place.setLeft(left + QFontMetrics(font).horizontalAdvance(f"{phase.name} "))
        painter.setFont(theme().font("detail"))
        painter.setPen(theme().color("text2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, phase.caption)


def diamond(at: QPointF, radius: float) -> QPolygonF:
    """A diamond around a point."""
    x, y = at.x(), at.y()
    return QPolygonF([QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)])


def _spoken(phase: Phase) -> str:
    if phase.state is PhaseState.AHEAD:
        return _("{phase}, not begun").format(phase=phase.name)
    parts = [f"{phase.name} {phase.caption}".strip()]
    kinds = dict(phase.kinds)
    for number, mark in phase.marks:
        words = _("session {number} rupture, {kind}") if number in kinds and mark is Mark.RUPTURE else _marked(mark)
        parts.append(words.format(number=number, kind=kinds.get(number, "")))
    return ", ".join(parts)


def _marked(mark: Mark) -> str:
    return {
        Mark.DROP: _("session {number} marked drop"),
        Mark.RUPTURE: _("session {number} rupture"),
        Mark.TALKED_THROUGH: _("session {number} talked through"),
    }[mark]
