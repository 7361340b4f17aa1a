"""Notes on agreements, what was added to them, and clauses looked at again: rows to domain and back."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict, replace

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.boundary_events import (
    BoundaryEvent,
    BoundaryEventId,
    ClauseLook,
    EventAddition,
    EventDetails,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import ContactId
from vitalshift_desktop.vault.records.going_on import is_going_on
from vitalshift_desktop.vault.records.kept_fingerprints import KeptOf, kept_fingerprints
from vitalshift_desktop.vault.records.refusals import found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.agreements import ClauseRow
from vitalshift_desktop.vault.tables.boundary_events import (
    BoundaryEventAdditionRow,
    BoundaryEventRow,
    ClauseLookRow,
)

_HEAD = ("id", "client_id", "clause_id", "number", "recorded_at", "signer", "contact_id", "worksheet_id")
_ALL = (
    select(
        *(getattr(BoundaryEventRow, name) for name in _HEAD),
        ClauseRow.topic,
        *columns_of(BoundaryEventRow, EventDetails),
    )
    .join(ClauseRow, ClauseRow.id == BoundaryEventRow.clause_id)
    .order_by(BoundaryEventRow.day.desc(), BoundaryEventRow.at.desc(), BoundaryEventRow.id.desc())
)
_ONE = _ALL.where(BoundaryEventRow.id == bindparam("event"))
_OF_CLIENT = _ALL.where(BoundaryEventRow.client_id == bindparam("client"))
_OF_CLIENTS = _ALL.where(among(BoundaryEventRow.client_id))
_OF_CONTACT = _ALL.where(BoundaryEventRow.contact_id == bindparam("contact"))
_AFTER = (
    _ALL.where(BoundaryEventRow.id > bindparam("last"))
    .order_by(None)
    .order_by(BoundaryEventRow.id)
    .limit(bindparam("most"))
)
_WITH_ANY = select(BoundaryEventRow.client_id).where(is_going_on(BoundaryEventRow.client_id)).distinct()
_ADDITIONS = (
    select(BoundaryEventAdditionRow.event_id, *columns_of(BoundaryEventAdditionRow, EventAddition))
    .where(among(BoundaryEventAdditionRow.event_id))
    .order_by(BoundaryEventAdditionRow.id)
)
_LOOKS = select(*columns_of(ClauseLookRow, ClauseLook)).order_by(ClauseLookRow.id)
_LOOKS_OF = _LOOKS.where(among(ClauseLookRow.client_id))


class BoundaryEventShelf(Shelf):
    """The notes on agreements of the vault; nothing of them is ever changed or removed."""

    def add(self, event: BoundaryEvent) -> BoundaryEvent:
        """Write a new note and give it its id; the id it came with is not used."""
        row = BoundaryEventRow(**asdict(event.details))
        for name in _HEAD[1:]:
            setattr(row, name, getattr(event, name))
        insert(self._connection, [row])
        return replace(event, id=BoundaryEventId(row.id))

    def append(self, event: BoundaryEvent) -> None:
        """Write what was added to a note since it was read."""
        known = len(self._additions([event.id])[event.id])
        new = [BoundaryEventAdditionRow(event_id=event.id, **asdict(one)) for one in event.additions[known:]]
        insert(self._connection, new)

    def get(self, event_id: BoundaryEventId) -> BoundaryEvent:
        """One note; raises NotFound."""
        return found(next(iter(self._found(_ONE, event=event_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[BoundaryEvent, ...]:
        """The notes about one client, the newest day first."""
        return self._found(_OF_CLIENT, client=client_id)

    def of_clients(self, client_ids: Collection[ClientId]) -> tuple[BoundaryEvent, ...]:
        """The notes about some clients, the newest day first."""
        return self._found(_OF_CLIENTS, ids=list(client_ids))

    def of_contact(self, contact_id: ContactId) -> tuple[BoundaryEvent, ...]:
        """The notes that were made from one contact note."""
        return self._found(_OF_CONTACT, contact=contact_id)

    def after(self, event_id: int, most: int) -> tuple[BoundaryEvent, ...]:
        """The notes above this number, at most so many, in the order of their numbers."""
        return self._found(_AFTER, last=event_id, most=most)

    def kept_fingerprints(self) -> KeptOf:
        """What the audit trail keeps of them."""
        return kept_fingerprints(self._connection, "boundary_event")

    def clients_with_any(self) -> frozenset[ClientId]:
        """The clients about whom there is a note and whose work is not closed."""
        return frozenset(client_id for (client_id,) in self._rows(_WITH_ANY))

    def look_again(self, look: ClauseLook) -> None:
        """Write that a clause was looked at again."""
        insert(self._connection, [ClauseLookRow(**asdict(look))])

    def looks(self, client_ids: Collection[ClientId]) -> tuple[ClauseLook, ...]:
        """When clauses of these clients were looked at again, in the order they were written."""
        return tuple(ClauseLook(*row) for row in self._rows(_LOOKS_OF, ids=list(client_ids)))

    def _found(self, which: Question, **values: object) -> tuple[BoundaryEvent, ...]:
        rows = self._rows(which, **values)
        additions = self._additions([row.id for row in rows])
        return tuple(_event(row, additions[row.id]) for row in rows)

    def _additions(self, ids: Collection[int]) -> defaultdict[int, list[EventAddition]]:
        additions: defaultdict[int, list[EventAddition]] = defaultdict(list)
        if ids:
            for event_id, *added in self._rows(_ADDITIONS, ids=list(ids)):
                additions[event_id].append(EventAddition(*added))
        return additions


def _event(row: Answer, additions: Iterable[EventAddition]) -> BoundaryEvent:
    head = dict(zip((*_HEAD, "topic"), row[: len(_HEAD) + 1], strict=True))
    return BoundaryEvent(details=EventDetails(*row[len(_HEAD) + 1 :]), additions=tuple(additions), **head)
