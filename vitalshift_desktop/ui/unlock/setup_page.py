"""Setting up in five steps, or only the last ones after a recovery."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.problems import PassphraseTooWeak, Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.paper_sheet import PaperSheet
from vitalshift_desktop.ui.unlock.backup_step import BackupStep
from vitalshift_desktop.ui.unlock.opened_records import OpenedRecords
from vitalshift_desktop.ui.unlock.passphrase_step import PassphraseStep
from vitalshift_desktop.ui.unlock.place_step import PlaceStep
from vitalshift_desktop.ui.unlock.practice_step import PracticeStep
from vitalshift_desktop.ui.unlock.setup_frame import SetupFrame
from vitalshift_desktop.ui.unlock.sheet_step import SheetStep
from vitalshift_desktop.ui.unlock.step import Step
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from vitalshift_desktop.services.unlocking import Created, RecoveryCode, Unlocking
    from vitalshift_desktop.services.workspace import Workspace


class SetupPage(QWidget):
    """Nothing is created before the passphrase stands, and nothing is left behind unopened after that."""

    left = Signal()
    finished = Signal(object)

    def __init__(
        self,
        background: Background,
        dialogs: Dialogs,
        settings: DeviceSettings,
        opened: OpenedRecords,
        default_folder: Path,
    ) -> None:
        super().__init__()
        self._background = background
        self._settings = settings
        self._opened = opened
        self._unlocking: Unlocking | None = None
        self._workspace: Workspace | None = None
        self._code: RecoveryCode | None = None
        self._paper = PaperSheet(dialogs, self)
        self._build(dialogs, default_folder)
        self._connect()

    def _build(self, dialogs: Dialogs, default_folder: Path) -> None:
        self.practice = PracticeStep(self._settings)
        self.place = PlaceStep(dialogs, default_folder)
        self.passphrase = PassphraseStep()
        self.sheet = SheetStep()
        self.backup = BackupStep(self._background, dialogs)
        named: tuple[tuple[str, Step], ...] = (
            (_("You"), self.practice),
            (_("Where it lives"), self.place),
            (_("Passphrase"), self.passphrase),
            (_("Recovery sheet"), self.sheet),
            (_("First backup"), self.backup),
        )
        self._steps = [step for _name, step in named]
        self._frame = SetupFrame(_("Set up VitalShift"), named)
        self.back, self.go_on = self._frame.back, self._frame.go_on
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)

    def _connect(self) -> None:
        self._index = 0
        self._is_busy = False
        self._again: Callable[[], None] | None = None
        for step in self._steps:
            step.changed.connect(self._look_again)
            step.entered.connect(self._on_continue)
        self.back.clicked.connect(self._on_back)
        self.go_on.clicked.connect(self._on_continue)
        self.sheet.print_button.clicked.connect(self._on_print)
        self._paper.printed.connect(self.sheet.ask_back)

    def set_unlocking(self, unlocking: Unlocking) -> None:
        """From now on vaults can be made and strength be told."""
        self._unlocking = unlocking
        self.place.tell_by(unlocking.looks_synced)
        self.passphrase.tell_by(unlocking.strength, unlocking.suggested_passphrase)
        self.practice.show_jurisdictions(unlocking.jurisdictions())
        self._look_again()

    def begin(self) -> None:
        """Begin with the first step."""
        self._workspace = None
        self._show(0)

    def begin_with_sheet(self, workspace: Workspace, *, needs_passphrase: bool) -> None:
        """Records that are open already: a new passphrase if needed, then a new sheet."""
        self._workspace = workspace
        if needs_passphrase:
            self._show(2)
        else:
            self._show(3)
            self._renew(lambda unlocking: unlocking.new_recovery_code(workspace))

    def show_problem(self, problem: Problem) -> None:
        """Say at the foot what stood in the way."""
        advice = sentence(problem)
        self._frame.say(f"{advice.what} {advice.next_step}", tone="risk")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible() and self.back.isEnabled():
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _show(self, index: int) -> None:
        self._index = index
        self._frame.show_step(index)
        self._look_again()
        self._steps[index].focus_first()

    def _look_again(self) -> None:
        step = self._steps[self._index]
        self.back.setVisible(self._workspace is None)
        self._frame.set_open(is_open=not self._is_busy)
        waits_for_rooms = step is self.passphrase and self._unlocking is None
        ready = (step.is_complete() or self._again is not None) and not self._is_busy and not waits_for_rooms
        self.go_on.setEnabled(ready)
        self.go_on.setToolTip("" if ready else _("Complete this step first."))
        self._frame.keep_focus_in_view()

    def _on_back(self) -> None:
        if self._index == 0:
            self.passphrase.wipe()
            self.left.emit()
        else:
            self._show(self._index - 1)

    def _on_continue(self) -> None:
        if not self.go_on.isEnabled():
            return
        step = self._steps[self._index]
        if step is self.passphrase:
            self._on_passphrase_chosen()
        elif step is self.sheet:
            self._on_sheet_done()
        elif step is self.backup:
            self.finished.emit(self._workspace)
        else:
            self._show(self._index + 1)

    def _on_passphrase_chosen(self) -> None:
        passphrase, workspace = self.passphrase.passphrase(), self._workspace
        if workspace is None:
            self._create(passphrase)
            return

        def recover(unlocking: Unlocking) -> RecoveryCode:
            unlocking.set_passphrase(workspace, passphrase)
            return unlocking.new_recovery_code(workspace)

        self._renew(recover)

    def _create(self, passphrase: str) -> None:
        unlocking, folder, practice = self._unlocking, self.place.folder(), self.practice.practice()
        if unlocking is None:
            return
        rooms, opened, keeps_synced_place = unlocking, self._opened, self.place.keeps_synced_place

        def make() -> Created:
            created = rooms.create(folder, passphrase, practice)
            opened.keep(created.workspace)
            if keeps_synced_place:
                created.workspace.place.keep_here()
            return created

        self._busy(_("Making the encrypted records…"))
        self._background.run(self, lambda _job: make(), self._on_created, self._on_failed)

    def _renew(self, make: Callable[[Unlocking], RecoveryCode]) -> None:
        unlocking = self._unlocking
        if unlocking is None:
            return
        self._again = lambda: self._renew(make)
        self._busy(_("Making a new recovery code…"))
        self._background.run(self, lambda _job: make(unlocking), self._on_code, self._on_failed)

    def _on_created(self, created: Created) -> None:
        self._workspace = created.workspace
        self._settings.set_vault_folder(self.place.folder())
        self._on_code(created.recovery_code)

    def _on_code(self, code: RecoveryCode) -> None:
        workspace, unlocking = self._workspace, self._unlocking
        if workspace is None or unlocking is None:
            return
        self._is_busy = False
        self._again = None
        self.passphrase.wipe()
        self._code = code
        self._paper.show_code(workspace, code)
        self.sheet.show_code(
            code.groups, self._paper.day_words, lambda index, typed: unlocking.group_matches(code, index, typed)
        )
        self._show(3)

    def _on_sheet_done(self) -> None:
        workspace = self._workspace
        if self._again is not None:
            self._again()
            return
        if workspace is None or self._unlocking is None or self._code is None:
            return
        try:
            self._unlocking.confirm_sheet(workspace, self._code)
        except Problem as problem:
            self.show_problem(problem)
            return
        self._code = None
        self.sheet.forget()
        self._paper.forget()
        self.backup.show_workspace(workspace)
        self._show(4)

    def _on_print(self) -> None:
        self._paper.print_sheet()

    def _on_failed(self, error: BaseException) -> None:
        self._is_busy = False
        self._frame.say("")
        self._look_again()
        self._tell(error if isinstance(error, Problem) else Problem())
        if not isinstance(error, Problem):
            raise error

    def _tell(self, problem: Problem) -> None:
        advice = sentence(problem)
        words = f"{advice.what} {advice.next_step}"
        if self._steps[self._index] is self.sheet:
            self.show_problem(problem)
        elif isinstance(problem, PassphraseTooWeak) or self._workspace is not None:
            self.passphrase.show_error(words)
        else:
            self._show(1)
            self.place.show_error(words)

    def _busy(self, words: str) -> None:
        self._is_busy = True
        self._look_again()
        self._frame.say(words)
