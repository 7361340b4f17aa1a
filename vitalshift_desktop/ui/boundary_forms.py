"""Opens the forms and the sheets about notes on agreements, over the main window."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from vitalshift_desktop.domain.agreements import ClauseId
from vitalshift_desktop.domain.boundary_events import BoundaryEventId, WorksheetId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consultations import ConsultationId
from vitalshift_desktop.domain.contacts import ContactId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.boundary_events.consultation_sheet import ConsultationSheet
from vitalshift_desktop.ui.boundary_events.event_form import EventForm, NoteFrom
from vitalshift_desktop.ui.boundary_events.event_sheet import EventSheet
from vitalshift_desktop.ui.boundary_events.read_sheet import ReadSheet
from vitalshift_desktop.ui.boundary_events.rule_form import RuleForm
from vitalshift_desktop.ui.boundary_events.worksheet_sheet import WorksheetSheet
from vitalshift_desktop.ui.desk import Desk


class BoundaryForms(QObject):
    """One slot for each thing that a page may wish for about what was written on agreements."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        desk.wishes.boundary_event.connect(self._on_event)
        desk.wishes.note_of_worksheet.connect(self._on_note_of_worksheet)
        desk.wishes.about_agreement.connect(self._on_read)
        desk.wishes.practice_hours.connect(self._on_hours)

    def _on_event(self, client_id: ClientId, clause_id: ClauseId | None, contact_id: ContactId | None) -> None:
        EventForm(self._desk, client_id, self._window, NoteFrom(clause_id, contact_id)).open()

    def _on_hours(self) -> None:
        RuleForm(self._desk, self._window).open_from(QApplication.focusWidget() or self._window)

    def _on_note_of_worksheet(self, worksheet_id: WorksheetId) -> None:
        worksheet = self._desk.workspace.worksheets.get(worksheet_id)
        begun = NoteFrom(worksheet.clause_id, None, worksheet_id)
        EventForm(self._desk, worksheet.client_id, self._window, begun).open()

    def _on_read(self, kind: str, number: int) -> None:
        try:
            self._sheet(kind, number).open()
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)

    def _sheet(self, kind: str, number: int) -> ReadSheet:
        if kind == "event":
            return EventSheet(self._desk, BoundaryEventId(number), self._window)
        if kind == "worksheet":
            return WorksheetSheet(self._desk, WorksheetId(number), self._window)
        return ConsultationSheet(self._desk, ConsultationId(number), self._window)
