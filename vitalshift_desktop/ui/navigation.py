"""The column at the left: where one can go, how old the backup is, settings and lock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import GoToButton, NavButton
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import _

WIDE = 200
NARROW = 56


class Navigation(QFrame):
    """Go to, the pages, the backup state, settings and lock."""

    switcher_wanted = Signal()
    page_wanted = Signal(str)
    backup_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self.setProperty("surface", "sidebar")
        self._build()
        self._connect()
        self.set_narrow(False)
        theme().changed.connect(self._on_theme)

    def _build(self) -> None:
        self._narrow = False
        self._waiting = 0
        self._page = ""
        self.go_to = GoToButton(_("Go to…"), shortcut_hint=_("Ctrl K"))
        self.go_to.setObjectName("nav.go_to")
        self.buttons = {
            "home": NavButton(_("Today"), "sun-horizon"),
            "clients": NavButton(_("Clients"), "users"),
            "reminders": NavButton(_("Reminders"), "bell"),
            "insights": NavButton(_("Insights"), "chart-line-up"),
            "inbox": NavButton(_("Inbox"), "tray"),
            "vault": NavButton(_("Vault"), "shield-check"),
            "settings": NavButton(_("Settings"), "gear-six"),
        }
        self.lock = NavButton(_("Lock"), "lock-simple", shortcut_hint=_("Ctrl L"))
        self.lock.setCheckable(False)
        self.lock.setObjectName("nav.lock")
        self._group = QButtonGroup(self)
        for key, button in self.buttons.items():
            button.setObjectName(f"nav.{key}")
            self._group.addButton(button)
        self._backup_icon = IconLabel("check-circle", tone="ok")
        self._backup_words = TextLabel(tone="2", size="c")
        self._backup = _BackupRow(self._backup_icon, self._backup_words)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 12)
        column.setSpacing(4)
        column.addWidget(self.go_to)
        column.addSpacing(8)
        for key in ("home", "clients", "reminders", "insights", "inbox"):
            column.addWidget(self.buttons[key])
        column.addStretch()
        column.addWidget(self._backup)
        column.addWidget(Hairline())
        column.addWidget(self.buttons["vault"])
        column.addWidget(self.buttons["settings"])
        column.addWidget(self.lock)

    def _connect(self) -> None:
        self.go_to.clicked.connect(self.switcher_wanted)
        self.lock.clicked.connect(self.lock_wanted)
        self._backup.pressed.connect(self.backup_wanted)
        for button in self.buttons.values():
            button.clicked.connect(self._on_page_button)

    def show_page(self, key: str) -> None:
        """Mark the page that is shown; an unknown key leaves the mark where it is."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)
        self._page = key
        self.show_waiting(self._waiting)

    def show_due(self, count: int) -> None:
        """How many reminders are due, beside their page."""
        self.buttons["reminders"].show_count(count)

    def show_waiting(self, count: int) -> None:
        """How much waits in the inbox; its page is not offered while nothing does."""
        self._waiting = count
        self.buttons["inbox"].show_count(count)
        self.buttons["inbox"].setVisible(bool(count) or self._page == "inbox")

    def show_backup(self, headline: str, detail: str, *, good: bool) -> None:
        """The backup state in words."""
        self._backup_icon.show_icon("check-circle" if good else "warning-circle", "ok" if good else "attnmark")
        self._backup_words.setText(f"{headline}\n{detail}" if detail else headline)
        self._backup.setAccessibleName(f"{headline}. {detail}")
        self._backup.setToolTip(_("Back up now"))

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, or icons with words."""
        self._narrow = narrow
        self.setFixedWidth(theme().scale(NARROW if narrow else WIDE))
        self.go_to.set_narrow(narrow)
        for button in (*self.buttons.values(), self.lock):
            button.set_narrow(narrow)
        self._backup_words.setVisible(not narrow)

    def _on_page_button(self) -> None:
        chosen = self._group.checkedButton()
        for key, button in self.buttons.items():
            if button is chosen:
                self.page_wanted.emit(key)

    def _on_theme(self) -> None:
        self.set_narrow(self._narrow)


class _BackupRow(QFrame):
    """The backup state; a click or Enter asks for a backup."""

    pressed = Signal()

    def __init__(self, mark: QWidget, words: QWidget) -> None:
        super().__init__()
        self.setObjectName("nav.backup")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 4, 10)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
