"""Puts attendance right: plainly before the note is signed, with a reason that is kept afterwards."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.attendance import Absence, AttendanceChange, mark_of
from vitalshift_desktop.domain.clients import LONGEST_FIELD
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.dates_in_words import full_day, span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import attendance_words, cut, mark_words
from vitalshift_desktop.ui.sessions.absence_fields import AbsenceFields
from vitalshift_desktop.ui.sessions.attendance_undo import attendance_undo
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import ErrorSentence, Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class CorrectForm(RoomyDialog):
    """What stood before is shown below, with the reason of each correction."""

    def __init__(
        self, desk: Desk, session_id: SessionId, parent: QWidget, *, attendance: Attendance | None = None
    ) -> None:
        self._desk = desk
        self._sessions = desk.workspace.sessions
        self._line = self._sessions.get(session_id)
        self._absence = self._sessions.absence(session_id)
        self._is_signed = self._sessions.is_signed(session_id)
        super().__init__(_("Correct attendance"), width=520, height=560, parent=parent)
        self.setObjectName("correct_form")
        self._build()
        self.fields.show_absence(self._line.session, self._absence)
        self.keep(f"correct_form:{session_id}", "correct.attendance", *AbsenceFields.NAMES, "correct.reason")
        if attendance is not None:
            self.attendance.choose(attendance)
        self._on_attendance()
        # Once it is said what it should be, only the reason is missing.
        (self.reason.edit if attendance is not None and self._is_signed else self.attendance).setFocus()

    def _build(self) -> None:
        session = self._line.session
        who = cut(self._desk.privacy.name(self._line.client))
        told = _("{name}, {when}").format(name=who, when=span_words(session))
        choices = [(one, attendance_words(one)) for one in Attendance]
        self.attendance = ChoiceField(_("Attendance"), choices, chosen=session.attendance)
        self.attendance.setObjectName("correct.attendance")
        self.fields = AbsenceFields()
        self.reason = Field(_("Reason for the correction"))
        self.reason.setObjectName("correct.reason")
        self.reason.edit.setMaxLength(LONGEST_FIELD)
        signed = TextLabel(
            _("The note is signed and stays as it is. What stood here before is kept, with the day and your reason."),
            tone="2",
            size="m",
        )
        signed.setVisible(self._is_signed)
        self.reason.setVisible(self._is_signed)
        self.error = ErrorSentence()
        self.error.setObjectName("correct.error")
        for part in (
            TextLabel(told, tone="2", size="m"),
            self.attendance,
            self.fields,
            signed,
            self.reason,
            self.error,
        ):
            self.content.addWidget(part)
        self._add_changes()
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Correct"), variant="primary")
        self.save.setObjectName("correct.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        self.attendance.picked.connect(self._on_attendance)

    def _add_changes(self) -> None:
        for change in self._sessions.attendance_changes(self._line.session.id):
            words = RecordLabel(privacy=self._desk.privacy, role="rail")
            words.show_text(self._change_words(change))
            self.content.addWidget(words)

    def _change_words(self, change: AttendanceChange) -> str:
        day = local(self._desk.workspace.clock, change.at).date()
        return _("{day}: {before} became {after}. {reason}").format(
            day=full_day(day), before=mark_words(change.before), after=mark_words(change.after), reason=change.reason
        )

    def _on_attendance(self) -> None:
        self.fields.show_for(self._chosen())
        self.fit_content()

    def _chosen(self) -> Attendance:
        value = self.attendance.value
        if not isinstance(value, Attendance):
            raise TypeError("one of them is always chosen")
        return value

    def _on_save(self) -> None:
        self.error.show_sentence("")
        absence = self.fields.absence() if self.fields.isVisibleTo(self) else self._absence
        if absence is None:
            self.fit_content()
            return
        if self._is_signed and not self.reason.text():
            self.reason.show_error(_("Say in a few words why it is corrected."))
            self.reason.edit.setFocus()
            self.fit_content()
            return
        try:
            self._store(absence)
        except Problem as problem:
            advice = sentence(problem)
            self.error.show_sentence(f"{advice.what} {advice.next_step}")
            self.fit_content()
        else:
            self.accept()

    def _store(self, absence: Absence) -> None:
        session, chosen = self._line.session, self._chosen()
        by, late = self.fields.canceled_by, self.fields.notice.isChecked()
        changed = absence if absence != self._absence else None
        if not self._is_signed:
            after = self._sessions.set_attendance(session.id, chosen, by, late_notice=late, absence=changed)
            self._offer_undo(after, None if changed is None else self._absence)
            return
        if mark_of(session.marked(chosen, by, late_notice=late)) != mark_of(session):
            reason = self.reason.text()
            self._sessions.amend_attendance(session.id, chosen, by, late_notice=late, reason=reason, absence=changed)
        elif changed is not None:
            self._sessions.write_absence(session.id, changed)

    def _offer_undo(self, after: Session, absence: Absence | None) -> None:
        words = _("{name}: {what}.").format(
            name=cut(self._desk.privacy.name(self._line.client)),
            what=mark_words(mark_of(after)) if not after.stands else label(after.attendance),
        )
        self._desk.wishes.undo_offered.emit(words, attendance_undo(self._desk, self._line.session, absence))
