"""Words and icons on a page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.icons import draw_icon
from vitalshift_desktop.ui.theme.restyle import set_style_property
from vitalshift_desktop.ui.theme.theme import theme


class TextLabel(QLabel):
    """Words of the app or of a person, always as plain text, wrapped where there is no room."""

    def __init__(
        self,
        text: str = "",
        *,
        role: str = "body",
        tone: str = "",
        size: str = "",
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setProperty("size", size)
        self.setWordWrap(wrap)
        self.setText(text)

    def show_tone(self, tone: str) -> None:
        """Change the color of the words."""
        set_style_property(self, "tone", tone)


class IconLabel(QWidget):
    """One icon in the color of a token; without a name it is decoration; `line` is the height of the text beside it."""

    def __init__(
        self,
        name: str,
        tone: str = "text2",
        size: float = 18,
        *,
        line: float = 0,
        accessible_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._line = line
        self._tone = tone
        self._size = size
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name = name
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().scale(self._size)
        return QSize(side, max(side, theme().scale(self._line)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            side = theme().scale(self._size)
            place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            draw_icon(QPainter(self), place, self._name, theme().color(self._tone))


class MarkLabel(QWidget):
    """A mark: an icon that never stands without its word."""

    def __init__(self, icon: str, text: str, tone: str = "attnmark", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, tone, 16, line=20)
        self._words = TextLabel(text, size="m")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.setAccessibleName(text)

    def show_mark(self, icon: str, text: str, tone: str) -> None:
        """Show another mark."""
        self._icon.show_icon(icon, tone)
        self._words.setText(text)
        self.setAccessibleName(text)
