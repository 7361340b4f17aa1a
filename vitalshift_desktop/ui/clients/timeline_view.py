"""What happened with a client, newest first, along one thread."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.services.timeline_entries import TimelineEntry, TimelineGroup, TimelineKind, TimelineMark
from vitalshift_desktop.ui.clients.timeline_words import entry_day, entry_words, group_words, is_a_link
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton, MenuButton
from vitalshift_desktop.ui.widgets.choice_menu import ChoiceMenu
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.phase_thread import diamond
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.ringed_row import RingedRow
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import beside
from vitalshift_desktop.words import _

AT_FIRST = 12
_DATE = 66
_THREAD = 18
_MIDDLE = 11
_BETWEEN = 15


class TimelineView(QWidget):
    """The latest entries, of all kinds or of one group; the earlier ones are a button away."""

    sessions_wanted = Signal()
    opened = Signal(object)
    """An entry (TimelineEntry) that the counselor wants to see."""

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._privacy = privacy
        self._entries: tuple[TimelineEntry, ...] = ()
        self._this_year = 0
        self._shows_all = False
        self._group: TimelineGroup | None = None
        self._all_sessions = LinkButton(_("All sessions"))
        self._all_sessions.setObjectName("overview.all_sessions")
        groups = (None, *TimelineGroup)
        self._groups = ChoiceMenu([(group, group_words(group)) for group in groups], self)
        self.filter = MenuButton("", self._groups, framed=False)
        self.filter.setObjectName("overview.filter")
        self.heading = SectionHeading(_("Timeline"), action=beside(self.filter, self._all_sessions))
        self._nothing = TextLabel(_("Nothing of this kind yet."), tone="2")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._earlier = LinkButton(_("Show everything earlier"))
        self._earlier.setObjectName("overview.earlier")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self._nothing)
        column.addLayout(self._rows)
        column.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        theme().changed.connect(self._fill)
        self._all_sessions.clicked.connect(self.sessions_wanted)
        self._earlier.clicked.connect(self._on_earlier)
        self._groups.chosen.connect(self._on_group)
        self._show_group()

    def show_entries(self, entries: Sequence[TimelineEntry], this_year: int) -> None:
        """Show these entries; the same ones stay as they are."""
        if (tuple(entries), this_year) == (self._entries, self._this_year):
            return
        self._entries, self._this_year = tuple(entries), this_year
        self._fill()

    def fold(self) -> None:
        """Show only the latest entries of all kinds again, for another client."""
        if self._shows_all or self._group is not None:
            self._shows_all, self._group = False, None
            self._show_group()
            self._fill()

    def _fill(self) -> None:
        empty(self._rows)
        wanted = [entry for entry in self._entries if self._group is None or entry.is_in(self._group)]
        shown = wanted if self._shows_all else wanted[:AT_FIRST]
        for place, entry in enumerate(shown):
            row = TimelineRow(entry, self._this_year, self._privacy)
            row.set_ends(first=place == 0, last=place == len(shown) - 1)
            row.opened.connect(self.opened)
            self._rows.addWidget(row)
        self._earlier.setVisible(len(shown) < len(wanted))
        self._nothing.setVisible(bool(self._entries) and not wanted)

    def _on_earlier(self) -> None:
        self._shows_all = True
        self._fill()

    def _on_group(self, group: TimelineGroup | None) -> None:
        self._group = group
        self._show_group()
        self._fill()

    def _show_group(self) -> None:
        self._groups.choose(self._group)
        self.filter.setText(group_words(self._group))
        self.filter.setAccessibleName(_("Show on the timeline: {what}").format(what=group_words(self._group)))
        self.filter.updateGeometry()


class TimelineRow(RingedRow):
    """One entry: its day, its place on the thread, its words; a click or Enter opens what it is about."""

    opened = Signal(object)

    def __init__(self, entry: TimelineEntry, this_year: int, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        if is_a_link(entry):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = entry_words(entry)
        day = TextLabel(entry_day(entry, this_year), tone="2", size="m")
        day.setFixedWidth(theme().scale(_DATE))
        title = TextLabel(line.title, role="name", size="m", wrap=False)
        beside = TextLabel(line.beside, tone="2", size="m")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(theme().scale(10), 0, 0, theme().scale(_BETWEEN))
        head = QHBoxLayout()
        head.setSpacing(5)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(title, 0, top)
        head.addWidget(beside, 1, top)
        words.addLayout(head)
        if line.record:
            words.addWidget(RecordLabel(line.record, privacy=privacy, role="rail"))
        self.knot = Knot(entry)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(day, 0, top)
        row.addWidget(self.knot)
        row.addLayout(words, 1)
        self.setAccessibleName(" ".join(part for part in (day.text(), line.title, line.beside) if part))

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Say whether the thread begins or ends here."""
        self.knot.set_ends(first=first, last=last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._entry)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and is_a_link(self._entry):
            self.opened.emit(self._entry)


class Knot(QWidget):
    """The thread past one entry: a dot for a session, a diamond for a marked one, a square for what was set."""

    def __init__(self, entry: TimelineEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._mark = entry.kind, entry.mark
        self._first = self._last = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Say whether the thread begins or ends here."""
        self._first, self._last = first, last

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(_THREAD), theme().scale(2 * _MIDDLE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = QPointF(self.width() / 2, theme().scale(_MIDDLE))
        painter.setPen(QPen(theme().color("hair2"), 1))
        start = at.y() if self._first else 0
        painter.drawLine(QPointF(at.x(), start), QPointF(at.x(), at.y() if self._last else self.height()))
        self._paint_mark(painter, at)

    def _paint_mark(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(theme().color("mark"), 1.8))
        if self._mark in (TimelineMark.DROP, TimelineMark.RUPTURE, TimelineMark.TALKED):
            painter.setBrush(theme().color("mark" if self._mark is TimelineMark.TALKED else "surface"))
            painter.drawPolygon(diamond(at, theme().scale(5.5)))
            return
        if self._kind is TimelineKind.SESSION:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("control"))
            painter.drawEllipse(at, theme().scale(4.5), theme().scale(4.5))
            return
        painter.setPen(QPen(theme().color("text2"), 1.6))
        painter.setBrush(theme().color("surface"))
        half = theme().scale(3.6)
        square = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
        if self._kind is TimelineKind.MISSED:
            painter.drawEllipse(square)
        else:
            painter.drawRect(square)
