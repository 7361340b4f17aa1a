"""One thing to look at again before an episode opens: a tick, what is written down, and the way to change it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.episodes import Confirm
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_WHERE = {Confirm.CONSENTS: "consents"}


class ConfirmLine(QWidget):
    """The tick is the counselor's word that it was looked at."""

    ticked = Signal()
    change_wanted = Signal(str)

    def __init__(self, what: Confirm, privacy: Privacy) -> None:
        super().__init__()
        self._what = what
        self.tick = CheckBox(label(what))
        self.tick.setObjectName(f"new_episode.{what.value}")
        self.change = LinkButton(_("Change…"))
        self.change.setObjectName(f"new_episode.{what.value}.change")
        self.change.setAccessibleName(_("{what}: change").format(what=label(what)))
        self._facts = RecordLabel(privacy=privacy, role="rail", tone="text2")
        head = QHBoxLayout()
        head.addWidget(self.tick)
        head.addStretch(1)
        head.addWidget(self.change)
        below = QHBoxLayout()
        below.setContentsMargins(theme().scale(24), 0, 0, 0)
        below.addWidget(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(below)
        self.tick.toggled.connect(self._on_toggled)
        self.change.clicked.connect(self._on_change)

    def show_facts(self, facts: Sequence[str]) -> None:
        """Show what is written down now."""
        self._facts.show_text("\n".join(facts))

    def _on_toggled(self, _on: bool) -> None:
        self.ticked.emit()

    def _on_change(self) -> None:
        self.change_wanted.emit(_WHERE.get(self._what, "details"))
