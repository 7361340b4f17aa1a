"""Second step: the folder where the encrypted records will lie."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from vitalshift_desktop.domain.vault_places import SyncProvider
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.sync_words import sync_warning
from vitalshift_desktop.ui.unlock.step import Step
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import MarkLabel
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
        self.choose = Button(_("Choose another place…"))
        self.choose.setObjectName("setup.choose_folder")
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch()
        self._synced_by: Callable[[Path], SyncProvider | None] | None = None
        self.warning = MarkLabel("warning-circle", "")
        self.warning.setObjectName("setup.sync_warning")
        self.keep = CheckBox(_("I understand, keep them here"))
        self.keep.setObjectName("setup.keep_here")
        self.add_limited(self.field)
        self.column.addLayout(row)
        self.add_limited(self.warning)
        self.column.addWidget(self.keep)
        self.column.addStretch()
        self.choose.clicked.connect(self._on_choose)
        self.field.edited.connect(self._on_edited)
        self.keep.toggled.connect(self.changed)
        self._look_at_place()
        self.field.submitted.connect(self.entered)

    def tell_by(self, synced_by: Callable[[Path], SyncProvider | None]) -> None:
        """From now on it can be told whether a service copies the place about."""
        self._synced_by = synced_by
        self._look_at_place()

    @property
    def keeps_synced_place(self) -> bool:
        """Whether a place that a service copies about was chosen knowingly."""
        return not self.keep.isHidden() and self.keep.isChecked()

    def folder(self) -> Path:
        """Where the records will lie."""
        return Path(self.field.text().strip()).expanduser()

    def show_error(self, words: str) -> None:
        """Say at the field why nothing can be made there."""
        self.field.show_error(words)

    def is_complete(self) -> bool:
        """An absolute folder is named."""
        has_place = bool(self.field.text().strip()) and self.folder().is_absolute()
        return has_place and (self.keep.isHidden() or self.keep.isChecked())

    def focus_first(self) -> None:
        """Put the focus where this step begins."""
        self.field.edit.setFocus()

    def _on_choose(self) -> None:
        parent = self._dialogs.choose_folder(self, _("Where should your records lie?"))
        if parent is not None:
            self.field.show_text(str(parent / self._name))
            self._look_at_place()
            self.changed.emit()

    def _on_edited(self, _text: str) -> None:
        self.field.clear_error()
        self._look_at_place()
        self.changed.emit()

    def _look_at_place(self) -> None:
        folder = self.folder()
        provider = self._synced_by(folder) if self._synced_by and folder.is_absolute() else None
        self.warning.setVisible(provider is not None)
        self.keep.setVisible(provider is not None)
        if provider is None:
            self.keep.setChecked(False)
        else:
            self.warning.show_mark("warning-circle", sync_warning(provider), "attnmark")
