"""A medicine or other care, as the client tells it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.medicines import Medicine, MedicineDetails
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, TextIsMissing
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.words import _


class MedicineForm(EntryForm):
    """Its name is enough; the dose only if the client knows it."""

    def __init__(
        self, desk: Desk, client_id: ClientId, parent: QWidget | None = None, *, medicine: Medicine | None = None
    ) -> None:
        title = _("Add a medicine or other care") if medicine is None else _("Change a medicine or other care")
        super().__init__(desk, title, "medicine_form", parent)
        self._client_id = client_id
        self._medicine = medicine
        self._build()
        self._show(medicine.details if medicine is not None else MedicineDetails("", self.today()))
        self.keep_fields(f"medicine_form:{client_id}:{medicine.id if medicine is not None else 0}")
        self.name.setFocus()

    def _build(self) -> None:
        hint = _("A medicine, or care such as physiotherapy, as the client calls it.")
        self.name = self.named(Field(_("Name"), hint=hint), "name")
        self.dose = self.named(Field(_("Dose, if known")), "dose")
        self.prescriber = self.named(Field(_("Prescribed or given by")), "prescriber")
        self.since = self.day(_("Since"), "since")
        self.until = self.day(_("Until"), "until", _("Empty while it goes on."))
        self.told_on = self.day(_("Told on"), "told_on", optional=False)
        parts = (self.name, (self.dose, self.prescriber), self.told_on, (self.since, self.until))
        self.lay_out(parts, _("Add") if self._medicine is None else _("Save"))

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The name when it is missing, the day that has not come."""
        if isinstance(problem, TextIsMissing):
            return self.name
        if not isinstance(problem, DateIsImpossible):
            return None
        told = self.told_on.day()
        return self.told_on if told is not None and told > self.today() else self.since

    def details(self) -> MedicineDetails:
        """What is written in the form."""
        return MedicineDetails(
            name=self.name.text(),
            told_on=self.told_on.day() or self.today(),
            dose=self.dose.text(),
            prescriber=self.prescriber.text(),
            since=self.since.day(),
            until=self.until.day(),
        )

    def act(self) -> Undo | None:
        """Add it, or save what changed; raises Problem."""
        medicines = self.desk.workspace.medicines
        if self._medicine is None:
            added = medicines.add(self._client_id, self.details())
            return _("Added to medicines and other care."), partial(medicines.remove, added.id)
        if self.details() == self._medicine.details:
            return None
        medicines.change(self._medicine.id, self.details())
        return _("Medicine or care changed."), partial(medicines.change, self._medicine.id, self._medicine.details)

    def _show(self, details: MedicineDetails) -> None:
        self.name.show_text(details.name)
        self.dose.show_text(details.dose)
        self.prescriber.show_text(details.prescriber)
        self.since.show_day(details.since)
        self.until.show_day(details.until)
        self.told_on.show_day(details.told_on)
