"""The one door to questions and file choosers; tests put their own answers behind it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from shiboken6 import delete, isValid

from vitalshift_desktop.ui.device_settings import nothing_noted_by_qt
from vitalshift_desktop.words import _


class Dialogs(Protocol):
    """Asks the counselor and waits for the answer."""

    def ask(self, owner: QWidget, title: str, text: str, buttons: Sequence[str]) -> str:
        """Show a question; give the button chosen. The last button is the safe one: Esc and closing mean it."""

    def tell(self, owner: QWidget, title: str, text: str) -> None:
        """Show a sentence with one button."""

    def choose_folder(self, owner: QWidget, title: str) -> Path | None:
        """Ask for a folder, or None."""

    def choose_backup_file(self, owner: QWidget, title: str) -> Path | None:
        """Ask for one backup file, or None."""

    def choose_documents(self, owner: QWidget, title: str) -> tuple[Path, ...]:
        """Ask for files to attach; none when cancelled."""

    def choose_instrument_file(self, owner: QWidget, title: str) -> Path | None:
        """Ask for one file that defines a measure, or None."""

    def choose_save_file(self, owner: QWidget, title: str, suggestion: str) -> Path | None:
        """Ask where to save a PDF, a text, a measure or a calendar under this suggested name, or None."""

    def choose_printer(self, owner: QWidget, printer: QPrinter) -> bool:
        """Let the counselor choose a printer and its settings; False when cancelled."""


class SystemDialogs:
    """The real dialogs."""

    def ask(self, owner: QWidget, title: str, text: str, buttons: Sequence[str]) -> str:
        """Show a question; give the button chosen, the last one for Esc and closing."""
        box = _plain_box(owner, title, text)
        made = {box.addButton(label, QMessageBox.ButtonRole.ActionRole): label for label in buttons[:-1]}
        safe = box.addButton(buttons[-1], QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(safe)
        box.setEscapeButton(safe)
        box.exec()
        chosen = box.clickedButton() if isValid(box) else None  # gone when the vault was locked meanwhile
        return next((label for button, label in made.items() if button is chosen), buttons[-1])

    def tell(self, owner: QWidget, title: str, text: str) -> None:
        """Show a sentence with one button."""
        box = _plain_box(owner, title, text)
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def choose_folder(self, owner: QWidget, title: str) -> Path | None:
        """Ask for a folder, or None."""
        dialog = QFileDialog(owner, title, _documents())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _chosen(dialog)

    def choose_backup_file(self, owner: QWidget, title: str) -> Path | None:
        """Ask for one backup file, or None."""
        dialog = QFileDialog(owner, title, _documents(), _("Backups (*.vsbackup)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _chosen(dialog)

    def choose_documents(self, owner: QWidget, title: str) -> tuple[Path, ...]:
        """Ask for files to attach; none when cancelled."""
        known = "*.pdf *.png *.jpg *.jpeg *.gif *.webp *.tif *.tiff *.bmp *.txt"
        kinds = _("PDF, pictures and text ({endings})").format(endings=known)
        dialog = QFileDialog(owner, title, _documents(), kinds)
        dialog.setNameFilters([kinds, _("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return _all_chosen(dialog)

    def choose_instrument_file(self, owner: QWidget, title: str) -> Path | None:
        """Ask for one file that defines a measure, or None."""
        dialog = QFileDialog(owner, title, _documents(), _("Measures (*.json)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _chosen(dialog)

    def choose_save_file(self, owner: QWidget, title: str, suggestion: str) -> Path | None:
        """Ask where to save a PDF, a text, a measure or a calendar, or None."""
        kinds = {
            ".txt": _("Text (*.txt)"),
            ".json": _("Measures (*.json)"),
            ".ics": _("Calendars (*.ics)"),
        }
        kind = kinds.get(Path(suggestion).suffix, _("PDF (*.pdf)"))
        dialog = QFileDialog(owner, title, _documents(), kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggestion)
        return _chosen(dialog)

    def choose_printer(self, owner: QWidget, printer: QPrinter) -> bool:
        """Show the system's print dialog; False when cancelled."""
        dialog = QPrintDialog(printer, owner)
        # Saving as PDF is an act of its own, asked for and entered; the recovery sheet is never saved at all.
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        return dialog.exec() == QPrintDialog.DialogCode.Accepted


def _chosen(dialog: QFileDialog) -> Path | None:
    """The one file or folder chosen, or None."""
    return next(iter(_all_chosen(dialog)), None)


def _all_chosen(dialog: QFileDialog) -> tuple[Path, ...]:
    """What was chosen; a dialog of our own making, unlike Qt's ready ones, goes when the vault locks."""
    with nothing_noted_by_qt():
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        files = dialog.selectedFiles() if accepted and isValid(dialog) else []
        if isValid(dialog):
            delete(dialog)  # now, since it writes its notes when it goes
    return tuple(Path(file) for file in files)


def _plain_box(owner: QWidget, title: str, text: str) -> QMessageBox:
    box = QMessageBox(owner)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("VitalShift")
    box.setText(title)
    box.setInformativeText(text)
    return box


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
