"""Restores one backup: a whole new vault first, compared with today's, and then the switch, after a last look."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import BackupCancelled, Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.backup_views import ListedBackup
from vitalshift_desktop.services.restoring import PreparedRestore, RecoveryCode
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.backup_words import moment_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.vault.restore_parts import ComparedPart, SecretPart
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip
from vitalshift_desktop.ui.widgets.work_bar import WorkBar
from vitalshift_desktop.words import _

_SLACK = 8
_AROUND = 150  # title and buttons
_LEAST = 200


class RestoreForm(DialogFrame):
    """However it is closed, locking included, the vault in use is untouched unless the switch was asked for."""

    def __init__(self, desk: Desk, backup: ListedBackup, parent: QWidget) -> None:
        when = moment_words(backup.made, desk.workspace.clock)
        super().__init__(_("Restore the backup of {when}").format(when=when), width=600, parent=parent)
        self.setObjectName("restore_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._backup = backup
        self._job: Job | None = None
        self._prepared: PreparedRestore | None = None
        self.secret = SecretPart(backup, desk.workspace.clock)
        self.work = WorkBar(_("Stop"))
        self.work.stop.setObjectName("restore.stop")
        self.compared = ComparedPart()
        for part in (self.secret, self.work, self.compared):
            self.column.addWidget(part)
        self._add_buttons()
        self._connect()
        self._show_only(self.secret)
        self.secret.focus_first()

    def _add_buttons(self) -> None:
        self.cancel = Button(_("Cancel"), shortcut_hint=_("Esc"))
        self.cancel.setObjectName("restore.cancel")
        self.prepare = Button(_("Make the new vault"), variant="primary")
        self.prepare.setObjectName("restore.prepare")
        self.switch = Button(_("Use this backup"), variant="danger")
        self.switch.setObjectName("restore.switch")
        self.add_button(self.cancel)
        self.add_button(self.prepare, safe=True)  # Enter in the field; it replaces nothing
        self.add_button(self.switch)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.prepare.clicked.connect(self._on_prepare)
        self.switch.clicked.connect(self._on_switch)
        self.work.stopped.connect(self._on_stop)
        self.compared.ticked.connect(self._on_ticked)

    # ------------------------------------------------------------ the new vault

    def _on_prepare(self) -> None:
        if self._job is not None:
            return
        secret = self._typed()
        if secret is None:
            return
        workspace, file = self._desk.workspace, self._backup.path
        self.work.begin(_("Making a new vault from the backup…"))
        self._show_only(self.work)
        self.work.stop.setFocus()

        def work(job: Job) -> PreparedRestore:
            return workspace.restoring.prepare(file, secret, workspace.folder, job.report, job.is_cancelled)

        self._job = self._desk.background.run(self, work, self._on_done, self._on_failed, self.work.show_part)

    def _typed(self) -> str | RecoveryCode | None:
        if not self.secret.is_by_code:
            return self.secret.passphrase.text() or None
        try:
            return self._desk.workspace.restoring.code(self.secret.code.text())
        except Problem as problem:
            self._say(problem)
            return None

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_done(self, prepared: PreparedRestore) -> None:
        self._job = None
        if not self.isVisible():
            prepared.discard()
            return
        self._prepared = prepared
        self.secret.wipe()
        self.compared.show_prepared(prepared, self._desk.workspace.clock)
        self._show_only(self.compared)
        self._on_ticked(False)
        self.cancel.setFocus()
        QTimer.singleShot(0, self, self._fit_compared)  # its rows are shown, and have a height, in the next turn

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if not self.isVisible():
            return
        self._show_only(self.secret)
        self.secret.focus_first()
        if not isinstance(error, BackupCancelled):
            self._say(error if isinstance(error, Problem) else Problem())
        if not isinstance(error, Problem):
            raise error

    # ------------------------------------------------------------ the switch, and every other way out

    def _on_ticked(self, ticked: bool) -> None:
        self.switch.setEnabled(ticked)
        self.switch.setToolTip("" if ticked else plain_tip(_("Tick the sentence above first.")))

    def _on_switch(self) -> None:
        prepared, self._prepared = self._prepared, None
        if prepared is not None:
            self.accept()
            self._desk.wishes.restore.emit(prepared)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._on_stop()
        self.secret.wipe()
        prepared, self._prepared = self._prepared, None
        if prepared is not None:
            prepared.discard()

    def _say(self, problem: Problem) -> None:
        told = sentence(problem)
        self.secret.error.show_sentence(f"{told.what} {told.next_step}")
        self.adjustSize()

    def _show_only(self, part: QWidget) -> None:
        for one in (self.secret, self.work, self.compared):
            one.setVisible(one is part)
        self.prepare.setVisible(part is self.secret)
        self.switch.setVisible(part is self.compared)
        safe = self.prepare if part is self.secret else self.cancel
        safe.setDefault(True)
        self.adjustSize()

    def _fit_compared(self) -> None:
        """As high as it is, but no higher than the window has room for; then it scrolls."""
        margins = self.column.contentsMargins()
        bar = self.compared.verticalScrollBar().sizeHint().width()
        wanted = self.compared.whole_height(self.minimumWidth() - margins.left() - margins.right() - bar) + _SLACK
        owner = self.parentWidget()
        room = owner.window().height() - theme().scale(_AROUND) if owner else wanted
        self.compared.setMinimumHeight(min(wanted, max(_LEAST, room)))
        self.adjustSize()
