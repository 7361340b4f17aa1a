"""Four letters beside a session of an earlier day: the attendance, to be put right with one click."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.ui.session_command import SessionCommand
from vitalshift_desktop.ui.widgets.painted_button import ButtonFace, PaintedButton
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_MARKS = (
    (SessionCommand.ATTENDED, Attendance.ATTENDED, "A", "first"),
    (SessionCommand.LATE, Attendance.LATE, "L", "mid"),
    (SessionCommand.CANCEL, Attendance.CANCELLED, "C", "mid"),
    (SessionCommand.DID_NOT_ATTEND, Attendance.DID_NOT_ATTEND, "D", "last"),
)


class MarkStrip(QWidget):
    """The letters are the keys that do the same on the row, so the strip is no stop on the way through the page."""

    asked = Signal(object)

    def __init__(self, attendance: Attendance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for command, mark, letter, place in _MARKS:
            button = PaintedButton(letter, "", ButtonFace())
            button.setProperty("seg", place)
            button.setObjectName(f"today.mark.{mark.value}")
            button.setCheckable(True)
            button.setChecked(mark is attendance)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setToolTip(plain_tip(label(mark)))
            button.setAccessibleName(_("{action}, {name}").format(action=label(mark), name=name))
            button.clicked.connect(partial(self._on_clicked, button, command, mark is attendance))
            row.addWidget(button)

    def _on_clicked(self, button: PaintedButton, command: SessionCommand, is_on: bool) -> None:
        button.setChecked(is_on)  # what is really so is shown when the day is shown anew
        self.asked.emit(command)
