"""What the counselor can do with medicines and other care."""

from dataclasses import replace
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.medicines import Medicine, MedicineDetails, MedicineId
from vitalshift_desktop.domain.problems import DateIsImpossible
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = MedicineId(0)


class Medicines:
    """Medicines and other care of the practice's clients, as they told it."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def of_client(self, client_id: ClientId) -> tuple[Medicine, ...]:
        """What one client told, in the order it was told."""
        with self._vault.read() as work:
            return work.medicines.of_client(client_id)

    def get(self, medicine_id: MedicineId) -> Medicine:
        """One of them; raises NotFound."""
        with self._vault.read() as work:
            return work.medicines.get(medicine_id)

    def add(self, client_id: ClientId, details: MedicineDetails, *, by: object = None) -> Medicine:
        """Something new; raises as `MedicineDetails.checked` does, or NotFound."""
        with self._vault.write() as work:
            tidy = _checked(work.clients.get(client_id), details, today(self._clock))
            medicine = work.medicines.add(Medicine(_NOT_YET, client_id, tidy))
            work.audit.append(AuditAct.MEDICINE_ADDED, f"medicine:{medicine.id}")
        return self._published(medicine, by)

    def change(self, medicine_id: MedicineId, details: MedicineDetails, *, by: object = None) -> Medicine:
        """Put these details in place of the earlier ones; raises as `add` does, or NotFound."""
        with self._vault.write() as work:
            before = work.medicines.get(medicine_id)
            tidy = _checked(work.clients.get(before.client_id), details, today(self._clock))
            medicine = replace(before, details=tidy)
            work.medicines.save(medicine)
            work.audit.append(AuditAct.MEDICINE_CHANGED, f"medicine:{medicine_id}")
        return self._published(medicine, by)

    def end(self, medicine_id: MedicineId, *, by: object = None) -> Medicine:
        """It ends today; raises EndsBeforeItStarts or NotFound."""
        medicine = self.get(medicine_id)
        return self.change(medicine_id, replace(medicine.details, until=today(self._clock)), by=by)

    def remove(self, medicine_id: MedicineId, *, by: object = None) -> Medicine:
        """Take one out and hand it back; raises NotFound."""
        with self._vault.write() as work:
            medicine = work.medicines.get(medicine_id)
            work.medicines.remove(medicine_id)
            work.audit.append(AuditAct.MEDICINE_REMOVED, f"medicine:{medicine_id}")
        return self._published(medicine, by)

    def put_back(self, medicine: Medicine, *, by: object = None) -> Medicine:
        """Bring one back that was taken out, with the same id."""
        with self._vault.write() as work:
            work.medicines.add(medicine)
            work.audit.append(AuditAct.MEDICINE_ADDED, f"medicine:{medicine.id}", again=True)
        return self._published(medicine, by)

    def _published(self, medicine: Medicine, by: object) -> Medicine:
        self._events.publish(Changed(Subject.CLIENTS, medicine.client_id, by))
        return medicine


def _checked(client: Client, details: MedicineDetails, day: date) -> MedicineDetails:
    """Checked details of which no day lies before the client's birth."""
    tidy = details.checked(day)
    born = client.details.born
    days = (tidy.since, tidy.until, tidy.told_on)
    if born is not None and any(one is not None and one < born for one in days):
        raise DateIsImpossible
    return tidy
