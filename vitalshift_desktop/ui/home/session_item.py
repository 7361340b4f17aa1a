"""A session as something that takes the focus, hears the keys and has a menu."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.ui.session_command import KEYS, SessionCommand
from vitalshift_desktop.ui.widgets.ringed_row import RingedRow


def focus_in_window(widget: QWidget) -> QWidget | None:
    """What holds the focus in this widget's window, also while a dialog lies over it."""
    return widget.window().focusWidget()


class SessionItem(RingedRow):
    """Enter opens the note; A, L, C, D mark attendance, P says paid, B books; up and down go to the neighbors."""

    asked = Signal(object, object)
    menu_wanted = Signal(object, object)
    step_wanted = Signal(int)

    def __init__(self, line: SessionLine, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=7)
        self.line = line

    def ask(self, command: SessionCommand) -> None:
        """Ask for something to be done with this session."""
        self.asked.emit(command, self.line)

    def ask_for_menu(self, place: QPoint) -> None:
        """Ask for the menu at a place on the screen."""
        self.menu_wanted.emit(self.line, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        command = KEYS.get(Qt.Key(event.key()))
        if plain and step is not None:
            self.step_wanted.emit(step)
        elif plain and command is not None:
            self.ask(command)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.ask_for_menu(event.globalPos() if by_mouse else self.mapToGlobal(QPoint(72, self.height())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.ask(SessionCommand.NOTE)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
