"""Somebody around a client: who they are, how to reach them, and what may be shared with them."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import NameIsMissing, Problem
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedPerson, RelatedRole
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class PersonForm(EntryForm):
    """A name is enough; who may consent is asked of guardians and substitute decision-makers alone."""

    def __init__(
        self, desk: Desk, client_id: ClientId, parent: QWidget | None = None, *, person: RelatedPerson | None = None
    ) -> None:
        title = _("Add a person") if person is None else _("Change a person")
        super().__init__(desk, title, "person_form", parent)
        self._client_id = client_id
        self._person = person
        self._build()
        self._show(person.details if person is not None else PersonDetails(""))
        self.keep_fields(f"person_form:{client_id}:{person.id if person is not None else 0}")
        self.name.setFocus()

    def _build(self) -> None:
        self.name = self.named(Field(_("Name")), "name")
        self.role = ChoiceField(_("Who they are to the client"), [(role, label(role)) for role in RelatedRole])
        self.role.setObjectName("person_form.role")
        self.role.picked.connect(self._on_role)
        self.consent = ChoiceField(_("Consent"), [(part, label(part)) for part in ConsentPart])
        self.consent.setObjectName("person_form.consent")
        self.phone = self.named(Field(_("Phone")), "phone")
        self.email = self.named(Field(_("Email")), "email")
        self.in_emergency = CheckBox(_("Call in an emergency"))
        self.in_emergency.setObjectName("person_form.in_emergency")
        hint = _("In plain words, such as: times of sessions, nothing of what is said. Empty means nothing.")
        self.may_share = self.text(_("What may be shared with them"), "may_share", hint)
        self.since = self.day(_("From"), "since")
        self.until = self.day(_("Until"), "until")
        parts = (
            (self.name, self.role),
            self.consent,
            (self.phone, self.email),
            self.in_emergency,
            self.may_share,
            (self.since, self.until),
        )
        self.lay_out(parts, _("Add") if self._person is None else _("Save"))

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The name, when it is missing."""
        return self.name if isinstance(problem, NameIsMissing) else None

    def details(self) -> PersonDetails:
        """What is written in the form."""
        role, consent = self.role.value, self.consent.value
        return PersonDetails(
            name=self.name.text(),
            role=role if isinstance(role, RelatedRole) else RelatedRole.OTHER,
            phone=self.phone.text(),
            email=self.email.text(),
            in_emergency=self.in_emergency.isChecked(),
            may_share=self.may_share.text(),
            consent=consent if isinstance(consent, ConsentPart) else ConsentPart.NONE,
            since=self.since.day(),
            until=self.until.day(),
        )

    def act(self) -> Undo | None:
        """Add the person, or save what changed; raises Problem."""
        people = self.desk.workspace.related_people
        if self._person is None:
            added = people.add(self._client_id, self.details())
            return _("Person added."), partial(people.remove, added.id)
        if self.details() == self._person.details:
            return None
        people.change(self._person.id, self.details())
        return _("Person changed."), partial(people.change, self._person.id, self._person.details)

    def _show(self, details: PersonDetails) -> None:
        self.name.show_text(details.name)
        self.role.choose(details.role)
        self.consent.choose(details.consent)
        self.phone.show_text(details.phone)
        self.email.show_text(details.email)
        self.in_emergency.setChecked(details.in_emergency)
        self.may_share.show_text(details.may_share)
        self.since.show_day(details.since)
        self.until.show_day(details.until)
        self._on_role()

    def _on_role(self) -> None:
        self.consent.setVisible(self.details().may_consent)
