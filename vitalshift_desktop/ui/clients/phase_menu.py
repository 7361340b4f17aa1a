"""The menu of the phase thread: the phases, and setting one for another day."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vitalshift_desktop.domain.clients import Phase
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class PhaseMenu(QMenu):
    """The current phase is ticked; `chosen` tells only what the user did."""

    chosen = Signal(object)
    day_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[Phase, QAction] = {}
        for phase in Phase:
            action = self._actions[phase] = self.addAction(label(phase))
            action.setCheckable(True)
        self.addSeparator()
        self.addAction(_("On another day…")).triggered.connect(self.day_wanted)
        self.triggered.connect(self._on_triggered)

    def choose(self, phase: Phase) -> None:
        """Tick this phase without telling anybody; the practice may have renamed them meanwhile."""
        for one, action in self._actions.items():
            action.setText(label(one).replace("&", "&&"))
            action.setChecked(one is phase)

    def _on_triggered(self, action: QAction) -> None:
        found = next((phase for phase, own in self._actions.items() if own is action), None)
        if found is not None:
            self.chosen.emit(found)
