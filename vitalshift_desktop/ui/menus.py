"""The menu bar, built from the list of commands."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from vitalshift_desktop.ui.actions import Command, Where, commands, menus


class Menus:
    """The menus of a window and their actions by name."""

    def __init__(self, window: QMainWindow) -> None:
        bar = window.menuBar()
        self._menus = {name: bar.addMenu(title) for name, title in menus()}
        self._commands: dict[str, Command] = {}
        self.actions: dict[str, QAction] = {}
        self._fill(window)

    def _fill(self, window: QMainWindow) -> None:
        menu: QMenu | None = None
        for entry in commands():
            if isinstance(entry, str):
                if menu is not None:
                    menu.addSeparator()
                continue
            menu = self._menus[entry.menu]
            menu.addAction(self._made(entry, window))

    def _made(self, command: Command, window: QMainWindow) -> QAction:
        action = QAction(command.text, window)
        action.setObjectName(f"action.{command.name}")
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.checkable)
        action.setMenuRole(QAction.MenuRole.NoRole)
        window.addAction(action)
        self._commands[command.name] = command
        self.actions[command.name] = action
        return action

    def show_place(self, place: Where) -> None:
        """Enable the commands that make sense here."""
        for name, command in self._commands.items():
            self.actions[name].setEnabled(Where.EVERYWHERE in command.where or place in command.where)

    def set_all_enabled(self, enabled: bool) -> None:
        """Turn every command on or off, as under the cover."""
        for action in self.actions.values():
            action.setEnabled(enabled)
