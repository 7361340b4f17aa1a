"""Asks who canceled a session, and with what notice."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.dates_in_words import span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import absence_words, cut
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _


class CancelForm(DialogFrame):
    """Enter marks it as canceled by the client; the arrows choose, the box says that notice was short."""

    def __init__(self, desk: Desk, session_id: SessionId, parent: QWidget | None) -> None:
        self._desk = desk
        self._sessions = desk.workspace.sessions
        self._before = self._sessions.get(session_id)
        super().__init__(_("Canceled session"), parent=parent)
        self.setObjectName("cancel_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()

    def _build(self) -> None:
        session = self._before.session
        who = cut(self._desk.privacy.name(self._before.client))
        told = _("{name}, {when}").format(name=who, when=span_words(session))
        choices: list[tuple[object, str]] = [
            (CancelledBy.CLIENT, _("The client canceled")),
            (CancelledBy.COUNSELOR, _("I canceled")),
        ]
        self.by = Segments(choices, name=_("Who canceled"), chosen=session.cancelled_by)
        self.by.setObjectName("cancel.by")
        self.notice = CheckBox(_("On short notice"))
        self.notice.setObjectName("cancel.notice")
        self.notice.setChecked(session.late_notice)
        self.error = ErrorSentence()
        self.error.setObjectName("cancel.error")
        for part in (TextLabel(told, tone="2", size="m"), self.by, self.notice, self.error):
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
        by = self.by.value
        if not isinstance(by, CancelledBy):
            raise TypeError("one of the two is always chosen")
        before = self._before.session
        try:
            session = self._sessions.set_attendance(
                before.id, Attendance.CANCELLED, by, late_notice=self.notice.isChecked()
            )
        except Problem as problem:
            advice = sentence(problem)
            self.error.show_sentence(f"{advice.what} {advice.next_step}")
            self.adjustSize()
            return
        undo = partial(
            self._sessions.set_attendance,
            before.id,
            before.attendance,
            before.cancelled_by,
            late_notice=before.late_notice,
        )
        words = _("{name}: {what}.").format(
            name=cut(self._desk.privacy.name(self._before.client)), what=absence_words(session)
        )
        self._desk.wishes.undo_offered.emit(words, undo)
        self.accept()
