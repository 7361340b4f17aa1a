"""What is said about a client on a day, with its note: the risk word, and another kind of service."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId, ServiceType
from vitalshift_desktop.domain.dated_words import LONGEST_RISK_WORD
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, TextIsMissing, TextTooLong
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class RiskForm(EntryForm):
    """A word of the counselor's own, the day from which it stands, and why."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Risk word"), "risk_form", parent)
        self._client_id = client_id
        now = desk.workspace.files.whole(client_id).risk_word
        hint = _("Your own short word, such as: raised. Empty takes it away. It stands beside the name.")
        self.word = self.named(Field(_("Word"), hint=hint, text=now.word if now is not None else ""), "word")
        self.on = self.day(_("From"), "on", optional=False)
        self.note = self.text(_("Why"), "note", _("What was asked, said and decided, in a sentence."))
        self.lay_out(((self.word, self.on), self.note), _("Save"))
        self.on.show_day(self.today())
        self.keep_fields(f"risk_form:{client_id}")
        self.word.setFocus()

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The note when it is missing, the word when it is long, the day when it cannot be."""
        if isinstance(problem, TextTooLong) and len(self.word.text()) > LONGEST_RISK_WORD:
            return self.word
        return _dated(problem, self.note, self.on)

    def act(self) -> Undo | None:
        """Set the word; raises Problem."""
        files = self.desk.workspace.files
        word = files.set_risk_word(self._client_id, self.word.text(), self.note.text(), on=self.on.day())
        return _("Risk word saved."), partial(files.take_back_risk_word, word)


class ServiceForm(EntryForm):
    """Another kind of service, with the note of the talk about it."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Kind of service"), "service_form", parent)
        self._client_id = client_id
        self._before = desk.workspace.clients.get(client_id).details.service_type
        choices = [(service, label(service)) for service in ServiceType]
        hint = _("It stands on the client’s pages and agreements.")
        self.service = ChoiceField(_("The work is now called"), choices, chosen=self._before, hint=hint)
        self.service.setObjectName("service_form.service")
        self.on = self.day(_("Talked about on"), "on", optional=False)
        hint = _("What you told each other: what this service is, what it is not, and that both agree.")
        self.note = self.text(_("Note of the talk"), "note", hint)
        self.lay_out(((self.service, self.on), self.note), _("Save"))
        self.on.show_day(self.today())
        self.keep_fields(f"service_form:{client_id}")
        self.service.setFocus()

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The note when it is missing, the day when it cannot be."""
        return _dated(problem, self.note, self.on)

    def act(self) -> Undo | None:
        """Change the service; raises Problem."""
        files, service = self.desk.workspace.files, self.service.value
        if not isinstance(service, ServiceType) or service is self._before:
            return None
        talk = files.change_service(self._client_id, service, self.note.text(), on=self.on.day())
        return _("Kind of service changed."), partial(files.take_back_service, talk)


def _dated(problem: Problem, note: LabeledField, on: LabeledField) -> LabeledField | None:
    if isinstance(problem, TextIsMissing):
        return note
    return on if isinstance(problem, DateIsImpossible) else None
