"""What the counselor can do with the practice's own settings."""

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.jurisdictions import known_jurisdictions
from vitalshift_desktop.vault.vault import Vault


class Practices:
    """The settings that lie in the vault."""

    def __init__(self, vault: Vault, events: Events) -> None:
        self._vault = vault
        self._events = events

    def get(self) -> Practice:
        """The settings as they stand."""
        with self._vault.read() as work:
            return work.practice.get()

    def change(self, practice: Practice, *, by: object = None) -> Practice:
        """Put these settings in place of the earlier ones."""
        with self._vault.write() as work:
            work.practice.save(practice)
            work.audit.append(AuditAct.SETTINGS_CHANGED, "practice")
        self._events.publish(Changed(Subject.PRACTICE, by=by))
        return practice

    def jurisdictions(self) -> tuple[tuple[str, str], ...]:
        """The places whose rules are known, as id and name; elsewhere comes last."""
        return known_jurisdictions()
