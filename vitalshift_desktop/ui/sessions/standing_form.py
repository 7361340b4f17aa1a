"""Asks for a standing appointment, or for a change of one from a day on."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import EndsBeforeItStarts, Problem, StandingClashes
from vitalshift_desktop.domain.sessions import Modality, Session, StandingId
from vitalshift_desktop.domain.standing import StandingDetails
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import local, today
from vitalshift_desktop.services.standing import StandingChange
from vitalshift_desktop.ui.dates_in_words import span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.sessions.every_weeks import standing_words, step_choices
from vitalshift_desktop.ui.sessions.time_row import TimeRow
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

_MOST_NAMED = 3


class StandingForm(RoomyDialog):
    """The first day gives the weekday. Sessions that overlap others are named before anything is made."""

    def __init__(
        self,
        desk: Desk,
        client_id: ClientId,
        parent: QWidget,
        *,
        standing_id: StandingId | None = None,
        day: date | None = None,
    ) -> None:
        self._desk = desk
        self._standing = desk.workspace.standing
        self._client_id = client_id
        self._changed = None if standing_id is None else self._standing.get(standing_id)
        self._from = day or today(desk.workspace.clock)
        super().__init__(self._title(), width=520, height=560, parent=parent)
        self.setObjectName("standing_form")
        self._build()
        self._show()
        place = f"standing_form:{client_id}:{standing_id or 0}:{self._from.isoformat()}"
        self.keep(place, *self.when.NAMES, "standing.step", "standing.modality", "standing.until")
        self.fit_content()
        self.when.day.edit.setFocus()

    def _title(self) -> str:
        words = _("Standing appointment with {name}") if self._changed is None else _("Change it from now on: {name}")
        return words.format(name=self._name_of(self._client_id))

    def _build(self) -> None:
        self.when = TimeRow(self._today)
        self.step = ChoiceField(_("How often"), step_choices())
        self.step.setObjectName("standing.step")
        self.modality = ChoiceField(_("How you meet"), [(kind, label(kind)) for kind in Modality])
        self.modality.setObjectName("standing.modality")
        self.until = DateField(_("Last day (optional)"), optional=True, today=self._today)
        self.until.setObjectName("standing.until")
        self.clash = ErrorSentence()
        self.clash.setObjectName("standing.clash")
        self.error = ErrorSentence()
        self.error.setObjectName("standing.error")
        hint = TextLabel(
            _("The day is that of the first session. Sessions are planned eight weeks ahead and go on by themselves."),
            tone="3",
            size="c",
        )
        for part in (self.when, hint, self.step, self.modality, self.until, self.clash, self.error):
            self.content.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.anyway = Button(_("Book anyway"))
        self.anyway.setObjectName("standing.anyway")
        self.anyway.hide()
        self.anyway.clicked.connect(partial(self._save, allow_clash=True))
        self.save = Button(_("Plan") if self._changed is None else _("Change"), variant="primary")
        self.save.setObjectName("standing.save")
        self.save.clicked.connect(partial(self._save, allow_clash=False))
        for button in (cancel, self.anyway):
            self.add_button(button)
        self.add_button(self.save, safe=True)
        self.when.edited.connect(self._on_edited)
        self.step.picked.connect(self._on_edited)

    def _show(self) -> None:
        if self._changed is not None:
            details = self._changed.details
            day = self._changed.next_day(self._from) or self._from
            self.when.show_day_and_time(day, details.clock, details.minutes)
            self.step.choose(details.every_weeks)
            self.modality.choose(details.modality)
            self.until.show_day(details.until)
            return
        usual = self._desk.workspace.practice.get().session_minutes
        lines = self._desk.workspace.sessions.of_client(self._client_id)
        if not lines:
            self.when.show_day_and_time(self._today(), None, usual)
            return
        last = next((line.session for line in lines if line.session.was_held), lines[0].session)
        starts = self._desk.workspace.sessions.next_suggestion(last.id).starts
        self.when.show_when(local(self._desk.workspace.clock, starts), last.minutes)
        self.modality.choose(last.modality)

    def _on_edited(self) -> None:
        self.clash.show_sentence("")
        self.anyway.hide()

    def _save(self, _checked: bool = False, *, allow_clash: bool) -> None:
        self.error.show_sentence("")
        if not all([self.when.is_valid(), self.until.is_valid()]):
            self.fit_content()
            return
        try:
            change = self._store(self._details(), allow_clash=allow_clash)
        except StandingClashes as clashes:
            self._show_clashes(clashes)
        except EndsBeforeItStarts:
            self.until.show_error(_("The last day lies before the first."))
            self.fit_content()
        except Problem as problem:
            advice = sentence(problem)
            self.error.show_sentence(f"{advice.what} {advice.next_step}")
            self.fit_content()
        else:
            self._offer_undo(change)
            self.accept()

    def _details(self) -> StandingDetails:
        day, at, minutes = self.when.day.day(), self.when.time.at(), self.when.length()
        step, modality = self.step.value, self.modality.value
        if day is None or at is None or minutes is None:
            raise ValueError("the fields were checked before")
        if not isinstance(step, int) or not isinstance(modality, Modality):
            raise TypeError("one of them is always chosen")
        return StandingDetails(day, at, minutes, step, modality, self.until.day())

    def _store(self, details: StandingDetails, *, allow_clash: bool) -> StandingChange:
        if self._changed is None:
            return self._standing.make(self._client_id, details, allow_clash=allow_clash)
        return self._standing.change_from(self._changed.id, self._from, details, allow_clash=allow_clash)

    def _show_clashes(self, clashes: StandingClashes) -> None:
        others = [other for _wanted, other in clashes.clashes if isinstance(other, Session)]
        named = [f"{self._name_of(one.client_id)}, {span_words(one)}" for one in others[:_MOST_NAMED]]
        rest = len(others) - len(named)
        if rest:
            named.append(ngettext("and {n} more", "and {n} more", rest).format(n=rest))
        self.clash.show_sentence(_("Overlaps: {sessions}.").format(sessions="; ".join(named)))
        self.anyway.show()
        self.fit_content()

    def _offer_undo(self, change: StandingChange) -> None:
        words = _("{name}: {what}.").format(
            name=self._name_of(self._client_id), what=standing_words(change.appointment)
        )
        self._desk.wishes.undo_offered.emit(words, partial(self._standing.put_back, change))

    def _name_of(self, client_id: ClientId) -> str:
        return cut(self._desk.privacy.name(self._desk.workspace.clients.get(client_id)))

    def _today(self) -> date:
        return today(self._desk.workspace.clock)
