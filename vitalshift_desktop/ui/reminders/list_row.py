"""What the rows of the one list share: how they stand, take the focus and answer to keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.services.reminders import WaysOff
from vitalshift_desktop.ui.reminders.later_menu import LaterMenu
from vitalshift_desktop.ui.reminders.reminder_detail import TICK_GAP, indent
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import IconButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.ringed_row import RingedRow
from vitalshift_desktop.words import _

CLIENT_WIDTH, REPEAT_WIDTH, DUE_WIDTH = 118, 156, 142
PADDING = 16


@dataclass(frozen=True, slots=True)
class Seen:
    """How rows are seen: as of which day, with which name, in one line or in two, and whether somebody may look."""

    today: date
    name: str = ""
    shows_client: bool = True
    is_narrow: bool = False
    is_covered: bool = False


class ListRow(RingedRow):
    """Something in front, a title, facts in columns (or below the title in a narrow place), and putting it off."""

    step_wanted = Signal(object)
    focused = Signal(object)

    def __init__(self, seen: Seen) -> None:
        super().__init__(radius=7, by_mouse=True)
        self._seen = seen
        self.title = TextLabel("")
        self.later = IconButton("clock-clockwise", _("Put off"))
        self.other_days = IconButton("caret-down", _("Put off to another day"))
        for button in (self.later, self.other_days):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.later.clicked.connect(self._on_later)
        self.other_days.clicked.connect(self.show_later_menu)
        self._is_due = False
        self._line = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PADDING, 6, PADDING, 6)
        self._column.setSpacing(4)
        self._column.addWidget(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_later_menu(self) -> None:
        """Offer the days it can be put off to."""
        menu = LaterMenu(self.ways_off(), self._seen.today, self)
        self.take_menu(menu)
        menu.setActiveAction(menu.actions()[0])
        at = self.other_days if self._is_due else self.later
        corner = at.mapToGlobal(at.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def to_tomorrow(self) -> None:
        """Put it off to tomorrow; each kind of row says so itself."""

    def ways_off(self) -> WaysOff:
        """To when it can be put off; each kind of row says so itself."""
        return WaysOff(())

    def take_menu(self, menu: LaterMenu) -> None:
        """Answer to what is chosen in the menu."""

    def open_it(self) -> None:
        """What a click or Enter does."""

    def keys(self) -> Mapping[int, Callable[[], object]]:
        """What further keys do, while the row itself has the focus."""
        return {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_L: self.show_later_menu,
            Qt.Key.Key_Return: self.open_it,
            Qt.Key.Key_Enter: self.open_it,
            **self.keys(),
        }
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if not self.hasFocus() or held:
            super().keyPressEvent(event)
        elif event.key() in acts:
            acts[event.key()]()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step_wanted.emit(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        on_line = event.position().y() < self._line.geometry().bottom() + PADDING
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()) and on_line:
            self.open_it()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)

    def _lay_out(self, lead: QWidget, words: str, rhythm: QWidget, due: str, due_on: date) -> None:
        """`lead` stands in front; `rhythm`, `due` and the client in their columns."""
        self.title.setText(words)
        self._is_due = due_on <= self._seen.today
        self._name_buttons(words)
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TICK_GAP)
        row.addWidget(lead)
        row.addWidget(self.title, 1)
        facts = self._facts(rhythm, due, due_on)
        if self._seen.is_narrow:
            self._column.addLayout(_second_line([part for part, _width in facts]))
        else:
            for part, width in facts:
                part.setFixedWidth(theme().scale(width))
                row.addWidget(part)
        ways = QHBoxLayout()
        ways.setSpacing(0)
        ways.addWidget(self.later)
        ways.addWidget(self.other_days)
        row.addLayout(ways)

    def _name_buttons(self, words: str) -> None:
        """What is due goes to tomorrow in one click, to another day from the arrow; what is to come has the menu."""
        if not self._is_due:
            kept = self.other_days.sizePolicy()
            kept.setRetainSizeWhenHidden(True)  # so that the columns stand below each other
            self.other_days.setSizePolicy(kept)
            self.other_days.hide()
            self.later.setAccessibleName(_("Put off: {title}").format(title=words))
            self.later.setToolTip(_("Put off"))
            return
        self.later.setAccessibleName(_("Put off to tomorrow: {title}").format(title=words))
        self.later.setToolTip(_("Put off to tomorrow"))
        self.other_days.setAccessibleName(_("Put off to another day: {title}").format(title=words))
        self.other_days.setToolTip(_("Put off to another day"))

    def _on_later(self) -> None:
        if self._is_due:
            self.to_tomorrow()
        else:
            self.show_later_menu()

    def _facts(self, rhythm: QWidget, due: str, due_on: date) -> list[tuple[QWidget, int]]:
        """Whom, how often and when, with the width of each column."""
        tone = "attn" if due_on < self._seen.today else "2"
        wraps = not self._seen.is_narrow
        facts: list[tuple[QWidget, int]] = []
        if self._seen.shows_client:
            facts.append((TextLabel(self._seen.name, tone="2", size="m", wrap=wraps), CLIENT_WIDTH))
        facts.append((rhythm, REPEAT_WIDTH))
        facts.append((TextLabel(due, tone=tone, size="m", wrap=wraps), DUE_WIDTH))
        return facts


def _second_line(parts: list[QWidget]) -> QHBoxLayout:
    below = QHBoxLayout()
    below.setContentsMargins(indent(), 0, 0, 0)
    below.setSpacing(theme().scale(16))
    for part in parts:
        if part.findChild(TextLabel) is not None or (isinstance(part, TextLabel) and part.text()):
            below.addWidget(part)
        else:
            part.deleteLater()
    below.addStretch()
    return below
