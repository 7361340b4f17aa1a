"""Enter a measure: choose it, type its answers, and read at once what it came to; or put right one that was saved."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationId
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.domain.problems import AlreadyRecorded, Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.services.measure_sheet import EnteredForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry.measure_choice import MeasureChoice
from vitalshift_desktop.ui.entry.result_words import result_words
from vitalshift_desktop.words import _

_FIELDS = ("instrument", "who", "how", "session", "day")


class MeasureForm(MeasureChoice):
    """The last answer saves. What was saved can be put right here or later; the old entry is kept."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        client_id: ClientId | None = None,
        instrument_id: str | None = None,
        session_id: SessionId | None = None,
        *,
        entered: EnteredForm | None = None,
    ) -> None:
        title = _("Enter a measure") if entered is None else _("Correct a measure")
        super().__init__(desk, title, parent)
        self._session_id = session_id
        self._saved: Administration | None = None
        self._written: NewEntry | None = None
        self._connect()
        self._show_clients(client_id)
        if client_id is not None:
            self._show_client(client_id, instrument_id)
        if entered is not None:
            self._show_entered(entered)
        self._keep_fields(f"measure_form:{client_id or 0}:{session_id or 0}")
        self.focus_first()

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept, into the questions of the measure it was typed for."""
        kept = form.fields.get("measure.instrument", "")
        if kept and kept != str(self.instrument.value):
            self.instrument.choose_text(kept)
            self.show_instrument(self.form)
            self._on_shown()
        super().take_back(form)
        self._on_changed()

    def done(self, result: int) -> None:
        """Close; an answer that is to be reviewed comes next."""
        saved = self._saved
        super().done(result)
        if saved is not None and self.desk.workspace.answers.asks(saved.id):
            self.desk.wishes.review_answer.emit(saved.id)

    def _connect(self) -> None:
        self.instrument.picked.connect(self._on_instrument)
        self.fields.changed.connect(self._on_changed)
        self.save.clicked.connect(self._on_save)
        self.another.clicked.connect(self._on_another)
        self.earlier.clicked.connect(self._on_earlier)

    # ------------------------------------------------------------ choosing

    def _on_instrument(self) -> None:
        super()._on_instrument()
        self._on_shown()

    def _on_shown(self) -> None:
        if self.answers is None:
            return
        self.answers.completed.connect(self._on_complete)
        self.answers.submitted.connect(self._on_save)
        self.answers.changed.connect(self._on_changed)
        self.answers.refused.connect(self._on_refused)
        for box in self.flags:
            box.toggled.connect(self._on_changed)
        if self._place:
            self._keep_fields(self._place)

    def _show_entered(self, entered: EnteredForm) -> None:
        """A form that was saved, to be put right."""
        self._entered, self._entered_by = entered, entered.instrument
        self.instrument.show_choices([(entered.instrument.id, entered.instrument.name)])
        self.instrument.setEnabled(False)
        self.show_instrument(entered.instrument)
        self.fields.show_form(entered)
        self._on_shown()
        if self.answers is not None:
            self.answers.set_values(entered.form.answers)
        self.tick(entered.form.flags)
        self._saved, self._written = entered.form, self._entry()
        if self._sheet is not None:
            self._tell(self._sheet)
        self._on_changed()

    def _keep_fields(self, place: str) -> None:
        """Let a lock keep what is typed; what stood there when the form opened stays its base."""
        base = dict(self._base)
        flags = tuple(box.objectName() for box in self.flags)
        answers = ("measure.answers",) if self.answers is not None else ()
        self.keep(place, *(f"measure.{name}" for name in _FIELDS), *answers, *flags)
        self._base |= {name: base[name] for name in base if name in self._base and name != "measure.answers"}

    # ------------------------------------------------------------ saving

    def _entry(self) -> NewEntry | None:
        form, day = self.form, self.fields.day.day()
        if self._sheet is None or self.answers is None or form is None or day is None:
            return None
        return NewEntry(
            client_id=self._sheet.client.id,
            instrument_id=form.id,
            rater=self.fields.rater,
            answers=self.answers.values,
            session_id=self.fields.session_id,
            given_on=day,
            how_given=self.fields.how_given,
            flags=self.ticked(),
            person_id=self.fields.person_id,
        )

    def _on_complete(self) -> None:
        """The last answer saves a new form; where something can be ticked beside the answers, Enter does."""
        if self._saved is None and not self.flags:
            self._save()

    def _on_save(self) -> None:
        if self._saved is not None and self._entry() == self._written:
            self.accept()
            return
        self._save()

    def _save(self) -> None:
        entry = self._entry()
        if entry is None:
            self._say_what_is_missing()
            return
        try:
            if self._saved is None:
                saved = self._measures.record(entry, by=self)
            else:
                saved = self._measures.correct_measure(self._saved.id, entry, by=self)
        except Problem as problem:
            self._show_problem(problem)
            return
        self._on_saved(entry, saved)

    def _on_saved(self, entry: NewEntry, saved: Administration) -> None:
        form, was_saved = self.form, self._saved is not None
        self._saved, self._written = saved, entry
        self.instrument.setEnabled(False)
        self.client.setEnabled(False)
        self.fields.hold()
        self.show_trouble("")
        if form is not None:
            hint = _("The entry before is kept.") if was_saved else _("A wrong number? Type over it and press Enter.")
            self.outcome.show_words(result_words(form, entry.answers, score(form, entry.answers, entry.flags)), hint)
        self._base.clear()
        self._keep_fields(f"correct_measure:{saved.id}")
        self._on_changed()

    def _on_changed(self) -> None:
        """What the buttons do now; an answer that is to be reviewed comes before another form."""
        is_same = self._saved is not None and self._entry() == self._written
        asks = self._saved is not None and self.desk.workspace.answers.asks(self._saved.id)
        if self._saved is None:
            words = _("Save")
        elif not is_same:
            words = _("Save the correction")
        else:
            words = _("Review the answer…") if asks else _("Close")
        self.save.setText(words)
        self.cancel.setVisible(not is_same)
        self.another.setVisible(is_same and not asks)
        self.outcome.setEnabled(is_same)
        self.keys.setVisible(self.answers is not None and self._saved is None)

    def _on_another(self) -> None:
        """The next form of the same client, in the same session."""
        sheet, saved = self._sheet, self._saved
        if sheet is None or saved is None:
            return
        self._saved, self._written, self._session_id = None, None, saved.session_id
        self._entered, self._entered_by = None, None
        for field in (self.instrument, self.client):
            field.setEnabled(True)
        self.fields.release()
        self._place = ""
        self._show_client(sheet.client.id, None)
        self._base.clear()
        self._keep_fields(f"measure_form:{sheet.client.id}:{saved.session_id or 0}")
        self._on_changed()
        self.focus_first()

    # ------------------------------------------------------------ what is wrong

    def _on_refused(self) -> None:
        self.show_trouble(_("This is not on the scale, so nothing was entered."))

    def _say_what_is_missing(self) -> None:
        if self._sheet is None:
            self.client.show_error(_("Choose a client first."))
            self.client.setFocus()
        elif self.answers is None:
            self.instrument.show_error(_("Choose a measure first."))
            self.instrument.setFocus()
        elif self.fields.day.is_valid():
            self.fields.day.show_error(_("Say on which day it was given."))
        else:
            self.fields.day.setFocus()

    def _show_problem(self, problem: Problem) -> None:
        advice = sentence(problem)
        if isinstance(problem, AlreadyRecorded) and self._saved is None:
            self.show_trouble(_("This measure was entered for this session already."))
            self.earlier.setVisible(self._earlier() is not None)
            return
        self.show_trouble(f"{advice.what} {advice.next_step}")

    def _earlier(self) -> AdministrationId | None:
        """The form that this session has already."""
        entry = self._entry()
        if entry is None or entry.session_id is None:
            return None
        known = self._measures.of_session(entry.session_id).entered
        wanted = (entry.instrument_id, entry.rater, entry.person_id)
        found = (one.form for one in known)
        return next((form.id for form in found if (form.instrument_id, form.rater, form.person_id) == wanted), None)

    def _on_earlier(self) -> None:
        found = self._earlier()
        if found is not None:
            self.reject()
            self.desk.wishes.correct_measure.emit(found)


def correcting(desk: Desk, administration_id: AdministrationId, parent: QWidget) -> MeasureForm:
    """The form in which one that was saved is put right; raises NotFound."""
    entered = desk.workspace.measures.entered(administration_id)
    return MeasureForm(desk, parent, entered.form.client_id, session_id=entered.form.session_id, entered=entered)
