"""Rules for contact, and what the drift watch reads of the record: rows to domain and back."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.agreements import ClauseId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contact_rules import ContactHours, ContactRule
from vitalshift_desktop.domain.contacts import ContactDetails, ContactId, ContactKind
from vitalshift_desktop.domain.drift import AgreedMinutes
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.commitments import CommitmentRow
from vitalshift_desktop.vault.tables.contact_rules import ContactRuleRow
from vitalshift_desktop.vault.tables.contacts import ContactNoteRow
from vitalshift_desktop.vault.tables.session_courses import SessionCourseRow

_RULES = select(
    ContactRuleRow.clause_id,
    ContactRuleRow.number,
    ContactRuleRow.kinds,
    ContactRuleRow.weekdays,
    ContactRuleRow.begins,
    ContactRuleRow.ends,
    ContactRuleRow.recorded_at,
    ContactRuleRow.signer,
).order_by(ContactRuleRow.id)
_OF_CLAUSES = _RULES.where(among(ContactRuleRow.clause_id))
_OF_PRACTICE = _RULES.where(ContactRuleRow.clause_id.is_(None))
_LASTED = select(SessionCourseRow.session_id, SessionCourseRow.lasted).where(
    among(SessionCourseRow.session_id), SessionCourseRow.lasted.is_not(None)
)
_AGREED = select(CommitmentRow.episode_id, CommitmentRow.number, CommitmentRow.agreed_on, CommitmentRow.minutes).where(
    among(CommitmentRow.client_id), CommitmentRow.taken_back_at.is_(None)
)
_CONTACTS = (
    select(ContactNoteRow.id, ContactNoteRow.client_id, *columns_of(ContactNoteRow, ContactDetails))
    .where(ContactNoteRow.filed_at.is_not(None), ContactNoteRow.at.between(bindparam("first"), bindparam("end")))
    .order_by(ContactNoteRow.at.desc(), ContactNoteRow.id.desc())
)


class ContactRuleShelf(Shelf):
    """The rules of the vault, and the facts that are compared with them."""

    def add(self, rule: ContactRule) -> None:
        """Write a rule; it counts in place of the earlier ones about the same."""
        hours = rule.hours
        row = ContactRuleRow(clause_id=rule.clause_id, number=rule.number, recorded_at=rule.recorded_at)
        row.kinds = ",".join(sorted(kind.value for kind in rule.kinds))
        row.weekdays = ",".join(str(day) for day in sorted(hours.weekdays)) if hours else ""
        row.begins, row.ends = (hours.begins, hours.ends) if hours else (None, None)
        row.signer = rule.signer
        insert(self._connection, [row])

    def of_clauses(self, clause_ids: Collection[ClauseId]) -> dict[tuple[ClauseId, int], ContactRule]:
        """The rule that counts for each version of these clauses that has one."""
        rules = (_rule(row) for row in self._rows(_OF_CLAUSES, ids=list(clause_ids)))
        return {
            (rule.clause_id, rule.number): rule
            for rule in rules
            if rule.clause_id is not None and rule.number is not None
        }

    def of_practice(self) -> ContactRule | None:
        """The rule with the hours of the practice that counts, if there is one."""
        rules = self._rows(_OF_PRACTICE)
        return _rule(rules[-1]) if rules else None

    def lasted(self, session_ids: Collection[SessionId]) -> dict[SessionId, int]:
        """How many minutes these sessions lasted, where that was noted."""
        return {SessionId(number): minutes for number, minutes in self._rows(_LASTED, ids=list(session_ids))}

    def agreed_minutes(self, client_ids: Collection[ClientId]) -> tuple[AgreedMinutes, ...]:
        """The lengths of sessions that were ever agreed with these clients."""
        return tuple(AgreedMinutes(*row) for row in self._rows(_AGREED, ids=list(client_ids)))

    def contacts(self, first: datetime, end: datetime) -> tuple[tuple[ContactId, ClientId, ContactDetails], ...]:
        """The contacts filed in any record between two instants, the newest first."""
        found = self._rows(_CONTACTS, first=first, end=end)
        return tuple((number, client_id, ContactDetails(*rest)) for number, client_id, *rest in found)


def _rule(row: Answer) -> ContactRule:
    clause_id, number, kinds, weekdays, begins, ends, recorded_at, signer = row
    days = frozenset(int(day) for day in weekdays.split(",") if day)
    hours = ContactHours(days, begins, ends) if days else None
    permitted = frozenset(ContactKind(kind) for kind in kinds.split(",") if kind)
    return ContactRule(clause_id, number, permitted, hours, recorded_at, signer)
