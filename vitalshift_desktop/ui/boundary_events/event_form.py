"""Writing a note on an agreement: the facts first, then what else is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.agreements import ClauseId
from vitalshift_desktop.domain.boundary_events import Conduct, EventDetails, WorksheetId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import ContactId, StartedBy
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import (
    AgreementPermitsIt,
    DateIsImpossible,
    DistressIsNoEvent,
    NoClauseThatDay,
    Problem,
    TextIsMissing,
)
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.ui.widgets.time_field import TimeField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_Named = TypeVar("_Named", bound=QWidget)
_FIELDS = (
    "day", "time", "clause", "conduct", "started_by", "planned", "facts", "client_words", "thinking", "consulted",
    "discussed_on", "reaction",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NoteFrom:
    """What a note is begun from: a clause, a contact note or a worksheet, or nothing."""

    clause_id: ClauseId | None = None
    contact_id: ContactId | None = None
    worksheet_id: WorksheetId | None = None


class EventForm(RoomyDialog):
    """What happened, on which clause, whose conduct it was; what it is called is said later, if at all."""

    saved = Signal(object)

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget, begun: NoteFrom | None = None) -> None:
        super().__init__(_("Note on an agreement"), width=680, height=700, parent=parent)
        self.setObjectName("boundary_event_form")
        self._desk = desk
        self._client_id = client_id
        self._begun = begun or NoteFrom()
        self._build()
        self._lay_out()
        self._begin()
        self._show_clauses()
        ids = (client_id, self._begun.clause_id, self._begun.contact_id, self._begun.worksheet_id)
        place = ":".join(["boundary_event_form", *(str(one or 0) for one in ids)])
        self.keep(place, *(f"boundary_event.{name}" for name in _FIELDS))
        self.facts.edit.setFocus()

    def _build(self) -> None:
        self.day = self._named("day", DateField(_("Day"), day=self._today(), today=self._today))
        self.time = self._named("time", TimeField(_("Time, if you know"), optional=True))
        self.clause = self._named("clause", ChoiceField(_("On which agreement"), []))
        self.wording = RecordLabel(privacy=self._desk.privacy, role="rail", tone="text2")
        self.conduct = self._named(
            "conduct", ChoiceField(_("What it is about"), [(one, label(one)) for one in Conduct])
        )
        started = [(one, label(one)) for one in StartedBy]
        self.started_by = self._named("started_by", ChoiceField(_("Who started it"), started))
        self.planned = CheckBox(_("It was planned before"))
        self.planned.setObjectName("boundary_event.planned")
        self.facts = self._named("facts", ProseField(_("What happened"), hint=_("Facts only: who did what, when.")))
        self.client_words = self._named("client_words", ProseField(_("The client’s words")))
        hint = _("Kept in the record, and on no page that a client may see.")
        self.thinking = self._named("thinking", ProseField(_("Your thinking"), hint=hint))
        self.consulted = self._named("consulted", Field(_("Whom you asked about it")))
        talked = _("Talked about with the client on")
        self.discussed_on = self._named("discussed_on", DateField(talked, optional=True, today=self._today))
        self.reaction = self._named("reaction", ProseField(_("How the client took it")))
        self.clause.picked.connect(self._show_wording)
        self.day.changed.connect(self._show_clauses)

    def _lay_out(self) -> None:
        words = _(
            "This is written once and only added to afterwards. It is neutral: what to call it can be said later. "
            "Being in distress, or asking for help, is never a note on an agreement."
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        columns = 2 if theme().wide_text else 3
        for place, field in enumerate((self.day, self.time, self.started_by, self.conduct)):
            grid.addWidget(field, place // columns, place % columns, top)
            grid.setColumnStretch(place % columns, 1)
        rest = 4 % columns
        grid.addWidget(self.clause, 1 if rest else 2, rest, 1, columns - rest, top)
        grid.addWidget(self.wording, 3, 0, 1, columns)
        self.content.addWidget(TextLabel(words, tone="2", size="m"))
        self.content.addLayout(grid)
        parts = (self.planned, self.facts, self.client_words, self.thinking, self.consulted, self.discussed_on)
        for part in (*parts, self.reaction):
            self.content.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Write the note"), variant="primary")
        self.save.setObjectName("boundary_event.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _named(self, name: str, field: _Named) -> _Named:
        field.setObjectName(f"boundary_event.{name}")
        return field

    def _begin(self) -> None:
        """Fill in what is known from where the note is begun."""
        workspace = self._desk.workspace
        self.conduct.choose(Conduct.CLIENT)
        if self._begun.contact_id is not None:
            details = workspace.contacts.get(self._begun.contact_id).details
            self.day.show_day(details.day)
            self.time.show_time(details.local_at.time().replace(second=0, microsecond=0))
            self.started_by.choose(details.started_by)
            self.facts.show_text(details.text)
            if details.started_by is StartedBy.COUNSELOR:
                self.conduct.choose(Conduct.COUNSELOR)
        if self._begun.worksheet_id is not None:
            worksheet = workspace.worksheets.get(self._begun.worksheet_id)
            self.day.show_day(worksheet.happened_on or self._today())
            self.conduct.choose(Conduct.COUNSELOR)
            self.started_by.choose(StartedBy.COUNSELOR)
            self.planned.setChecked(True)
            self.facts.show_text(worksheet.happened)
            self.thinking.show_text(worksheet.before.why)

    def _show_clauses(self) -> None:
        """Offer the clauses that were in force on the day."""
        day = self.day.day()
        found = () if day is None else self._desk.workspace.agreements.in_force_on(self._client_id, day)
        self._versions = {version.clause_id: version for version in found}
        was = self.clause.value
        words = _("{topic}, version {n}")
        choices = [(one.clause_id, words.format(topic=label(one.topic), n=one.number)) for one in found]
        to_choose: list[tuple[object, str]] = [(None, _("Choose…"))] if len(found) > 1 else []
        self.clause.show_choices([*to_choose, *choices])
        wanted = was if was in self._versions else self._begun.clause_id
        if wanted in self._versions:
            self.clause.choose(wanted)
        self.clause.show_error("" if found or day is None else _none_in_force())
        self._show_wording()

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept; the clauses are those of its day, which may not be today."""
        super().take_back(form)
        self._show_clauses()
        super().take_back(form)
        self._show_wording()

    def _show_wording(self, _chosen: object = None) -> None:
        chosen = self.clause.value
        version = next((one for one in self._versions.values() if one.clause_id == chosen), None)
        self.wording.show_text(version.wording if version else "")
        self.wording.setVisible(version is not None)

    def prose_facts(self) -> Mapping[str, str]:
        """What snippets may fill in."""
        day = self.day.day()
        return {"date": day_words(day)} if day is not None else {}

    # ------------------------------------------------------------ saving

    def _on_save(self) -> None:
        dates = (self.day, self.time, self.discussed_on)
        wrong: list[QWidget] = [one for one in dates if not one.is_valid()]
        day, clause = self.day.day(), self.clause.value
        if clause is None and day is not None:
            self.clause.show_error(_("Choose the agreement that it touches.") if self._versions else _none_in_force())
            wrong.append(self.clause)
        if wrong:
            self.point_at(wrong[0])
        if wrong or day is None or clause is None:
            return
        try:
            event = self._desk.workspace.boundary_events.note(
                self._client_id,
                ClauseId(int(str(clause))),
                self._details(day, self.time.at()),
                contact_id=self._begun.contact_id,
                worksheet_id=self._begun.worksheet_id,
            )
        except Problem as problem:
            self._show_problem(problem)
            return
        self.saved.emit(event)
        self.accept()

    def _show_problem(self, problem: Problem) -> None:
        field, words = self._at_fault(problem)
        field.show_error(words)
        self.point_at(field)

    def _at_fault(self, problem: Problem) -> tuple[LabeledField, str]:
        if isinstance(problem, TextIsMissing):
            return self.facts, _("Write in a few words what happened.")
        if isinstance(problem, NoClauseThatDay | DistressIsNoEvent | AgreementPermitsIt):
            return self.clause, sentence(problem).whole
        if isinstance(problem, DateIsImpossible):
            day = self.day.day()
            if day is not None and day > self._today():
                return self.day, _("This day has not come yet.")
            return self.discussed_on, _("Use a day from the day it happened until today.")
        return self.facts, sentence(problem).whole

    def _details(self, day: date, at: time | None) -> EventDetails:
        return EventDetails(
            day=day,
            facts=self.facts.text(),
            conduct=Conduct(str(self.conduct.value)),
            started_by=StartedBy(str(self.started_by.value)),
            at=at,
            zone=self._desk.workspace.clock.zone(),
            planned=self.planned.isChecked(),
            client_words=self.client_words.text(),
            thinking=self.thinking.text(),
            consulted=self.consulted.text(),
            discussed_on=self.discussed_on.day(),
            reaction=self.reaction.text(),
        )

    def _today(self) -> date:
        return today(self._desk.workspace.clock)


def _none_in_force() -> str:
    return _(
        "No agreement was in force on this day. Choose another day, or agree on something first, under Boundaries."
    )
