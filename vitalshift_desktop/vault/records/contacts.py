"""Contact notes, filed and in the inbox: rows to domain and back."""

from collections import defaultdict
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import Integer, bindparam, func, select, text

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import ContactAddition, ContactDetails, ContactId, ContactNote
from vitalshift_desktop.domain.problems import NoteChangedElsewhere
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Question, Shelf, among, columns_of
from vitalshift_desktop.vault.records.signed_notes import Kept, kept_additions
from vitalshift_desktop.vault.tables.contacts import ContactAdditionRow, ContactNoteRow

_HEAD = ("id", "client_id", "created_at", "changed_at", "version", "filed_at", "signed_at", "signer", "fingerprint")
_DETAILS = columns_of(ContactNoteRow, ContactDetails)
_ALL = select(*(getattr(ContactNoteRow, name) for name in _HEAD), *_DETAILS)
_ONE = _ALL.where(ContactNoteRow.id == bindparam("contact"))
_OF_CLIENT = _ALL.where(ContactNoteRow.client_id == bindparam("client"), ContactNoteRow.filed_at.is_not(None)).order_by(
    ContactNoteRow.at.desc(), ContactNoteRow.id.desc()
)
_INBOX = _ALL.where(ContactNoteRow.filed_at.is_(None)).order_by(ContactNoteRow.created_at, ContactNoteRow.id)
_WAITING = select(func.count(), func.min(ContactNoteRow.created_at)).where(ContactNoteRow.filed_at.is_(None))
_COUNT = select(func.count()).where(
    ContactNoteRow.client_id == bindparam("client"), ContactNoteRow.filed_at.is_not(None)
)
_SIGNED_AFTER = (
    _ALL.where(ContactNoteRow.id > bindparam("above"), ContactNoteRow.signed_at.is_not(None))
    .order_by(ContactNoteRow.id)
    .limit(bindparam("most", type_=Integer()))
)
# The newest entry of each counts: a number can be given again once its contact was disposed of.
_OTHERWISE = text(
    "SELECT contact_note.id FROM contact_note JOIN ("
    " SELECT CAST(substr(obj, 9) AS INTEGER) AS signed_id, json_extract(detail, '$.fingerprint') AS kept, max(id)"
    " FROM audit WHERE what = 'contact.signed' AND obj LIKE 'contact:%' GROUP BY obj"
    ") ON contact_note.id = signed_id WHERE contact_note.signed_at IS NOT NULL"
    " AND contact_note.fingerprint IS NOT kept"
)
_ADDITIONS = (
    select(ContactAdditionRow.contact_id, *columns_of(ContactAdditionRow, ContactAddition))
    .where(among(ContactAdditionRow.contact_id))
    .order_by(ContactAdditionRow.id)
)


class ContactShelf(Shelf):
    """The contact notes of the vault."""

    def add(self, contact: ContactNote) -> ContactNote:
        """Write a new contact and give it its id; the id it came with is not used."""
        row = _write(ContactNoteRow(), contact)
        insert(self._connection, [row])
        return replace(contact, id=ContactId(row.id))

    def restore(self, contact: ContactNote) -> None:
        """Write a removed contact again under its old id."""
        insert(self._connection, [_write(ContactNoteRow(id=contact.id), contact)])

    def save(self, contact: ContactNote, *, expected_version: int) -> None:
        """Write what changed, or sign it; raises NotFound, NoteAlreadySigned or NoteChangedElsewhere."""
        row = self._row(contact.id)
        if row.version != expected_version:
            raise NoteChangedElsewhere
        _write(row, contact)
        flush(self._connection)

    def append(self, contact: ContactNote) -> None:
        """Write what was added to a signed contact; raises NoteNotSigned."""
        known = len(self._additions([contact.id])[contact.id])
        for added in contact.additions[known:]:
            insert(self._connection, [ContactAdditionRow(contact_id=contact.id, **asdict(added))])

    def remove(self, contact_id: ContactId) -> ContactNote:
        """Take a contact out and hand it back. Raises NotFound or NoteAlreadySigned."""
        contact = self.get(contact_id)
        delete(self._connection, self._row(contact_id))
        self._connection.expire_all()
        return contact

    def get(self, contact_id: ContactId) -> ContactNote:
        """One contact; raises NotFound."""
        return found(next(iter(self._found(_ONE, contact=contact_id)), None))

    def exists(self, contact_id: ContactId) -> bool:
        """Whether there is such a contact."""
        return bool(self._rows(_ONE, contact=contact_id))

    def of_client(self, client_id: ClientId) -> tuple[ContactNote, ...]:
        """The contacts filed in one client's record, the newest first."""
        return self._found(_OF_CLIENT, client=client_id)

    def inbox(self) -> tuple[ContactNote, ...]:
        """What waits to be filed, the oldest first."""
        return self._found(_INBOX)

    def waiting(self) -> tuple[int, datetime | None]:
        """How many wait to be filed, and since when the oldest of them does."""
        count, oldest = self._rows(_WAITING)[0]
        return count, oldest

    def count_of(self, client_id: ClientId) -> int:
        """How many contacts are filed in one client's record."""
        count: int = self._rows(_COUNT, client=client_id)[0][0]
        return count

    def signed_after(self, contact_id: int, most: int) -> tuple[ContactNote, ...]:
        """Signed contacts whose numbers are above this one, at most so many, by number."""
        return self._found(_SIGNED_AFTER, above=contact_id, most=most)

    def kept_additions(self) -> Kept:
        """What the audit trail keeps of the additions to contacts."""
        return kept_additions(self._connection, AuditAct.CONTACT_AMENDED)

    def signed_otherwise(self) -> set[int]:
        """The numbers of contacts whose fingerprint differs from the one the audit trail kept at signing."""
        return {int(row[0]) for row in self._connection.execute(_OTHERWISE)}

    def _found(self, which: Question, **values: object) -> tuple[ContactNote, ...]:
        rows = self._rows(which, **values)
        additions = self._additions([row.id for row in rows if row.signed_at])
        return tuple(_contact(row, tuple(additions[row.id])) for row in rows)

    def _additions(self, ids: list[int]) -> defaultdict[int, list[ContactAddition]]:
        additions: defaultdict[int, list[ContactAddition]] = defaultdict(list)
        if ids:
            for contact_id, *added in self._rows(_ADDITIONS, ids=ids):
                additions[contact_id].append(ContactAddition(*added))
        return additions

    def _row(self, contact_id: ContactId) -> ContactNoteRow:
        return found(self._connection.get(ContactNoteRow, contact_id))


def _write(row: ContactNoteRow, contact: ContactNote) -> ContactNoteRow:
    for name in _HEAD[1:]:
        setattr(row, name, getattr(contact, name))
    for name, value in asdict(contact.details).items():
        setattr(row, name, value)
    return row


def _contact(row: Answer, additions: tuple[ContactAddition, ...]) -> ContactNote:
    details = ContactDetails(*row[len(_HEAD) :])
    head = dict(zip(_HEAD, row[: len(_HEAD)], strict=True))
    return ContactNote(details=details, additions=additions, **head)
