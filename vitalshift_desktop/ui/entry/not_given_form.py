"""Asks for words why a measure was not given in a session, where none of the usual reasons is it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.not_given import offer_way_back
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.words import _


class NotGivenForm(DialogFrame):
    """A few words are enough; without any nothing is written down."""

    def __init__(self, desk: Desk, session_id: SessionId, instrument_id: str, parent: QWidget) -> None:
        super().__init__(_("No measure this session"), parent=parent)
        self.setObjectName("not_given")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._session_id = session_id
        self._instrument_id = instrument_id
        name = desk.workspace.measures.instrument(instrument_id).name
        self.column.addWidget(TextLabel(name, tone="2", size="m"))
        self.words = ProseField(_("Why it was not given"))
        self.words.setObjectName("not_given.words")
        self.column.addWidget(self.words)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("not_given.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        self.keep(f"not_given:{session_id}:{instrument_id}", "not_given.words")
        self.words.setFocus()

    def _on_save(self) -> None:
        measures = self._desk.workspace.measures
        try:
            measures.not_given(self._session_id, self._instrument_id, NotGivenReason.OTHER, self.words.text())
        except TextIsMissing:
            self.words.show_error(_("Write a few words first."))
            self.words.setFocus()
        except Problem as problem:
            advice = sentence(problem)
            self.words.show_error(f"{advice.what} {advice.next_step}")
        else:
            self.accept()
            offer_way_back(self._desk, self._session_id, self._instrument_id)
