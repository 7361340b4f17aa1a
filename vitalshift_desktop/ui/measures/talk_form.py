"""Recording that a marked drop was talked through."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.alliance import AllianceCourse, SessionPoint
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class TalkForm(DialogFrame):
    """Asks in which session, and for a few words if wanted; `recorded` carries that session's id."""

    recorded = Signal(object)

    def __init__(self, desk: Desk, client_id: ClientId, sessions: Sequence[SessionPoint], parent: QWidget) -> None:
        super().__init__(_("Talked through"), parent=parent)
        self.setObjectName("talk_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._alliance = desk.workspace.alliance
        self._client_id = client_id
        self._build(sessions)
        self.keep(f"talk_form:{client_id}:{sessions[0].session_id}", "talk.session", "talk.note")

    def _build(self, sessions: Sequence[SessionPoint]) -> None:
        words = _("The mark stays. A filled diamond shows the session in which you spoke about it.")
        choices = [(point.session_id, _session(point)) for point in sessions]
        self.session = ChoiceField(_("In which session"), choices, chosen=choices[-1][0])
        self.session.setObjectName("talk.session")
        self.note = Field(_("A few words, if you like"), placeholder=_("such as: the letter I had not answered"))
        self.note.setObjectName("talk.note")
        self._error = TextLabel(tone="risk", size="m")
        self._error.setObjectName("talk.error")
        self._error.hide()
        for part in (TextLabel(words, tone="2", size="m"), self.session, self.note, self._error):
            self.column.addWidget(part)
        cancel = Button(_("Cancel"))
        self.save = Button(_("Record"), variant="primary")
        self.save.setObjectName("talk.save")
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)

    def _on_save(self) -> None:
        session_id = SessionId(int(str(self.session.value)))
        try:
            self._alliance.talk_through(self._client_id, session_id, self.note.text(), by=self)
        except Problem as problem:
            advice = sentence(problem)
            self._error.setText(f"{advice.what} {advice.next_step}")
            self._error.show()
            return
        self.recorded.emit(session_id)
        self.accept()


def sessions_to_talk(course: AllianceCourse, place: int) -> tuple[SessionPoint, ...]:
    """The sessions from this place up to the next mark that have no such entry yet."""
    following = min((mark.index for mark in course.marks if mark.index > place), default=len(course.points))
    return tuple(point for point in course.points[place:following] if point.talked_through is None)


def _session(point: SessionPoint) -> str:
    return _("Session {n}, {day}").format(n=point.session_no, day=day_words(point.day))
