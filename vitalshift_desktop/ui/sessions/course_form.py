"""Asks how a session went beside what was planned: begun late by the counselor, and how long it lasted."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.session_course import MOST_LATE, SessionCourse
from vitalshift_desktop.domain.sessions import LONGEST_MINUTES, SessionId
from vitalshift_desktop.ui.dates_in_words import span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

_MOST_DIGITS = 4


class CourseForm(EntryForm):
    """Both may stay empty; they are listed with what was agreed, and nowhere else."""

    def __init__(self, desk: Desk, session_id: SessionId, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Start and length"), "course_form", parent)
        self._session_id = session_id
        line = desk.workspace.sessions.get(session_id)
        who = _("{name}, {when}").format(name=cut(desk.privacy.name(line.client)), when=span_words(line.session))
        hint = _("because of you; empty or 0 if in time")
        self.late = self.named(Field(_("Minutes it began late"), hint=hint), "late")
        hint = _("empty if as planned, {n}").format(n=line.session.minutes)
        self.lasted = self.named(Field(_("Minutes it lasted"), hint=hint), "lasted")
        self.lay_out((TextLabel(who, tone="2", size="m"), (self.late, self.lasted)), _("Save"))
        self._before = desk.workspace.courses.get(session_id)
        for field, value in ((self.late, self._before.started_late), (self.lasted, self._before.lasted)):
            field.show_text("" if value is None else str(value))
        self.keep_fields(f"course_form:{session_id}")
        self.late.setFocus()

    def ready(self) -> bool:
        """Whether both are numbers of minutes, or empty; says below each what is wrong."""
        fields = ((self.late, 0, MOST_LATE), (self.lasted, 1, LONGEST_MINUTES))
        for field, least, most in fields:
            if field.text() and not least <= _number(field) <= most:
                words = _("From {least} to {most} minutes.").format(least=least, most=most)
                field.show_error(words)
        return not (self.late.error or self.lasted.error)

    def act(self) -> Undo | None:
        """Note it; raises Problem."""
        course = SessionCourse(
            _number(self.late) if self.late.text() else None, _number(self.lasted) if self.lasted.text() else None
        )
        if course == self._before:
            return None
        courses = self.desk.workspace.courses
        courses.write(self._session_id, course)
        return _("Start and length noted."), partial(courses.write, self._session_id, self._before)


def _number(field: Field) -> int:
    """The number that is written; -1 for anything else."""
    text = field.text()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _MOST_DIGITS else -1
