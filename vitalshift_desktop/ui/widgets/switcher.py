"""Going to a person, a page or an action by typing a few letters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.hit_delegate import HitDelegate
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import _

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_WIDTH = 580
_TOP = 96


@dataclass(frozen=True, slots=True)
class Hit:
    """Something to go to; `group` is the heading it stands under, `hint` a shortcut."""

    key: object
    text: str
    detail: str = ""
    group: str = ""
    icon: str = "user"
    hint: str = ""


class HitsModel(QAbstractListModel):
    """Hits with their headings; a heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Hit | str] = []

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits, each group under its heading."""
        self.beginResetModel()
        self._lines = []
        group = ""
        for hit in hits:
            if hit.group and hit.group != group:
                self._lines.append(hit.group)
                group = hit.group
            self._lines.append(hit)
        self.endResetModel()

    def line(self, place: int) -> Hit | str:
        """The hit or the heading at this place."""
        return self._lines[place]

    def next_hit(self, place: int, step: int) -> int | None:
        """The place of the next hit in this direction, or None at the end."""
        place += step
        while 0 <= place < len(self._lines):
            if isinstance(self._lines[place], Hit):
                return place
            place += step
        return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self._lines[index.row()]
        return line if isinstance(line, str) else f"{line.text} {line.detail}".strip()


class _Scrim(QWidget):
    """A flat veil over the window behind."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("scrim"))


class Switcher(QDialog):
    """A field and a list over the veiled window; Enter goes, Esc closes."""

    chosen = Signal(object)

    def __init__(self, search: Callable[[str], tuple[Hit, ...]], *, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._search = search
        self._scrim: _Scrim | None = None
        self._opener: QWidget | None = None
        self.setProperty("role", "switcher")
        self.setWindowTitle("VitalShift")
        self.setAccessibleName(_("Go to"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.list = QListView()
        self._hits = HitsModel(self)
        self._build()
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        self.finished.connect(self._on_finished)

    def open_over(self, window: QWidget) -> None:
        """Open over this window without blocking."""
        self._opener = window.focusWidget()
        self._scrim = _Scrim(window)
        self._scrim.setGeometry(window.rect())
        self._scrim.show()
        self._scrim.raise_()
        width = min(theme().scale(_WIDTH), window.width() - 48)
        height = min(theme().scale(442), window.height() - 2 * 48)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + min(_TOP, (window.height() - height) // 2))
        self._on_text("")
        self.open()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self._move(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go(self.list.currentIndex().row())
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.field.setProperty("role", "bare")
        self.field.setAccessibleName(_("Go to a person, page or action"))
        self.field.setPlaceholderText(_("Go to…"))
        head = QHBoxLayout()
        head.setContentsMargins(17, 12, 17, 12)
        head.setSpacing(10)
        head.addWidget(IconLabel("magnifying-glass", "text2", 18))
        head.addWidget(self.field, 1)
        head.addWidget(TextLabel(_("Esc"), tone="3", size="c", wrap=False))
        self.list.setModel(self._hits)
        self.list.setItemDelegate(HitDelegate(self._hits.line, self.field.text, self.list))
        self.list.setAccessibleName(_("What was found"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = TextLabel(_("Searches names, pages and actions."), tone="3", size="c")
        foot.setContentsMargins(18, 8, 18, 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline(strong=True))
        inner = QVBoxLayout()
        inner.setContentsMargins(6, 4, 6, 4)
        inner.addWidget(self.list)
        column.addLayout(inner, 1)
        column.addWidget(Hairline(strong=True))
        column.addWidget(foot)

    def _on_text(self, text: str) -> None:
        self._hits.show_hits(self._search(text.strip()))
        first = self._hits.next_hit(-1, 1)
        if first is not None:
            self.list.setCurrentIndex(self._hits.index(first))

    def _move(self, step: int) -> None:
        place = self._hits.next_hit(self.list.currentIndex().row(), step)
        if place is not None:
            self.list.setCurrentIndex(self._hits.index(place))

    def _go(self, place: int) -> None:
        line = self._hits.line(place) if place >= 0 else ""
        if isinstance(line, Hit):
            self._opener = None
            self.accept()
            self.chosen.emit(line.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._go(index.row())

    def _on_finished(self) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
