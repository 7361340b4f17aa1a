"""What the app put on the clipboard: marked so that no history keeps it, and cleared when the vault is locked."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

SECRET_SECONDS = 30
_DWORD_ZERO = bytes(4)
_OURS = "application/x-vitalshift-copy"
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
MARKS = {
    _OURS: b"1",
    "application/x-nspasteboard-concealed-type": b"1",
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): _DWORD_ZERO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _DWORD_ZERO,
}
_COPY, _SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection
Owns = Callable[[QClipboard.Mode], bool]


class OwnCopies(QObject):
    """Watches the clipboard instead of each field, so that no way to copy is forgotten.

    Whatever another program copied is never touched. What was copied out of a field for secrets goes after 30 seconds.
    """

    def __init__(self, clipboard: QClipboard, parent: QObject, *, owns: Owns | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._owns = owns or self._asked
        self._secret = QTimer(self)
        self._secret.setSingleShot(True)
        self._secret.setInterval(SECRET_SECONDS * 1000)
        self._secret.timeout.connect(self._clear_copy)
        clipboard.dataChanged.connect(self._on_changed)

    def clear(self) -> None:
        """Take our own text from the clipboard and from the selection; stop watching."""
        self._clipboard.dataChanged.disconnect(self._on_changed)
        self._clear_copy()
        if self._clipboard.supportsSelection() and self._owns(_SELECTION):
            self._clipboard.clear(_SELECTION)

    def _on_changed(self) -> None:
        data = self._held()
        if data is not None and data.hasFormat(_OURS):
            return
        self._secret.stop()
        if data is None or not data.hasText() or not self._owns(_COPY):
            return
        self._clipboard.setMimeData(concealed(data.text()), _COPY)
        field = QApplication.focusWidget()
        if field is not None and field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData:
            self._secret.start()

    def _clear_copy(self) -> None:
        self._secret.stop()
        data = self._held()
        if data is not None and data.hasFormat(_OURS) and self._owns(_COPY):
            self._clipboard.clear(_COPY)

    def _held(self) -> QMimeData | None:
        return self._clipboard.mimeData(_COPY)  # None where it is empty, whatever the stubs say

    def _asked(self, mode: QClipboard.Mode) -> bool:
        return self._clipboard.ownsClipboard() if mode is _COPY else self._clipboard.ownsSelection()


def concealed(text: str) -> QMimeData:
    """Text with the marks by which histories and clouds of the three systems leave it alone."""
    data = QMimeData()
    data.setText(text)
    for name, value in MARKS.items():
        data.setData(name, value)
    return data
