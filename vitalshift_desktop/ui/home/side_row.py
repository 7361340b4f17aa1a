"""One line of a list at the side: a name, what it is about, and when; a click or Enter follows it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vitalshift_desktop.ui.session_words import cut, whole_name_tip
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.ringed_row import RingedRow

LONGEST_NAME = 22


class SideRow(RingedRow):
    """Takes the focus; `followed` tells its key."""

    followed = Signal(object)

    def __init__(
        self, key: object, name: str, what: str, when: str, *, tone: str = "2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.setMinimumHeight(theme().scale(33))
        self.setAccessibleName(", ".join(part for part in (name, what, when) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        who = TextLabel(cut(name, LONGEST_NAME), size="m", wrap=False)
        who.setToolTip(whole_name_tip(name, LONGEST_NAME))
        about = TextLabel(what, tone="2", size="m")
        about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(5)
        row.addWidget(who)
        row.addWidget(about, 1)
        row.addWidget(TextLabel(when, tone=tone, size="m", wrap=False))

    def put_first(self, part: QWidget) -> None:
        """Put something before the name."""
        self._row.insertWidget(0, part)

    def put_last(self, part: QWidget) -> None:
        """Put something after the day."""
        self._row.addWidget(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit(self._key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.followed.emit(self._key)
