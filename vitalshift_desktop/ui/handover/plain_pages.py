"""The two pages around the forms: a blank one with Begin, and the thanks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import _


class BeginPage(QWidget):
    """Nothing but a button; shown while the forms are armed."""

    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _dress(self)
        self.button = Button(_("Begin"), variant="primary")
        self.button.setObjectName("handover.begin")
        self.button.setMinimumSize(theme().scale(160), theme().scale(56))
        self.button.clicked.connect(self.begun)
        column = QVBoxLayout(self)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)

    def focus_first(self) -> None:
        """Enter begins."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # Esc and letters do nothing


class ThanksPage(QWidget):
    """The thanks; a key or a press leads on to the page that asks for the passphrase."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _dress(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = _("Thank you. You can give the laptop back.")
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setSpacing(20)
        column.addStretch(5)
        column.addWidget(IconLabel("check-circle", "ok", 44), 0, Qt.AlignmentFlag.AlignHCenter)
        told = TextLabel(words, role="h1")
        told.setObjectName("handover.thanks")
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(told)
        column.addStretch(7)

    def focus_first(self) -> None:
        """Hear the next key."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and event.key() != Qt.Key.Key_Escape:  # the Enter of Done may still be held
            self.left.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.left.emit()


def _dress(page: QWidget) -> None:
    page.setProperty("surface", "window")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
