"""One instrument in the list of the settings: its name, what it counts, its state, and a switch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.own_instruments import Listed, UseState
from vitalshift_desktop.ui.settings.instrument_words import counts_words
from vitalshift_desktop.ui.settings.state_words import state_words, used_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class InstrumentRow(QWidget):
    """A way to the page about it, and the switch; where a license is missing, the way to note it in its place."""

    wanted = Signal(str)
    switched = Signal(str)
    licence_wanted = Signal(str)

    def __init__(self, listed: Listed, clients: int) -> None:
        super().__init__()
        form = listed.instrument
        self._id = form.id
        self.setObjectName(f"settings.measure.{form.id}")
        self.open = LinkButton(_("Numbers and sources"))
        self.open.setObjectName(f"settings.measure.{form.id}.open")
        self.open.setAccessibleName(_("{name}: numbers and sources").format(name=form.name))
        self.open.clicked.connect(self._on_open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 8)
        row.setSpacing(8)
        row.addLayout(self._words(listed, clients), 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self.act = self._act(listed)
        row.addWidget(self.act, 0, Qt.AlignmentFlag.AlignTop)

    def _words(self, listed: Listed, clients: int) -> QVBoxLayout:
        form = listed.instrument
        facts = [form.full_name, counts_words(form), used_words(clients)]
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(TextLabel(form.name, role="name", size="m"))
        words.addWidget(TextLabel(" · ".join(fact for fact in facts if fact), tone="2", size="m"))
        if listed.state in (UseState.LICENCE_EXPIRED, UseState.PUT_AWAY):
            words.addWidget(TextLabel(state_words(listed), tone="attn", size="m"))
        return words

    def _act(self, listed: Listed) -> QWidget:
        form = listed.instrument
        if listed.state in (UseState.LICENCE_MISSING, UseState.LICENCE_EXPIRED):
            note = LinkButton(_("Note the license…"))
            note.setAccessibleName(_("{name}: note the license…").format(name=form.name))
            note.setObjectName(f"settings.measure.{form.id}.licence")
            note.clicked.connect(self._on_licence)
            return note
        on = CheckBox(_("On"), name=_("{name} on").format(name=form.name))
        on.setObjectName(f"settings.measure.{form.id}.on")
        on.setChecked(listed.is_usable)
        fixed = form.id == CHECKIN or listed.state is UseState.PUT_AWAY
        on.setEnabled(not fixed)
        on.setToolTip(_("The session check-in stays on.") if form.id == CHECKIN else "")
        on.clicked.connect(self._on_switch)
        return on

    def _on_open(self) -> None:
        self.wanted.emit(self._id)

    def _on_switch(self) -> None:
        self.switched.emit(self._id)

    def _on_licence(self) -> None:
        self.licence_wanted.emit(self._id)
