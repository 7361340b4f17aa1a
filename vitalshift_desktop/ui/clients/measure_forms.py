"""The forms about a client's measures: which is used and how often, and why there is none for a time."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.client_measures import MeasurePause, MeasureUse, Moment, UseDetails
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, RhythmImpossible, TextIsMissing, TextTooLong
from vitalshift_desktop.ui.clients.measure_use_words import moment_words, often_used
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.scale_typing import is_whole
from vitalshift_desktop.words import _


class UseForm(EntryForm):
    """A measure to use, or another rhythm for one that is used; a critical form at the end asks why."""

    def __init__(
        self, desk: Desk, client_id: ClientId, parent: QWidget | None = None, *, use: MeasureUse | None = None
    ) -> None:
        title = _("Use a measure") if use is None else _("Change the use of a measure")
        super().__init__(desk, title, "use_form", parent)
        self._client_id = client_id
        self._use = use
        self._forms = {form.id: form for form in self._choosable()}
        self._build()
        self._show(UseDetails() if use is None else use.details)
        self.keep_fields(f"use_form:{client_id}:{use.id if use else 0}")
        self._refresh()
        (self.measure if use is None else self.every).setFocus()

    def _choosable(self) -> Sequence[Instrument]:
        measures = self.desk.workspace.client_measures
        if self._use is not None:
            return (measures.instrument_of(self._use),)
        return measures.choosable(self._client_id)

    def _build(self) -> None:
        choices = [(form.id, form.name) for form in self._forms.values()]
        self.measure = ChoiceField(_("Measure"), choices)
        self.measure.setObjectName("use_form.measure")
        self.measure.setEnabled(self._use is None)
        self.none_left = TextLabel(
            _("Every measure that is switched on is used already. More stand in the settings, under Measures."),
            tone="2",
            size="m",
        )
        hint = _("1 is every session. From 1 to 52.")
        self.every = self.named(Field(_("In every so many sessions"), hint=hint), "every")
        moments = [(moment, moment_words(moment).capitalize()) for moment in Moment]
        self.moment = ChoiceField(_("When"), moments)
        self.moment.setObjectName("use_form.moment")
        hint = _(
            "It asks about harm. At the start there is time to talk about the answer. Say why it is better at the end."
        )
        self.reason = self.text(_("Why at the end"), "reason", hint)
        self.often = TextLabel(often_used() + " " + _("Nothing is chosen by itself."), tone="3", size="c")
        self.often.setVisible(self._use is None)
        parts = (self.measure, self.none_left, (self.every, self.moment), self.reason, self.often)
        self.lay_out(parts, _("Use") if self._use is None else _("Save"))
        self.measure.picked.connect(self._refresh)
        self.moment.picked.connect(self._refresh)

    def _show(self, details: UseDetails) -> None:
        self.every.show_text(str(details.every_sessions))
        self.moment.choose(details.moment)
        self.reason.show_text(details.reason)

    def _refresh(self, _picked: object = None) -> None:
        form = self._forms.get(str(self.measure.value))
        asks_why = form is not None and form.critical_item is not None and self.moment.value is Moment.END
        self.reason.setVisible(asks_why)
        for part in (self.measure, self.every, self.moment):
            part.setVisible(bool(self._forms))
        self.none_left.setVisible(not self._forms)
        self.save.setEnabled(bool(self._forms))

    def details(self) -> UseDetails:
        """What is written; a rhythm that is no number counts as 0, which is refused."""
        every, moment = self.every.text(), self.moment.value
        return UseDetails(
            every_sessions=int(every) if is_whole(every) else 0,
            moment=moment if isinstance(moment, Moment) else Moment.START,
            reason=self.reason.text(),
        )

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The rhythm when it is none, the reason when it is missing or long."""
        if isinstance(problem, RhythmImpossible):
            return self.every
        return self.reason if isinstance(problem, TextIsMissing | TextTooLong) else self.measure

    def act(self) -> Undo | None:
        """Use it, or save what changed; raises Problem."""
        measures, details = self.desk.workspace.client_measures, self.details()
        if self._use is None:
            use = measures.choose(self._client_id, str(self.measure.value), details)
            return _("The measure is used from now on."), partial(measures.stop, use.id)
        if details == self._use.details:
            return None
        measures.change(self._use.id, details)
        return _("Use of the measure changed."), partial(measures.change, self._use.id, self._use.details)


class PauseForm(EntryForm):
    """Why nothing is asked for, and since when; or the same put right."""

    def __init__(
        self, desk: Desk, client_id: ClientId, parent: QWidget | None = None, *, pause: MeasurePause | None = None
    ) -> None:
        title = _("Pause measures for this client") if pause is None else _("Change the pause")
        super().__init__(desk, title, "pause_form", parent)
        self._client_id = client_id
        self._pause = pause
        hint = _("Such as: ratings had become a ritual, or it is hard to mark the counselor.")
        self.reason = self.text(_("Why"), "reason", hint)
        self.since = self.day(_("Since"), "since", optional=False)
        words = _(
            "Nothing is asked for, the check-in neither, and no mark speaks of low or missing ratings."
            " An answer about harm that was given still comes up."
        )
        self.lay_out(
            (self.reason, self.since, TextLabel(words, tone="2", size="m")), _("Pause") if pause is None else _("Save")
        )
        self.since.show_day(self.today() if pause is None else pause.since)
        if pause is not None:
            self.reason.show_text(pause.reason)
        self.keep_fields(f"pause_form:{client_id}:{pause.id if pause else 0}")
        self.reason.setFocus()

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The day when it lies ahead, the reason when it is missing or long."""
        if isinstance(problem, DateIsImpossible):
            return self.since
        return self.reason if isinstance(problem, TextIsMissing | TextTooLong) else None

    def act(self) -> Undo | None:
        """Pause, or save what changed; raises Problem."""
        measures, since = self.desk.workspace.client_measures, self.since.day()
        if self._pause is None:
            pause = measures.pause(self._client_id, self.reason.text(), since=since)
            return _("Measures are paused for this client."), partial(measures.take_back_pause, pause)
        before, day = self._pause, since or self._pause.since
        if (self.reason.text().strip(), day) == (before.reason, before.since):
            return None
        measures.change_pause(before.id, self.reason.text(), day)
        return _("Pause changed."), partial(measures.change_pause, before.id, before.reason, before.since)
