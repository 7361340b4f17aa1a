"""What is written down about a client: a name or a code is enough, the rest can wait."""

from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT, Client, ClientDetails, ClientId, ServiceType
from vitalshift_desktop.domain.plain_text import has_hidden
from vitalshift_desktop.domain.problems import (
    CodeIsTaken,
    DateIsImpossible,
    HiddenCharacters,
    NameIsMissing,
    Problem,
    TextTooLong,
)
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class ClientForm(DialogFrame):
    """Adds a client, or changes one; what is wrong is said at its field, and what was typed stays."""

    saved = Signal(object)

    def __init__(self, desk: Desk, client_id: ClientId | None, parent: QWidget | None = None) -> None:
        super().__init__(_("New client") if client_id is None else _("Client details"), width=600, parent=parent)
        self.setObjectName("client_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._client_id = client_id
        self._build()
        self._lay_out()
        self._connect()
        if client_id is not None:
            self._show(desk.workspace.clients.get(client_id).details)
        fields = ("preferred_name", "legal_name", "code", "pronouns", "born", "service", "phone", "email", "presenting")
        place = "client_form" if client_id is None else f"client_form:{client_id}"
        self.keep(place, *(f"client_form.{name}" for name in fields))
        self.preferred_name.setFocus()

    def _build(self) -> None:
        self.preferred_name = _named(Field(_("Preferred name"), hint=_("The name used on screen.")), "preferred_name")
        self.legal_name = _named(Field(_("Legal name")), "legal_name")
        self.code = _named(Field(_("Record code"), hint=_("Left empty, the next free number.")), "code")
        self.pronouns = _named(Field(_("Pronouns"), placeholder=_("such as she/her")), "pronouns")
        self.born = DateField(_("Date of birth"), optional=True, today=self._today)
        self.born.setObjectName("client_form.born")
        services = [(service, label(service)) for service in ServiceType]
        self.service = ChoiceField(_("Service"), services, chosen=ServiceType.COUNSELING)
        self.service.setObjectName("client_form.service")
        self.phone = _named(Field(_("Phone")), "phone")
        self.email = _named(Field(_("Email")), "email")
        self.presenting = ProseField(_("What brings them"))
        self.presenting.setObjectName("client_form.presenting")
        self.trouble = TextLabel(tone="risk", size="m")
        self.trouble.setObjectName("client_form.trouble")
        self.trouble.hide()
        self.cancel = Button(_("Cancel"))
        self.cancel.setObjectName("client_form.cancel")
        self.save_and_more = Button(_("Save, then all details"))
        self.save_and_more.setObjectName("client_form.save_and_more")
        self.save = Button(_("Add client") if self._client_id is None else _("Save"), variant="primary")
        self.save.setObjectName("client_form.save")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(14)
        pairs: list[tuple[LabeledField, LabeledField]] = [
            (self.preferred_name, self.pronouns),
            (self.legal_name, self.code),
            (self.born, self.service),
            (self.phone, self.email),
        ]
        columns = 1 if theme().wide_text else 2
        for place, field in enumerate(field for pair in pairs for field in pair):
            grid.addWidget(field, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        page = FlowColumn(padded=False)
        page.column.setContentsMargins(0, 2, 16, 4)
        page.add_layout(grid)
        page.add(self.presenting, 14)
        self.column.addWidget(page, 1)
        self.column.addWidget(self.trouble)
        self.add_button(self.cancel)
        self.add_button(self.save_and_more)
        self.add_button(self.save, safe=True)
        self.service.setVisible(self._client_id is None)
        self._order()
        room = self.screen().availableGeometry()
        self.resize(min(theme().scale(640), room.width() - 40), min(theme().scale(660), room.height() - 80))

    def _order(self) -> None:
        steps: list[QWidget] = [self.preferred_name, self.pronouns, self.legal_name, self.code, self.born, self.service]
        steps += [self.phone, self.email, self.presenting, self.cancel, self.save_and_more, self.save]
        for before, after in pairwise(steps):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        self.save_and_more.clicked.connect(self._on_save_and_more)

    def details(self) -> ClientDetails:
        """What is written in the form."""
        service = self.service.value
        return ClientDetails(
            preferred_name=self.preferred_name.text(),
            legal_name=self.legal_name.text(),
            code=self.code.text(),
            pronouns=self.pronouns.text(),
            born=self.born.day(),
            service_type=service if isinstance(service, ServiceType) else ServiceType.COUNSELING,
            phone=self.phone.text(),
            email=self.email.text(),
            presenting=self.presenting.text(),
        )

    def _show(self, details: ClientDetails) -> None:
        self.preferred_name.show_text(details.preferred_name)
        self.legal_name.show_text(details.legal_name)
        self.code.show_text(details.code)
        self.pronouns.show_text(details.pronouns)
        self.born.show_day(details.born)
        self.service.choose(details.service_type)
        self.phone.show_text(details.phone)
        self.email.show_text(details.email)
        self.presenting.show_text(details.presenting)

    def _today(self) -> date:
        return today(self._desk.workspace.clock)

    def _on_save(self) -> None:
        self._save()

    def _on_save_and_more(self) -> None:
        client = self._save()
        if client is not None:
            self._desk.wishes.client.emit(client.id, "details")

    def _save(self) -> Client | None:
        """Write down what is filled in; None when something is wrong, which its field says."""
        self._clear()
        if not self.born.is_valid():
            self.born.setFocus()
            return None
        try:
            client = self._written()
        except Problem as problem:
            self._show_problem(problem)
            return None
        self.saved.emit(client.id)
        self.accept()
        return client

    def _written(self) -> Client:
        clients, details = self._desk.workspace.clients, self.details()
        if self._client_id is None:
            return clients.add(details)
        before = clients.get(self._client_id)
        client = clients.change(self._client_id, details)
        if client != before:
            undo = partial(clients.change, before.id, before.details)
            self._desk.wishes.undo_offered.emit(_("Details changed."), undo)
        return client

    def _clear(self) -> None:
        self.trouble.hide()
        for field in (*self._short_fields(), self.presenting):
            field.clear_error()

    def _short_fields(self) -> tuple[Field, ...]:
        return (self.preferred_name, self.legal_name, self.code, self.pronouns, self.phone, self.email)

    def _show_problem(self, problem: Problem) -> None:
        advice = sentence(problem)
        words = f"{advice.what} {advice.next_step}"
        field = self._field_of(problem)
        if field is None:
            self.trouble.setText(words)
            self.trouble.show()
            return
        field.show_error(words)
        field.setFocus()

    def _field_of(self, problem: Problem) -> LabeledField | None:
        if isinstance(problem, NameIsMissing):
            return self.preferred_name
        if isinstance(problem, CodeIsTaken):
            return self.code
        if isinstance(problem, DateIsImpossible):
            return self.born
        if isinstance(problem, HiddenCharacters):
            short = next((field for field in self._short_fields() if has_hidden(field.text())), None)
            return short or self.presenting
        return self._too_long() if isinstance(problem, TextTooLong) else None

    def _too_long(self) -> LabeledField | None:
        if len(self.presenting.text()) > LONGEST_TEXT:
            return self.presenting
        return next((field for field in self._short_fields() if len(field.text()) > LONGEST_FIELD), None)


def _named(field: Field, name: str) -> Field:
    field.setObjectName(f"client_form.{name}")
    return field
