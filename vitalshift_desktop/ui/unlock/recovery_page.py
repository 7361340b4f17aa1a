"""Unlocking by the recovery code from the printed sheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.unlock.entry_frame import EntryFrame, wide
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class RecoveryPage(EntryFrame):
    """One field for the eight groups; a slip of the pen is named by its group."""

    tried = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def _build(self) -> None:
        words = _(
            "Type the eight groups from your recovery sheet. Then you choose a new passphrase and get a new sheet."
        )
        self.field = Field(_("Recovery code"), hint=_("Capital or small letters, with or without dashes."))
        self.field.setObjectName("recovery.code")
        self.button = Button(_("Unlock"), variant="primary")
        self.button.setObjectName("recovery.button")
        self._state = TextLabel(_("Unlocking…"), tone="2", size="m")
        self._state.setObjectName("recovery.state")
        self._state.hide()
        self.back = LinkButton(_("Back to the passphrase"), icon="arrow-left")
        self.back.setObjectName("recovery.back")
        for part in (TextLabel(words, tone="2"), self.field, self._state, wide(self.button), self.back):
            self.column.addWidget(part)

    def _connect(self) -> None:
        self.button.clicked.connect(self._on_try)
        self.field.submitted.connect(self._on_try)
        self.back.clicked.connect(self.left)
        self.setFocusProxy(self.field.edit)

    def show_busy(self) -> None:
        """The code is being tried."""
        self.field.clear_error()
        self._set_ready(ready=False)

    def show_problem(self, problem: Problem) -> None:
        """Say what does not match; the typed code stays, so that one group can be mended."""
        advice = sentence(problem)
        self._set_ready(ready=True)
        self.field.show_error(f"{advice.what} {advice.next_step}")
        self.field.edit.setFocus()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.field.show_text("")
        self.field.clear_error()
        self._set_ready(ready=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back.isEnabled():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_try(self) -> None:
        if self.button.isEnabled() and self.field.text():
            self.tried.emit(self.field.text())

    def _set_ready(self, *, ready: bool) -> None:
        self._state.setVisible(not ready)
        for part in (self.field, self.button, self.back):
            part.setEnabled(ready)
