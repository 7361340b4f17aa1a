"""One line of a list at the side: a name, what it is about, and when; a click or Enter follows it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from vitalshift_desktop.ui.session_words import cut, whole_name_tip
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel

LONGEST_NAME = 22


class SideRow(QFrame):
    """Takes the focus; `followed` tells its key."""

    followed = Signal(object)

    def __init__(
        self, key: object, name: str, what: str, when: str, *, tone: str = "2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._by_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(theme().scale(33))
        self.setAccessibleName(", ".join(part for part in (name, what, when) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        who = TextLabel(cut(name, LONGEST_NAME), size="m", wrap=False)
        who.setToolTip(whole_name_tip(name, LONGEST_NAME))
        about = TextLabel(what, tone="2", size="m")
        about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(5)
        row.addWidget(who)
        row.addWidget(about, 1)
        row.addWidget(TextLabel(when, tone=tone, size="m", wrap=False))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit(self._key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.followed.emit(self._key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._by_keyboard:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("ring"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
