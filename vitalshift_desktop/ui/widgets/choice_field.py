"""One choice out of a list that opens."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from vitalshift_desktop.ui.theme.icons import pixmap
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.field import LabeledField

_MANY, _LETTERS = 100, 24


class Combo(QComboBox):
    """A combo box with our caret; the wheel scrolls the page, not the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The delegate Qt puts here by itself does not look at the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().scale(14)
        caret = pixmap("caret-down", "text2" if self.isEnabled() else "dim", 14, self.devicePixelRatioF())
        left = self.width() - side - theme().scale(9)
        QPainter(self).drawPixmap(left, (self.height() - side) // 2, caret)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + theme().scale(6), hint.height())


class ChoiceField(LabeledField):
    """A labeled list of choices; `picked` tells only what the user did. Inline means small and without label."""

    picked = Signal(object)

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[object, str]],
        *,
        chosen: object | None = None,
        inline: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._values: list[object] = []
        self._combo = Combo()
        self._combo.setProperty("size", "m" if inline else "")
        self._label.setVisible(not inline and bool(label))
        self._take(self._combo, self._combo)
        self.show_choices(choices)
        if chosen is not None:
            self.choose(chosen)
        if inline:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._combo.activated.connect(self._on_activated)

    @property
    def value(self) -> object:
        """The choice that is chosen; None while there are none."""
        index = self._combo.currentIndex()
        return self._values[index] if index >= 0 else None

    def choose_text(self, text: str) -> None:
        """Show the choice whose value reads as this text; without one nothing changes."""
        for value in self._values:
            if str(value) == text:
                self.choose(value)
                return

    def choose(self, value: object) -> None:
        """Show this choice without telling anybody."""
        self._combo.setCurrentIndex(self._values.index(value))

    def show_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these choices; the chosen one stays if it is still among them."""
        before = self.value
        self._values = [value for value, _label in choices]
        self._combo.clear()
        if len(choices) > _MANY:  # otherwise every name is measured, several times
            self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self._combo.setMinimumContentsLength(_LETTERS)
        self._combo.addItems([label for _value, label in choices])
        if before in self._values:
            self.choose(before)

    def _on_activated(self, index: int) -> None:
        self.clear_error()
        self.picked.emit(self._values[index])
