"""A list of what was found, under headings: names, pages, acts, and sentences of the record."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from vitalshift_desktop.ui.widgets.hit_delegate import HitDelegate
from vitalshift_desktop.words import _

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Hit:
    """Something to go to; `group` is the heading it stands under, `hint` a shortcut.

    A hit in the record has a sentence below, with the places of what was looked for; while it is covered, hatching.
    """

    key: object
    text: str
    detail: str = ""
    group: str = ""
    icon: str = "user"
    hint: str = ""
    sentence: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    is_covered: bool = False

    @property
    def spoken(self) -> str:
        """The whole hit in words, without those that are covered."""
        sentence = _("Hidden") if self.is_covered and self.sentence else self.sentence
        return " ".join(part for part in (self.text, self.detail, sentence) if part)


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
        return line if isinstance(line, str) else line.spoken


class HitsView(QListView):
    """Arrows lead from hit to hit, Enter or a click chooses; what was typed stands out in the names."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typed = ""
        self._hits = HitsModel(self)
        self.setModel(self._hits)
        self.setItemDelegate(HitDelegate(self._hits.line, self._typed_now, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def show_hits(self, hits: tuple[Hit, ...], typed: str = "", *, stay: bool = False) -> None:
        """Show these hits and mark the first one, or with `stay` the one at the place that was marked before."""
        before = self.currentIndex().row() if stay else -1
        self.typed = typed
        self._hits.show_hits(hits)
        place = before if 0 <= before < self._hits.rowCount() else self._hits.next_hit(-1, 1)
        if place is not None:
            self.setCurrentIndex(self._hits.index(place))

    def takes(self, event: QEvent, go: Callable[[], object]) -> bool:
        """Whether a key pressed in the field above was for the list: arrows step through it, Enter calls `go`."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            go()
            return True
        return False

    def step(self, by: int) -> bool:
        """Mark the next hit (1) or the one before (-1); False at the end."""
        place = self._hits.next_hit(self.currentIndex().row(), by)
        if place is None:
            return False
        self.setCurrentIndex(self._hits.index(place))
        if self._hits.next_hit(place, -1) is None:
            self.scrollToTop()  # the heading above the first one
        return True

    def choose_current(self) -> bool:
        """Choose the marked hit; False where there is none."""
        place = self.currentIndex().row()
        line = self._hits.line(place) if place >= 0 else ""
        if isinstance(line, Hit):
            self.chosen.emit(line.key)
        return isinstance(line, Hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self.step(steps[Qt.Key(event.key())]):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.choose_current():
            return
        super().keyPressEvent(event)

    def _typed_now(self) -> str:
        return self.typed

    def _on_clicked(self, index: QModelIndex) -> None:
        if isinstance(self._hits.line(index.row()), Hit):
            self.setCurrentIndex(index)
            self.choose_current()
