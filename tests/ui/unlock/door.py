"""What somebody does before the entry window: sees it, types, presses keys, waits until something is there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.dialogs import FakeDialogs
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.services.unlocking import RecoveryCode, Unlocking
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.unlock.entry_window import EntryWindow

__all__ = ["PASSPHRASE", "Door"]

_PATIENCE_MS = 20_000


class Door:
    """One entry window at a time; the records that come out of it are closed at the end."""

    def __init__(
        self, qtbot: QtBot, background: Background, dialogs: FakeDialogs, unlocking: Unlocking, ready: ReadyVault
    ) -> None:
        self._ready = ready
        home = ready.folder.parent
        self.home = home
        self.folder = home / "My Practice.vshift"
        self.sample_folder = home / "data" / "Sample.vshift"
        self.unlocking = unlocking
        self.dialogs = dialogs
        self.settings = DeviceSettings(home / "data" / "device.ini")
        self.workspaces: list[Workspace] = []
        self._qtbot = qtbot
        self._background = background
        self._window: EntryWindow | None = None

    @property
    def window(self) -> EntryWindow:
        """The entry window that is shown."""
        assert self._window is not None, "open it first"
        return self._window

    @property
    def workspace(self) -> Workspace:
        """The records that were handed over, as soon as they are."""
        self.until(lambda: bool(self.workspaces))
        return self.workspaces[-1]

    def open(self, load: Callable[[], Unlocking] | None = None) -> EntryWindow:
        """Start: the entry window comes up."""
        if self._window is not None:
            self._window.hide()
        window = EntryWindow(
            load or self._load,
            self.settings,
            self._background,
            self.dialogs,
            sample_folder=self.sample_folder,
            default_folder=self.folder,
        )
        self._qtbot.addWidget(window)
        window.unlocked.connect(self.workspaces.append)
        window.show()
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow, timeout=_PATIENCE_MS)
        self._window = window
        return window

    def _load(self) -> Unlocking:
        return self.unlocking

    def make_records(self, *, checked: bool = True) -> RecoveryCode:
        """Records that were set up before; `checked` tells whether the sheet was asked back. Gives their code."""
        with self._ready.open() as vault, vault.write() as work:
            work.practice.save(Practice(counselor_name="Rowan Ellery", recovery_sheet_checked=checked))
        self._ready.folder.rename(self.folder)
        self.settings.set_vault_folder(self.folder)
        return self._ready.code

    def until(self, seen: Callable[[], object]) -> None:
        """Let the app work until this is so."""
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=_PATIENCE_MS)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the window."""
        QTest.keyClick(self.window.windowHandle(), key, modifiers)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        QTest.keyClicks(focus, text)

    def tab_to(self, name: str) -> None:
        """Press Tab until this part, or what it holds, has the focus."""
        for _step in range(30):
            if name in self.focus_names():
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}; last at {self.focus_names()}")

    def focus_names(self) -> list[str]:
        """The names of what has the focus and of everything around it."""
        names, widget = [], QApplication.focusWidget()
        while widget is not None:
            names.append(widget.objectName())
            widget = widget.parentWidget()
        return names

    def button(self, name: str) -> QPushButton:
        """The button of this name."""
        button = self.window.findChild(QPushButton, name)
        assert isinstance(button, QPushButton), name
        return button

    def words(self, name: str) -> str:
        """The words of a label, "" while it is not shown."""
        label = self.window.findChild(QLabel, name)
        assert isinstance(label, QLabel), name
        return label.text() if label.isVisible() else ""

    def sees(self, name: str) -> bool:
        """Whether the part of this name is shown."""
        part = self.window.findChild(QWidget, name)
        return isinstance(part, QWidget) and part.isVisible()

    def try_passphrase(self, passphrase: str) -> None:
        """Type a passphrase and press Enter, as soon as the field takes it."""
        self.until(lambda: self.window.unlock.field.edit.hasFocus() and self.window.unlock.button.isEnabled())
        self.type(passphrase)
        self.press(Qt.Key.Key_Return)

    def go_to_passphrase(self, name: str = "Rowan Ellery") -> None:
        """Through the first two steps."""
        self.button("first.setup").click()
        self.type(name)
        self.button("setup.continue").click()
        self.button("setup.continue").click()

    def choose_passphrase(self, passphrase: str = PASSPHRASE) -> None:
        """Type it twice and go on."""
        step = self.window.setup.passphrase
        self.until(step.first.edit.hasFocus)
        self.type(passphrase)
        step.second.edit.setFocus()
        self.type(passphrase)
        self.until(lambda: self.button("setup.continue").isEnabled())
        self.press(Qt.Key.Key_Return)

    def read_sheet(self) -> list[str]:
        """The eight groups on the sheet, once it is shown."""
        self.until(lambda: self.sees("setup.sheet"))
        sheet = self.window.findChild(QWidget, "setup.sheet")
        assert isinstance(sheet, QWidget)
        return [label.text() for label in sheet.findChildren(QLabel) if label.property("role") == "code"]

    def copy_sheet(self, groups: list[str]) -> None:
        """Type the groups that are asked back."""
        self.button("setup.by_hand").click()
        step = self.window.setup.sheet
        for field, group in zip(step.check.fields, step.asked, strict=True):
            field.edit.setFocus()
            self.type(groups[group].lower())

    def leave(self) -> None:
        """End the app, as it does when its window was closed."""
        self._background.close()
        self.window.abandon()

    def shut(self) -> None:
        """Nothing stays open."""
        for workspace in self.workspaces:
            workspace.close()
        if self._window is not None:
            self.leave()
