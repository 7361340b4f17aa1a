"""What stands in the window while a last backup is made before it closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.work_bar import WorkBar
from vitalshift_desktop.words import _

_WIDEST = 460


class LeavingPage(QWidget):
    """No word of the record; Skip, or Esc, closes at once."""

    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leaving")
        self.setProperty("surface", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.work = WorkBar(_("Skip"))
        self.work.stop.setObjectName("leaving.skip")
        middle = QWidget()
        middle.setMaximumWidth(theme().scale(_WIDEST))
        told = QVBoxLayout(middle)
        told.setContentsMargins(24, 0, 24, 0)
        told.setSpacing(12)
        told.addWidget(TextLabel(_("Everything is saved"), role="h1"))
        told.addWidget(TextLabel(_("VitalShift closes as soon as the backup is made. You can skip it."), tone="2"))
        told.addWidget(self.work)
        row = QHBoxLayout()  # it asks how high wrapped text is at its real width
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        middle.setMinimumWidth(min(theme().scale(_WIDEST), 700))
        self.work.stopped.connect(self.skipped)

    def begin(self) -> None:
        """The backup has begun."""
        self.work.begin(_("Backing up before closing…"))
        self.work.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)
