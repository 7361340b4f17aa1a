"""Cover, lock, initials only and quick capture, while a dialog is open: the keys of the menus do not reach there."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from vitalshift_desktop.ui.covered_form import CoveredForm
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame

_KEYS_FOR = ("cover", "lock", "initials", "capture")
_FLEETING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class OverDialogs(QObject):
    """Listens to the keys only while a dialog blocks the window; hides dialogs under the cover and brings them back."""

    def __init__(self, actions: dict[str, QAction], privacy: Privacy, window: QMainWindow) -> None:
        super().__init__(window)
        self._privacy = privacy
        self._actions = [actions[name] for name in _KEYS_FOR]
        self._hidden: list[QWidget] = []
        window.installEventFilter(self)

    def hide(self) -> None:
        """Take every other window of ours from the screen; what was typed there is kept."""
        window = self.parent()
        for other in QApplication.topLevelWidgets():
            if other is window or not other.isVisible():
                continue
            if other.windowType() in _FLEETING:
                other.close()
            else:
                other.hide()
                self._hidden.append(other)

    def bring_back(self) -> None:
        """Show what was hidden."""
        hidden, self._hidden = self._hidden, []
        for other in hidden:
            if isValid(other):
                other.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        application = QApplication.instance()
        if event.type() == QEvent.Type.WindowBlocked and application is not None:
            application.installEventFilter(self)
            for other in QApplication.topLevelWidgets():
                self._adopt(other)
        elif event.type() == QEvent.Type.WindowUnblocked and application is not None:
            application.removeEventFilter(self)
        elif event.type() == QEvent.Type.Show:
            self._adopt(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(watched, QWindow) and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _adopt(self, form: QObject) -> None:
        # The first dialog is shown before the window is blocked, one over it while it is.
        if isinstance(form, DialogFrame) and form.isVisible() and form.findChild(CoveredForm) is None:
            CoveredForm(form, self._privacy)

    def _press(self, event: QKeyEvent) -> bool:
        keys = QKeySequence(event.keyCombination())
        for action in self._actions:
            if action.isEnabled() and keys in action.shortcuts():
                action.trigger()
                return True
        return False
