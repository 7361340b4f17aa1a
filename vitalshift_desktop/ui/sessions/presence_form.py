"""Asks who was in a session beside client and counselor."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.domain.clients import LONGEST_FIELD
from vitalshift_desktop.domain.presence import MOST_MINUTES, Presence, PresentRole
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.dates_in_words import span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.sessions.presence_words import ROLES, present_words
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence, Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class PresenceForm(DialogFrame):
    """A box for each of the client's people and for whoever was written down; one more by name and part."""

    def __init__(self, desk: Desk, session_id: SessionId, parent: QWidget | None) -> None:
        self._desk = desk
        self._view = desk.workspace.company.present(session_id)
        super().__init__(_("Who else was there"), parent=parent)
        self.setObjectName("presence_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.boxes: list[tuple[CheckBox, Presence]] = []
        self._build()
        names = ("presence.name", "presence.role", "presence.briefing", "presence.debriefing")
        boxes = [box.objectName() for box, _who in self.boxes]
        self.keep(f"presence_form:{session_id}", *names, *boxes)

    def _build(self) -> None:
        client = self._desk.workspace.clients.get(self._view.session.client_id)
        told = _("{name}, {when}").format(
            name=cut(self._desk.privacy.name(client)), when=span_words(self._view.session)
        )
        self.column.addWidget(TextLabel(told, tone="2", size="m"))
        for number, who in enumerate(self._known()):
            box = CheckBox(self._box_words(who))
            box.setObjectName(f"presence.{number}")
            is_asked = self._view.asks_interpreter and who.role is PresentRole.INTERPRETER
            box.setChecked(is_asked or any(_same(who, one) for one in self._view.present))
            self.boxes.append((box, who))
            self.column.addWidget(box)
        self._add_fields()
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("presence.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)
        (self.boxes[0][0] if self.boxes else self.name.edit).setFocus()

    def _add_fields(self) -> None:
        self.name = Field(_("Somebody else, by name"))
        self.name.setObjectName("presence.name")
        self.name.edit.setMaxLength(LONGEST_FIELD)
        self.role = ChoiceField(_("As"), [(one, label(one)) for one in PresentRole])
        self.role.setObjectName("presence.role")
        knows_one = any(who.role is PresentRole.INTERPRETER for _box, who in self.boxes)
        if self._view.asks_interpreter and not knows_one:
            self.role.choose(PresentRole.INTERPRETER)
        self.briefing = _minutes(_("Interpreter: minutes of briefing"), "presence.briefing")
        self.debriefing = _minutes(_("and of debriefing"), "presence.debriefing")
        self.error = ErrorSentence()
        self.error.setObjectName("presence.error")
        interpreter = next((one for one in self._view.present if one.role is PresentRole.INTERPRETER), None)
        if interpreter is not None:
            self.briefing.show_text(_number(interpreter.briefing_minutes))
            self.debriefing.show_text(_number(interpreter.debriefing_minutes))
        for left, right in ((self.name, self.role), (self.briefing, self.debriefing)):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
            row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row)
        self.column.addWidget(self.error)

    def _known(self) -> list[Presence]:
        """Those of this session, of the last one, and the client's people who stand on that day; each once."""
        day = self._view.session.day
        people = self._desk.workspace.related_people.of_client(self._view.session.client_id)
        related = [
            Presence(one.details.name, ROLES.get(one.details.role, PresentRole.OTHER), one.id)
            for one in people
            if one.details.stands_on(day)
        ]
        known: list[Presence] = []
        for who in (*self._view.present, *self._view.last_time, *related):
            if not any(_same(who, one) for one in known):
                known.append(who)
        return known

    def _box_words(self, who: Presence) -> str:
        if self._desk.privacy.initials_on:
            return label(who.role)
        return present_words(Presence(cut(who.name), who.role))

    def _on_save(self) -> None:
        self.error.show_sentence("")
        minutes = [self._read(self.briefing), self._read(self.debriefing)]
        if any(one == -1 for one in minutes):
            self.adjustSize()
            return
        present = [who for box, who in self.boxes if box.isChecked()]
        role = self.role.value
        if self.name.text() and isinstance(role, PresentRole):
            present.append(Presence(self.name.text(), role))
        briefing, debriefing = minutes
        told = [
            Presence(who.name, who.role, who.related_person_id, briefing, debriefing)
            if who.role is PresentRole.INTERPRETER
            else who
            for who in present
        ]
        self._store(told)

    def _store(self, present: list[Presence]) -> None:
        company, session_id, before = self._desk.workspace.company, self._view.session.id, self._view.present
        try:
            company.write_present(session_id, present)
        except Problem as problem:
            advice = sentence(problem)
            self.error.show_sentence(f"{advice.what} {advice.next_step}")
            self.adjustSize()
            return
        undo = partial(company.write_present, session_id, before)
        self._desk.wishes.undo_offered.emit(_("Who was there is written down."), undo)
        self.accept()

    def _read(self, field: Field) -> int | None:
        """The minutes that are written, None for none, and -1, with a sentence, for what are no minutes."""
        text = field.text()
        if not text:
            return None
        if text.isascii() and text.isdecimal() and len(text) < 5 and int(text) <= MOST_MINUTES:
            return int(text)
        field.show_error(_("Whole minutes, up to {most}.").format(most=MOST_MINUTES))
        return -1


def _same(one: Presence, other: Presence) -> bool:
    if one.related_person_id is not None or other.related_person_id is not None:
        return one.related_person_id == other.related_person_id
    return (one.name, one.role) == (other.name, other.role)


def _minutes(words: str, name: str) -> Field:
    field = Field(words)
    field.setObjectName(name)
    return field


def _number(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes)
