"""A few choices side by side, of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from vitalshift_desktop.ui.widgets.painted_button import ButtonFace, PaintedButton


class _Segment(PaintedButton):
    def __init__(self, text: str, place: str, name: str) -> None:
        super().__init__(text, "", ButtonFace())
        self.setProperty("seg", place)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.raise_()


class Segments(QWidget):
    """Joined buttons; the arrow keys move the choice, and `chosen` tells only what the user did."""

    chosen = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[object, str]],
        *,
        name: str,
        chosen: object | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _label in choices]
        self._group = QButtonGroup(self)
        self._segments: list[_Segment] = []
        self.setAccessibleName(name)
        self._build([label for _value, label in choices], name)
        self.choose(self._values[0] if chosen is None else chosen)
        self._group.idClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> object:
        """The choice that is chosen."""
        return self._values[max(0, self._group.checkedId())]

    def choose_text(self, text: str) -> None:
        """Show the choice whose value reads as this text; without one nothing changes."""
        for value in self._values:
            if str(value) == text:
                self.choose(value)
                return

    def choose(self, value: object) -> None:
        """Show this choice without telling anybody."""
        index = self._values.index(value)
        self._segments[index].setChecked(True)
        self._keep_one_tab_stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
                Qt.Key(event.key())
            )
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _build(self, labels: Sequence[str], name: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, label in enumerate(labels):
            segment = _Segment(label, _place(index, len(labels)), f"{name}, {label}")
            segment.installEventFilter(self)
            self._group.addButton(segment, index)
            self._segments.append(segment)
            row.addWidget(segment)

    def _move(self, step: int) -> None:
        index = self._group.checkedId() + step
        if 0 <= index < len(self._segments):
            self._segments[index].setChecked(True)
            self._keep_one_tab_stop()
            self._segments[index].setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(self._values[index])

    def _keep_one_tab_stop(self) -> None:
        for segment in self._segments:
            stop = Qt.FocusPolicy.StrongFocus if segment.isChecked() else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(stop)

    def _on_clicked(self, index: int) -> None:
        self._keep_one_tab_stop()
        self.chosen.emit(self._values[index])


def _place(index: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(index, "mid")
