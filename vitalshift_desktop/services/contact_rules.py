"""What the counselor can do with what clauses permit between sessions, and with the hours for contact."""

from dataclasses import dataclass

from vitalshift_desktop.domain.agreements import ClauseVersion, Topic
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clause_versions import in_force_on
from vitalshift_desktop.domain.contact_rules import KINDS_OF, ContactHours, ContactRule, is_about
from vitalshift_desktop.domain.contacts import ContactId, ContactKind, ContactNote
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Linkable:
    """A clause version that a contact note may be linked to, as a second step; `is_linked` once it was."""

    versions: tuple[ClauseVersion, ...]
    is_linked: bool


class ContactRules:
    """Rules are written down once; a later one counts in place of an earlier."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def of_version(self, version: ClauseVersion) -> ContactRule | None:
        """What one version permits, where that was written down."""
        with self._vault.read() as work:
            return work.contact_rules.of_clauses((version.clause_id,)).get((version.clause_id, version.number))

    def practice_hours(self) -> ContactHours | None:
        """The hours of the practice, where they were written down."""
        with self._vault.read() as work:
            rule = work.contact_rules.of_practice()
        return rule.hours if rule else None

    def linkable(self, contact_id: ContactId) -> Linkable:
        """What a contact note may be linked to: nothing where the version of its day permitted it. Raises NotFound."""
        with self._vault.read() as work:
            contact = work.contacts.get(contact_id)
            is_linked = bool(work.boundary_events.of_contact(contact_id))
            return Linkable(linkable_versions(work, contact), is_linked)

    def permit(
        self,
        version: ClauseVersion,
        kinds: frozenset[ContactKind],
        hours: ContactHours | None,
        *,
        by: object = None,
    ) -> ContactRule:
        """Write down what a version permits; raises HoursAreImpossible, ValueError for kinds it is not about."""
        if not kinds <= set(KINDS_OF.get(version.topic, ())):
            raise ValueError("kinds of contact that the clause is not about")
        with self._vault.write() as work:
            rule = self._rule(work, version, kinds, hours if version.topic is Topic.CONTACT else None)
            work.audit.append(AuditAct.CLAUSE_CHANGED, f"clause:{version.clause_id}", permits=len(kinds))
        self._events.publish(Changed(Subject.BOUNDARY_EVENTS, version.client_id, by))
        return rule

    def set_practice_hours(self, hours: ContactHours | None, *, by: object = None) -> None:
        """Write down the hours of the practice, or that there are none; raises HoursAreImpossible."""
        with self._vault.write() as work:
            self._rule(work, None, frozenset(), hours)
            work.audit.append(AuditAct.SETTINGS_CHANGED, "practice")
        self._events.publish(Changed(Subject.BOUNDARY_EVENTS, by=by))

    def _rule(
        self,
        work: UnitOfWork,
        version: ClauseVersion | None,
        kinds: frozenset[ContactKind],
        hours: ContactHours | None,
    ) -> ContactRule:
        rule = ContactRule(
            clause_id=version.clause_id if version else None,
            number=version.number if version else None,
            kinds=kinds,
            hours=hours.checked() if hours else None,
            recorded_at=self._clock.now(),
            signer=work.practice.get().counselor_name,
        )
        work.contact_rules.add(rule)
        return rule


def linkable_versions(work: UnitOfWork, contact: ContactNote) -> tuple[ClauseVersion, ...]:
    """The versions of its day that a filed contact note is about, without those that permitted it."""
    if contact.client_id is None or not contact.is_filed:
        return ()
    held = in_force_on(work.agreements.versions(contact.client_id), contact.details.day)
    about = [version for version in held if is_about(version, contact.details.kind)]
    rules = work.contact_rules.of_clauses([version.clause_id for version in about])
    found = []
    for version in about:
        rule = rules.get((version.clause_id, version.number))
        if rule is None or not rule.permits(contact.details):
            found.append(version)
    return tuple(found)
