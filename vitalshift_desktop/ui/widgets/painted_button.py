"""What all buttons share: the sheet paints the shape, we paint icon, words and shortcut."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from vitalshift_desktop.ui.theme.icons import draw_icon
from vitalshift_desktop.ui.theme.restyle import set_style_property
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.focus_ring import RingedFocus
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip

_TONES = {"primary": "onfill", "danger": "onfill", "quiet": "accent", "nav": "text2"}
_GAP = 8


@dataclass(slots=True)
class ButtonFace:
    """What is painted on a button."""

    icon: str = ""
    icon_tone: str = ""
    hint: str = ""
    caret: bool = False
    icon_size: float = 16


class PaintedButton(QPushButton):
    """A push button with an icon at the left and a dim shortcut hint at the right."""

    def __init__(self, text: str, variant: str, face: ButtonFace, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._face = face
        self._variant = variant
        self._full_text = ""
        self._full_hint = face.hint
        self._ring = RingedFocus(self)
        self.setProperty("variant", variant)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    @property
    def variant(self) -> str:
        """Which kind of button this is; "" is the outlined one."""
        return self._variant

    def show_variant(self, variant: str) -> None:
        """Become another kind of button, such as the primary one while it is the thing to do next."""
        if variant != self._variant:
            self._variant = variant
            set_style_property(self, "variant", variant)
            self.updateGeometry()

    def show_icon(self, name: str, tone: str = "") -> None:
        """Show another icon."""
        self._face.icon = name
        self._face.icon_tone = tone
        self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show only the icon, with the words as name and tip, or show the words again."""
        words = self._full_text or self.text()
        self._full_text = words if narrow else ""
        self._face.hint = "" if narrow else self._full_hint
        self.setText("" if narrow else words)
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words) if narrow else "")
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter does what the ring is around, in a page and in a dialog whose safe button is another one.
        # A choice in a dialog is made with the arrows or Space; Enter there is for the dialog.
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not event.isAutoRepeat()
        if is_enter and not (self.isCheckable() and isinstance(self.window(), QDialog)):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.come(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.go()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self._ring.go()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        option = self._option()
        height = QFontMetrics(self._words_font()).height()
        words = self._width_in(self._words_font(bold=self.isCheckable()))  # once checked, its words are bold and wider
        content = QSize(words + self._extras_width(), height)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, content, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = self._option()
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        rect = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        self._paint_face(painter, rect)

    def _paint_face(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        used = self._words_width() + self._extras_width()
        left = rect.left() + max(0, (rect.width() - used) // 2) if self._is_centered() else rect.left()
        if self._face.icon:
            side = theme().scale(self._face.icon_size)
            place = QRectF(left, rect.center().y() + 0.5 - side / 2, side, side)
            draw_icon(painter, place, self._face.icon, theme().color(self._tone(self._face.icon_tone)))
            left += side + (theme().scale(_GAP) if self.text() else 0)
        self._paint_words(painter, QRect(left, rect.top(), rect.right() - left + 1, rect.height()))

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.setFont(self._words_font())
        painter.setPen(theme().color(self._tone("")))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | middle, self.text())
        if self._face.hint:
            painter.setFont(theme().font("hint"))
            painter.setPen(theme().color(self._hint_tone()))
            rest = rect.adjusted(self._words_width() + self._hint_gap(), 0, 0, 0)
            side = Qt.AlignmentFlag.AlignLeft if self._is_centered() else Qt.AlignmentFlag.AlignRight
            painter.drawText(rest, side | Qt.AlignmentFlag.AlignVCenter, self._face.hint)
        if self._face.caret:
            side_px = theme().scale(12)
            place = QRectF(rect.right() - side_px, rect.center().y() + 0.5 - side_px / 2, side_px, side_px)
            draw_icon(painter, place, "caret-down", theme().color(self._tone("text2")))

    def _tone(self, wanted: str) -> str:
        if not self.isEnabled():
            return "dim"
        if self.isCheckable() and self.isChecked():
            return "text" if self._variant == "nav" else "onfill"
        return wanted or _TONES.get(self._variant, "text")

    def _hint_tone(self) -> str:
        return self._tone("") if self._variant in {"primary", "danger"} else self._tone("text3")

    def _is_centered(self) -> bool:
        return self._variant not in {"nav", "goto"}

    def _words_font(self, *, bold: bool = False) -> QFont:
        strong = bold or self._variant in {"primary", "danger"} or (self.isCheckable() and self.isChecked())
        return theme().font("body" if self._variant == "nav" else "button", bold=strong)

    def _words_width(self) -> int:
        return self._width_in(self._words_font())

    def _width_in(self, font: QFont) -> int:
        return QFontMetrics(font).size(Qt.TextFlag.TextShowMnemonic, self.text()).width()

    def _hint_gap(self) -> int:
        return theme().scale(10)

    def _extras_width(self) -> int:
        width = 0
        if self._face.icon:
            width += theme().scale(self._face.icon_size) + (theme().scale(_GAP) if self.text() else 0)
        if self._face.hint:
            width += self._hint_gap() + QFontMetrics(theme().font("hint")).horizontalAdvance(self._face.hint)
        if self._face.caret:
            width += theme().scale(12 + _GAP)
        return width

    def _option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        return option
