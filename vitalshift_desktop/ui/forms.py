"""Opens the forms that pages ask for, over the main window."""

from datetime import date, datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.closures import ClosureId
from vitalshift_desktop.domain.measures.administration import AdministrationId
from vitalshift_desktop.domain.problems import EpisodeHasEnded, Problem
from vitalshift_desktop.domain.sessions import Attendance, SessionId, StandingId
from vitalshift_desktop.ui.agreements.agreement_form import AgreementForm
from vitalshift_desktop.ui.boundary_forms import BoundaryForms
from vitalshift_desktop.ui.clients.client_form import ClientForm
from vitalshift_desktop.ui.clients.end_form import EndForm
from vitalshift_desktop.ui.contacts.capture_form import CaptureForm
from vitalshift_desktop.ui.contacts.contact_note_form import ContactNoteForm
from vitalshift_desktop.ui.contacts.outreach_form import OutreachForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry.measure_form import MeasureForm, correcting
from vitalshift_desktop.ui.entry.not_given_form import NotGivenForm
from vitalshift_desktop.ui.fees.charge_form import ChargeForm
from vitalshift_desktop.ui.fees.fee_form import FeeForm
from vitalshift_desktop.ui.reminders.reminder_form import ReminderForm
from vitalshift_desktop.ui.sessions.cancel_form import CancelForm
from vitalshift_desktop.ui.sessions.closure_form import ClosureForm
from vitalshift_desktop.ui.sessions.correct_form import CorrectForm
from vitalshift_desktop.ui.sessions.course_form import CourseForm
from vitalshift_desktop.ui.sessions.session_form import SessionForm
from vitalshift_desktop.ui.sessions.standing_form import StandingForm
from vitalshift_desktop.ui.sessions.unplanned_form import UnplannedForm


class Forms(QObject):
    """One slot for each form that a page may wish for."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._boundaries = BoundaryForms(desk, window)
        wishes = desk.wishes
        wishes.new_client.connect(self._on_new_client)
        wishes.edit_client.connect(self._on_edit_client)
        wishes.end_work.connect(self._on_end_work)
        wishes.plan_session.connect(self._on_plan_session)
        wishes.move_session.connect(self._on_move_session)
        wishes.cancel_session.connect(self._on_cancel_session)
        wishes.correct_attendance.connect(self._on_correct_attendance)
        wishes.standing_form.connect(self._on_standing)
        wishes.closure_form.connect(self._on_closure)
        wishes.charge_session.connect(self._on_charge_session)
        wishes.agree_fee.connect(self._on_agree_fee)
        wishes.plan_at.connect(self._on_plan_at)
        wishes.new_reminder.connect(self._on_new_reminder)
        wishes.agree.connect(self._on_agree)
        wishes.capture.connect(self._on_capture)
        wishes.new_contact.connect(self._on_new_contact)
        wishes.reach_out.connect(self._on_reach_out)
        wishes.session_course.connect(self._on_session_course)
        wishes.unplanned_note.connect(self._on_unplanned_note)
        wishes.enter_measure.connect(self._on_enter_measure)
        wishes.correct_measure.connect(self._on_correct_measure)
        wishes.not_given.connect(self._on_not_given)

    def _on_new_client(self) -> None:
        form = ClientForm(self._desk, None, self._window)
        form.saved.connect(self._on_client_added)
        self._open(form)

    def _on_client_added(self, client_id: ClientId) -> None:
        self._desk.wishes.client.emit(client_id, "overview")

    def _on_agree(self, client_id: ClientId) -> None:
        self._desk.wishes.client.emit(client_id, "agreements")
        self._open(AgreementForm(self._desk, client_id, self._window))

    def _on_edit_client(self, client_id: ClientId) -> None:
        self._open(ClientForm(self._desk, client_id, self._window))

    def _on_end_work(self, client_id: ClientId) -> None:
        self._open(EndForm(self._desk, self._desk.workspace.clients.get(client_id), self._window))

    def _on_plan_session(self, client_id: ClientId | None) -> None:
        episode = self._desk.workspace.episodes.current(client_id) if client_id is not None else None
        if episode is not None and not episode.is_open:
            self._desk.wishes.new_episode.emit(client_id)  # the work is over: whether it begins again comes first
            return
        self._open(SessionForm(self._desk, self._window, client_id=client_id))

    def _on_move_session(self, session_id: SessionId) -> None:
        self._open(SessionForm(self._desk, self._window, session_id=session_id))

    def _on_cancel_session(self, session_id: SessionId) -> None:
        self._open(CancelForm(self._desk, session_id, self._window))

    def _on_correct_attendance(self, session_id: SessionId, attendance: Attendance | None) -> None:
        self._open(CorrectForm(self._desk, session_id, self._window, attendance=attendance))

    def _on_standing(self, client_id: ClientId, standing_id: StandingId | None, day: date | None) -> None:
        self._open(StandingForm(self._desk, client_id, self._window, standing_id=standing_id, day=day))

    def _on_closure(self, closure_id: ClosureId | None) -> None:
        self._open(ClosureForm(self._desk, closure_id, self._window))

    def _on_charge_session(self, session_id: SessionId) -> None:
        self._open(ChargeForm(self._desk, session_id, self._window))

    def _on_agree_fee(self, client_id: ClientId) -> None:
        self._open(FeeForm(self._desk, client_id, self._window))

    def _on_plan_at(self, starts: datetime) -> None:
        self._open(SessionForm(self._desk, self._window, starts=starts))

    def _on_new_reminder(self, client_id: ClientId | None) -> None:
        self._open(ReminderForm(self._desk, self._window, client_id=client_id))

    def _on_capture(self) -> None:
        """Over whatever dialog is open; one at a time."""
        over = QApplication.activeModalWidget() or self._window
        if not isinstance(over, CaptureForm):
            self._open(CaptureForm(self._desk, over))

    def _on_new_contact(self, client_id: ClientId | None) -> None:
        self._open(ContactNoteForm(self._desk, self._window, client_id))

    def _on_reach_out(self, client_id: ClientId) -> None:
        self._open(OutreachForm(self._desk, client_id, self._window))

    def _on_session_course(self, session_id: SessionId) -> None:
        self._open(CourseForm(self._desk, session_id, self._window))

    def _on_enter_measure(
        self, client_id: ClientId | None, instrument_id: str | None, session_id: SessionId | None
    ) -> None:
        self._open(MeasureForm(self._desk, self._window, client_id, instrument_id, session_id))

    def _on_correct_measure(self, administration_id: AdministrationId) -> None:
        self._open(correcting(self._desk, administration_id, self._window))

    def _on_not_given(self, session_id: SessionId, instrument_id: str) -> None:
        self._open(NotGivenForm(self._desk, session_id, instrument_id, self._window))

    def _on_unplanned_note(self, client_id: ClientId | None) -> None:
        if client_id is not None:
            self._start_unplanned(client_id)
            return
        form = UnplannedForm(self._desk, self._window)
        form.started.connect(self._desk.wishes.note)
        self._open(form)

    def _start_unplanned(self, client_id: ClientId) -> None:
        workspace = self._desk.workspace
        try:
            session = workspace.clients.header(client_id).due_session or workspace.sessions.start_unplanned(client_id)
        except EpisodeHasEnded:
            self._desk.wishes.new_episode.emit(client_id)
            return
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self._desk.wishes.note.emit(session.id)

    def _open(self, form: QDialog) -> None:
        form.open()
