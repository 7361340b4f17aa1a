"""A time of day, typed."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.widgets.day_text import read_time
from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.words import _


class TimeField(LabeledField):
    """A labeled time; `changed` tells only what the user did, once the words make a time."""

    changed = Signal()

    def __init__(
        self,
        label: str,
        *,
        at: time | None = None,
        optional: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._optional = optional
        self._at = at
        self.edit = QLineEdit()
        self._take(self.edit, self.edit)
        self.show_time(at)
        self.edit.editingFinished.connect(self._on_finished)
        self.edit.textEdited.connect(self._on_edited)

    def at(self) -> time | None:
        """The time that is written, or None while there is none."""
        return read_time(self.edit.text())

    def show_time(self, at: time | None) -> None:
        """Show this time without telling anybody."""
        self._at = at
        self.edit.setText("" if at is None else time_words(at))
        self.clear_error()

    def is_valid(self) -> bool:
        """Whether there is a time, or nothing where nothing is allowed; says below the field what is wrong."""
        if self.at() is not None or (self._optional and not self.edit.text().strip()):
            return True
        example = time_words(time(13, 30))
        self.show_error(_("Use a time such as {example}.").format(example=example))
        return False

    def _on_edited(self) -> None:
        self.clear_error()

    def _on_finished(self) -> None:
        if (not self.edit.text().strip() and not self._optional) or not self.is_valid():
            return
        at = self.at()
        is_new = at != self._at
        self.show_time(at)
        if is_new:
            self.changed.emit()
