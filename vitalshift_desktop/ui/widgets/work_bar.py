"""Slow work as it goes on: what is done, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

WHOLE = 1000


class WorkBar(QWidget):
    """A sentence over a determinate bar; the button at the right asks the work to stop."""

    stopped = Signal()

    def __init__(self, stop: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = TextLabel(size="m")
        self.bar = QProgressBar()
        self.bar.setRange(0, WHOLE)
        self.bar.setTextVisible(False)
        self.stop = Button(stop or _("Stop"))
        told = QVBoxLayout()
        told.setSpacing(6)
        told.addWidget(self.words)
        told.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(told, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.stop.clicked.connect(self._on_stop)

    def begin(self, words: str) -> None:
        """Say what is being done; nothing of it is done yet."""
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setValue(0)
        self.stop.setEnabled(True)

    def show_part(self, part: float) -> None:
        """So much is done, 0.0 to 1.0."""
        self.bar.setValue(round(min(1.0, max(0.0, part)) * WHOLE))

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.stopped.emit()
