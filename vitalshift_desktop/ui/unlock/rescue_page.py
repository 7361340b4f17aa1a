"""The page for a vault that does not open: what is wrong, what is safe, and one button back."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.problems import Problem, VaultIsDamaged
from vitalshift_desktop.domain.rescue import Diagnosis, Rescued
from vitalshift_desktop.ui.unlock.faces import stacked
from vitalshift_desktop.ui.unlock.rescue_words import (
    backup_words,
    compared_rows,
    file_lines,
    safe_words,
    salvage_words,
    title_words,
)
from vitalshift_desktop.ui.unlock.way_back_page import WayBackPage
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _


class RescuePage(WayBackPage):
    """Three faces: looking and offering; at work; what came back, to be taken or left."""

    rescue_wanted = Signal(str)
    read_wanted = Signal(str)
    header_wanted = Signal(str)
    retry_wanted = Signal()
    folder_wanted = Signal()
    diagnosis_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            "rescue", _("The damaged folder is not removed. It gets a name that says when it stepped aside.")
        )
        self._diagnosis: Diagnosis | None = None
        self._is_damaged = False
        self._build()
        self._connect()
        self._show_face(self._first)

    def _build(self) -> None:
        self.title = TextLabel(role="h1")
        self.title.setObjectName("rescue.title")
        self.safe = TextLabel(tone="2")
        self.safe.setObjectName("rescue.safe")
        for part in (self.title, self.safe, self.state, self._first, self._work, self._result):
            self.column.addWidget(part)
        self._build_offer()

    def _build_offer(self) -> None:
        self.backup = MarkLabel("archive", "", tone="text2")
        self.backup.setObjectName("rescue.backup")
        self.start = Button(_("Get my records back"), variant="primary")
        self.start.setObjectName("rescue.start")
        self.retry = Button(_("Try to open again"))
        self.retry.setObjectName("rescue.retry")
        self.header = Button(_("Open with the key file kept here"))
        self.header.setObjectName("rescue.header")
        self.read = Button(_("Look at what can be read"))
        self.read.setObjectName("rescue.read")
        self.folder = LinkButton(_("Look for backups in another folder…"), icon="folder-open")
        self.folder.setObjectName("rescue.folder")
        self.save = LinkButton(_("Save a report without content…"), icon="file-text")
        self.save.setObjectName("rescue.save_diagnosis")
        self.other = LinkButton(_("Open or set up other records"), icon="arrow-left")
        self.other.setObjectName("rescue.other")
        self._files = QVBoxLayout()
        self._files.setSpacing(4)
        column = stacked(self._first)
        column.addWidget(SectionHeading(_("The way back")))
        column.addWidget(self.backup)
        column.addWidget(self.secret)
        column.addLayout(left(self.start, self.retry))
        column.addWidget(self.folder)
        column.addSpacing(12)
        column.addWidget(SectionHeading(_("What is there")))
        column.addLayout(self._files)
        column.addLayout(left(self.header, self.read))
        column.addWidget(self.save)
        column.addWidget(Hairline())
        column.addWidget(self.other)

    def _connect(self) -> None:
        self.start.clicked.connect(self._on_start)
        self.secret.submitted.connect(self._on_start)
        self.header.clicked.connect(self._on_header)
        self.read.clicked.connect(self._on_read)
        self.retry.clicked.connect(self.retry_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.save.clicked.connect(self.diagnosis_wanted)
        self.other.clicked.connect(self.left_page)

    # ------------------------------------------------------------ what is shown

    def show_looking(self, problem: Problem, secret: str) -> None:
        """Say what is wrong while backups are looked for; a secret that was typed before is kept."""
        self.title.setText(title_words(problem))
        self.safe.setText(safe_words(problem))
        self.say(_("Looking for your backups…"))
        self._diagnosis = None
        self._is_damaged = isinstance(problem, VaultIsDamaged)
        self.secret.wipe()
        self.secret.edit.setText(secret)
        self._show_face(self._first)
        self._offer_what_is_possible(None)
        self.show_top()

    def show_diagnosis(self, diagnosis: Diagnosis, made_here: datetime | None) -> None:
        """Show what is there, and what can be done; `made_here` is when the newest backup was made, in local time."""
        self.say("")
        empty(self._files)
        for name, state, is_fine in file_lines(diagnosis, is_damaged=self._is_damaged):
            words = _("{name}: {state}").format(name=name, state=state)
            mark = ("check-circle", words, "ok") if is_fine else ("warning-circle", words, "attnmark")
            self._files.addWidget(MarkLabel(*mark))
        self._show_backup(diagnosis, made_here)
        self._offer_what_is_possible(diagnosis)
        (self.start if self.start.isEnabled() and self.secret.text() else self.secret.edit).setFocus()

    def show_rescued(self, rescued: Rescued) -> None:
        """Show what came back, beside what was in the backup."""
        self.say(salvage_words(rescued))
        heads = (_("What"), _("In the backup"), _("Now"), _("Lost"))
        self._show_face(self._result)
        self._result.show_rows(heads, compared_rows(rescued))
        self.show_top()

    def show_problem(self, problem: Problem) -> None:
        """Say what stood in the way; nothing was changed."""
        super().show_problem(problem)
        self._offer_what_is_possible(self._diagnosis)
        self.secret.edit.setFocus()
        self.show_top()

    def show_note(self, words: str) -> None:
        """Say something that is no problem, and offer again."""
        super().show_note(words)
        self._offer_what_is_possible(self._diagnosis)

    def leave(self) -> None:
        """Esc stops what runs; it does not lead away from records that wait to be brought back."""
        if self._work.isVisible():
            self.stop_wanted.emit()

    # ------------------------------------------------------------ inside

    def _show_backup(self, diagnosis: Diagnosis, made_here: datetime | None) -> None:
        newest = diagnosis.newest
        if newest is not None and made_here is not None:
            words = _("Newest backup: {backup} It lies in {folder}.")
            words = words.format(backup=backup_words(newest, made_here), folder=newest.path.parent)
            if diagnosis.can_salvage:
                words += " " + _("What is newer in the damaged file is added, as far as it can be read.")
            self.backup.show_mark("archive", words, "text2")
        elif diagnosis.can_salvage:
            words = _("No backup was found. What can still be read is taken into a new vault; connect the drive first.")
            self.backup.show_mark("warning-circle", words, "attnmark")
        else:
            words = _("No backup was found. Connect the drive with your backups, or choose their folder.")
            self.backup.show_mark("warning-circle", words, "attnmark")

    def _offer_what_is_possible(self, diagnosis: Diagnosis | None) -> None:
        self._diagnosis = diagnosis
        is_known = diagnosis is not None
        can = diagnosis is not None and (diagnosis.newest is not None or diagnosis.can_salvage)
        self.backup.setVisible(is_known)
        self.start.setEnabled(can)
        self.start.setToolTip("" if can else _("A backup is needed for this."))
        self.header.setVisible(diagnosis is not None and diagnosis.device_copy and not _has_header(diagnosis))
        self.read.setVisible(diagnosis is not None and diagnosis.can_salvage and _has_header(diagnosis))
        for part in (self.folder, self.save, self.retry):
            part.setEnabled(is_known)

    def _on_start(self) -> None:
        if self.start.isEnabled() and self._is_typed():
            self.rescue_wanted.emit(self.secret.text())

    def _on_header(self) -> None:
        if self._is_typed():
            self.header_wanted.emit(self.secret.text())

    def _on_read(self) -> None:
        if self._is_typed():
            self.read_wanted.emit(self.secret.text())


def _has_header(diagnosis: Diagnosis) -> bool:
    return any(state.value == "whole" for state in diagnosis.headers)
