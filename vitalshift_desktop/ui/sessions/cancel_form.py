"""Asks who canceled a session, and with what notice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from vitalshift_desktop.domain.attendance import Absence
from vitalshift_desktop.domain.problems import NoteAlreadySigned, Problem
from vitalshift_desktop.domain.sessions import Attendance, SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.dates_in_words import span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import absence_words, cut
from vitalshift_desktop.ui.sessions.absence_fields import AbsenceFields
from vitalshift_desktop.ui.sessions.attendance_undo import Undo, attendance_undo
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class CancelForm(DialogFrame):
    """Enter marks it as canceled by the client; the arrows choose, the box says that notice was short."""

    def __init__(self, desk: Desk, session_id: SessionId, parent: QWidget | None) -> None:
        self._desk = desk
        self._sessions = desk.workspace.sessions
        self._before = self._sessions.get(session_id)
        self._absence = self._sessions.absence(session_id)
        super().__init__(_("Canceled session"), parent=parent)
        self.setObjectName("cancel_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self.keep(f"cancel_form:{session_id}", *AbsenceFields.NAMES)

    def _build(self) -> None:
        session = self._before.session
        who = cut(self._desk.privacy.name(self._before.client))
        told = _("{name}, {when}").format(name=who, when=span_words(session))
        self.fields = AbsenceFields()
        self.fields.show_absence(session, self._absence)
        self.fields.show_for(Attendance.CANCELLED)
        self.by, self.notice = self.fields.by, self.fields.notice
        self.error = ErrorSentence()
        self.error.setObjectName("cancel.error")
        for part in (TextLabel(told, tone="2", size="m"), self.fields, self.error):
            self.column.addWidget(part)
        keep = Button(_("Keep the session"))
        keep.clicked.connect(self.reject)
        self.save = Button(_("Mark as canceled"), variant="primary")
        self.save.setObjectName("cancel.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(keep)
        self.add_button(self.save, safe=True)
        for choice in self.by.findChildren(QPushButton):
            if choice.isChecked():
                choice.setFocus()

    def _on_save(self) -> None:
        absence = self.fields.absence()
        if absence is None:
            self.adjustSize()
            return
        before = self._before.session
        try:
            session = self._sessions.set_attendance(
                before.id,
                Attendance.CANCELLED,
                self.fields.canceled_by,
                late_notice=self.notice.isChecked(),
                absence=absence if absence != self._absence else None,
            )
        except NoteAlreadySigned:
            self._desk.wishes.correct_attendance.emit(before.id, Attendance.CANCELLED)
            self.accept()
            return
        except Problem as problem:
            advice = sentence(problem)
            self.error.show_sentence(f"{advice.what} {advice.next_step}")
            self.adjustSize()
            return
        words = _("{name}: {what}.").format(
            name=cut(self._desk.privacy.name(self._before.client)), what=absence_words(session)
        )
        self._desk.wishes.undo_offered.emit(words, self._undo(absence))
        self.accept()

    def _undo(self, absence: Absence) -> Undo:
        changed = self._absence if absence != self._absence else None
        return attendance_undo(self._desk, self._before.session, changed)
