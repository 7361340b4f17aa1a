"""F6 and Shift+F6: from pane to pane of the window."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class Panes(QObject):
    """Moves the focus to the first field of the next visible pane. A pane is any widget with the property `pane`."""

    def __init__(self, actions: dict[str, QAction], window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions["next_pane"].triggered.connect(self._on_next)
        actions["previous_pane"].triggered.connect(self._on_previous)

    def _on_next(self) -> None:
        self._step(1)

    def _on_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        panes = [pane for pane in self._window.findChildren(QWidget) if pane.property("pane") and pane.isVisible()]
        if not panes:
            return
        focus = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), -1 if by > 0 else 0)
        _focus_into(panes[(here + by) % len(panes)])


def _focus_into(pane: QWidget) -> None:
    for widget in pane.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
