"""Initials only, inside a dialog: what its fields hold is hidden there as it is on the pages."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor

_FEW_SIGNS = 5  # minutes and amounts say nothing about anybody


class CoveredForm(QObject):
    """Covers texts that hold something; an empty one stays open, so that a call can be written down at once."""

    def __init__(self, form: DialogFrame, privacy: Privacy) -> None:
        super().__init__(form)
        self._form = form
        self._privacy = privacy
        fields = form.findChildren(Field)
        self._lines = [_CoveredLine(field.edit, privacy, self) for field in fields if not _is_secret(field.edit)]
        self._covered: list[ProseEditor] = []
        self._renamed: list[_Renamed] = []
        privacy.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        for line in self._lines:
            line.look()
        for editor in self._covered:
            editor.set_covered(False)
        texts = self._form.findChildren(ProseEditor) if self._privacy.initials_on else []
        self._covered = [editor for editor in texts if editor.text() and editor.isEnabled()]
        for editor in self._covered:
            editor.set_covered(True)
        self._look_for_names()

    def _look_for_names(self) -> None:
        """Shorten the names in headings and buttons, which were put together before somebody came in."""
        for one in self._renamed:
            one.put_back()
        parts = (self._form, *self._form.findChildren(QWidget)) if self._privacy.initials_on else ()
        spoken = (_Renamed(part.accessibleName, part.setAccessibleName, self._privacy) for part in parts)
        shown = (
            _Renamed(part.text, part.setText, self._privacy)
            for part in parts
            if isinstance(part, QLabel | QAbstractButton)
        )
        tips = (_Renamed(part.toolTip, part.setToolTip, self._privacy) for part in parts)
        self._renamed = [one for one in (*spoken, *shown, *tips) if one.is_shortened]


class _Renamed:
    """Some words of a dialog with every name in them shortened; what was said anew since is left alone."""

    def __init__(self, read: Callable[[], str], write: Callable[[str], None], privacy: Privacy) -> None:
        self._read, self._write = read, write
        self._before = read()
        self._now = privacy.without_names(self._before) if self._before else ""
        if self.is_shortened:
            write(self._now)

    @property
    def is_shortened(self) -> bool:
        """Whether there was a name in them."""
        return self._now != self._before

    def put_back(self) -> None:
        """Say it as it was said before."""
        with suppress(RuntimeError):  # the part is gone by now
            if self._read() == self._now:
                self._write(self._before)


class _CoveredLine(QObject):
    """One line of text: dots, but for what is being typed in it."""

    def __init__(self, line: QLineEdit, privacy: Privacy, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._privacy = privacy
        self._is_typing = False
        line.installEventFilter(self)
        line.textEdited.connect(self._on_edited)

    def look(self) -> None:
        """Hide or show it, as it is wanted now."""
        self._is_typing = False
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._privacy.initials_on:
            self.look()
        return False

    def _on_edited(self) -> None:
        if not self._is_typing:
            self._is_typing = True
            self._show()

    def _show(self) -> None:
        text = self._line.text()
        tells = len(text) > _FEW_SIGNS or any(sign.isalpha() for sign in text)
        hidden = self._privacy.initials_on and tells and not self._is_typing
        wanted = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        if self._line.echoMode() is not wanted:
            self._line.setEchoMode(wanted)


def _is_secret(line: QLineEdit) -> bool:
    return line.echoMode() is not QLineEdit.EchoMode.Normal
