"""The counselor's computer in a journey: its folders, its clock, its answers, and the real app running on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from tests.journeys.hands import let_work, until
from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs
from vitalshift_desktop.domain.handover_packet import unpacked
from vitalshift_desktop.handed_over import form_window
from vitalshift_desktop.services.locked_bell import LockedBell
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.startup import App, Places
from vitalshift_desktop.ui.application import make_application
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.key_slots import KdfCost

if TYPE_CHECKING:
    from vitalshift_desktop.ui.handover.form_window import FormWindow
    from vitalshift_desktop.ui.main_window import MainWindow

THE_DAY = datetime(2026, 3, 12, 17, 18, tzinfo=UTC)
"""Thursday 12 March 2026, 13:18 in New York: the day of all pictures."""


class Computer:
    """Everything the app touches lies in `home`. Locking starts it afresh in this process, unless told otherwise."""

    def __init__(
        self,
        home: Path,
        *,
        clock: FakeClock | None = None,
        cost: KdfCost | None = None,
        relaunch: Callable[[], None] | None = None,
        show_form: Callable[[bytes], None] | None = None,
    ) -> None:
        self.places = Places(home / "data" / "VitalShift", home / "Documents")
        self.places.documents.mkdir(parents=True, exist_ok=True)
        self.clock = clock or FakeClock(THE_DAY)
        self.answers = FakeDialogs()
        self.starts = 0
        self._cost = cost
        self._relaunch = relaunch or self._start_afresh
        self._show_form = show_form or self._start_form
        self.form: FormWindow | None = None
        self._application = make_application(["vitalshift"])
        self._past: list[App] = []
        self._app: App | None = None

    @property
    def app(self) -> App:
        """The app that runs."""
        assert self._app is not None, "the app is not running"
        return self._app

    @property
    def window(self) -> MainWindow:
        """The main window, as soon as it is shown."""
        return until(lambda: self.app.window, "the main window")

    @property
    def workspace(self) -> Workspace:
        """What is open behind the main window."""
        return until(lambda: self.app.workspace, "an open vault")

    def start(self, *, minimized: bool = False) -> None:
        """Start the app; the entry window comes up."""
        self.starts += 1
        self._app = App(
            self._application,
            self.places,
            dialogs=self.answers,
            relaunch=self._relaunch,
            show_form=self._show_form,
            load_unlocking=self._unlocking,
        )
        self._app.locked_bell.load = self._locked_bell
        settings = self._app.settings
        if theme().text_size != settings.text_size or theme().mode.value != settings.theme:
            theme().apply(ThemeMode(settings.theme), settings.text_size)
        self._app.start(minimized=minimized)
        entry = cast(QWidget, self._app.entry)
        entry.activateWindow()
        until(entry.isVisible, "the entry window")

    def shut_down(self) -> None:
        """End the app as closing its window does."""
        if self._app is not None:
            self._app.quit()
            self._past.append(self._app)
            self._app = None
        let_work()
        self._past.clear()
        let_work()

    def _start_afresh(self) -> None:
        # Called from within the old app, which must live until it returns.
        self._past.append(self.app)
        self._app = None
        self.start()

    def _start_form(self, packet: bytes) -> None:
        self._past.append(self.app)
        self._app = None
        self.form = form_window(unpacked(packet))
        self.form.left.connect(self._on_form_left)
        self.form.cover_screens()

    def _on_form_left(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.hide()
            form.deleteLater()
        self.start()

    def _locked_bell(self) -> LockedBell:
        return LockedBell(self.clock, DevicePaths(self.places.data))

    def _unlocking(self) -> Unlocking:
        return Unlocking(self.clock, DevicePaths(self.places.data), self._cost)
