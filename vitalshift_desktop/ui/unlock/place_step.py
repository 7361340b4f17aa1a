"""Second step: the folder where the encrypted records will lie."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.unlock.step import Step
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.words import _


class PlaceStep(Step):
    """A folder on this computer; the records get a folder of their own inside it."""

    def __init__(self, dialogs: Dialogs, default_folder: Path) -> None:
        words = _(
            "Your records are one encrypted folder on this computer. "
            "Keep it out of folders that are copied to the internet; backups may go there."
        )
        super().__init__(_("Where it lives"), words)
        self._dialogs = dialogs
        self._name = default_folder.name
        self.field = Field(_("Folder"), text=str(default_folder))
        self.field.setObjectName("setup.folder")
        self.limit(self.field)
        self.choose = Button(_("Choose another place…"))
        self.choose.setObjectName("setup.choose_folder")
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch()
        self.column.addWidget(self.field)
        self.column.addLayout(row)
        self.column.addStretch()
        self.choose.clicked.connect(self._on_choose)
        self.field.edited.connect(self._on_edited)
        self.field.submitted.connect(self.entered)

    def folder(self) -> Path:
        """Where the records will lie."""
        return Path(self.field.text().strip()).expanduser()

    def show_error(self, words: str) -> None:
        """Say at the field why nothing can be made there."""
        self.field.show_error(words)

    def is_complete(self) -> bool:
        """An absolute folder is named."""
        return bool(self.field.text().strip()) and self.folder().is_absolute()

    def focus_first(self) -> None:
        """Put the focus where this step begins."""
        self.field.edit.setFocus()

    def _on_choose(self) -> None:
        parent = self._dialogs.choose_folder(self, _("Where should your records lie?"))
        if parent is not None:
            self.field.show_text(str(parent / self._name))
            self.changed.emit()

    def _on_edited(self, _text: str) -> None:
        self.field.clear_error()
        self.changed.emit()
