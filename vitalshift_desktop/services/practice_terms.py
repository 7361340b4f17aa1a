"""What the counselor can do with the practice's own terms."""

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.practice_terms import PracticeTerms
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault


class Terms:
    """The names of the phases and the crisis numbers."""

    def __init__(self, vault: Vault, events: Events) -> None:
        self._vault = vault
        self._events = events

    def get(self) -> PracticeTerms:
        """The terms as they stand."""
        with self._vault.read() as work:
            return work.terms.get()

    def change(self, terms: PracticeTerms, *, by: object = None) -> PracticeTerms:
        """Put these in place of the earlier ones; raises TextTooLong, HiddenCharacters or NameIsTaken."""
        tidy = terms.checked()
        with self._vault.write() as work:
            work.terms.save(tidy)
            work.audit.append(AuditAct.SETTINGS_CHANGED, "practice", terms=True)
        self._events.publish(Changed(Subject.PRACTICE, by=by))
        return tidy
