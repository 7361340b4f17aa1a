"""What came of contacts that went out, and the last sign of clients: rows to domain and back."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import ContactId, ContactKind, Direction, StartedBy
from vitalshift_desktop.domain.outreach import OutreachReply
from vitalshift_desktop.vault.records.refusals import insert
from vitalshift_desktop.vault.records.shelf import Shelf, among
from vitalshift_desktop.vault.tables.contacts import ContactNoteRow
from vitalshift_desktop.vault.tables.outreach import OutreachReplyRow

_REPLIES = (
    select(
        OutreachReplyRow.contact_id,
        ContactNoteRow.client_id,
        OutreachReplyRow.reply,
        OutreachReplyRow.on,
        OutreachReplyRow.words,
        OutreachReplyRow.recorded_at,
    )
    .join(ContactNoteRow, ContactNoteRow.id == OutreachReplyRow.contact_id)
    .where(among(ContactNoteRow.client_id))
    .order_by(OutreachReplyRow.id)
)
# SQLite takes the zone from the row that has the greatest time.
_CAME_IN = (
    select(ContactNoteRow.client_id, func.max(ContactNoteRow.at), ContactNoteRow.zone)
    .where(among(ContactNoteRow.client_id), ContactNoteRow.filed_at.is_not(None))
    .where(ContactNoteRow.direction == Direction.IN, ContactNoteRow.started_by == StartedBy.CLIENT)
    .group_by(ContactNoteRow.client_id)
)
_WENT_OUT = (
    select(ContactNoteRow.client_id, ContactNoteRow.id, ContactNoteRow.at, ContactNoteRow.zone)
    .where(among(ContactNoteRow.client_id), ContactNoteRow.filed_at.is_not(None))
    .where(ContactNoteRow.direction == Direction.OUT, ContactNoteRow.started_by == StartedBy.COUNSELOR)
    .where(ContactNoteRow.kind != ContactKind.THIRD_PARTY)
    .where(ContactNoteRow.at >= bindparam("since"))
    .order_by(ContactNoteRow.at, ContactNoteRow.id)
)


class OutreachShelf(Shelf):
    """What came of reaching out; entries are added, never changed."""

    def add(self, reply: OutreachReply) -> None:
        """Write what came of a contact."""
        values = asdict(reply)
        values.pop("client_id")
        insert(self._connection, [OutreachReplyRow(**values)])

    def replies_of(self, client_ids: Collection[ClientId]) -> tuple[OutreachReply, ...]:
        """What came of the contacts of some clients, in the order in which it was noted."""
        return tuple(OutreachReply(*row) for row in self._rows(_REPLIES, ids=list(client_ids)))

    def last_in(self, client_ids: Collection[ClientId]) -> dict[ClientId, date]:
        """The day on which each of these clients last got in touch; a client who never did is left out."""
        found = self._rows(_CAME_IN, ids=list(client_ids))
        return {ClientId(client_id): _day(at, zone) for client_id, at, zone in found}

    def went_out(
        self, client_ids: Collection[ClientId], since: datetime
    ) -> tuple[tuple[ClientId, ContactId, date], ...]:
        """The contacts from `since` on that the counselor started, with their days, in order of time."""
        found = self._rows(_WENT_OUT, ids=list(client_ids), since=since)
        return tuple((client_id, ContactId(number), _day(at, zone)) for client_id, number, at, zone in found)


def _day(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()
