"""Forms that were handed over: rows to domain and back."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.handovers import Handover, HandoverId, HandoverState
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import delete, found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.handovers import HandoverKeyRow, HandoverRow, HandoverStateRow

_ALL = select(*columns_of(HandoverRow, Handover))
_OPEN = _ALL.join(HandoverKeyRow, HandoverKeyRow.handover_id == HandoverRow.id).order_by(HandoverRow.id)
_BY_TAG = _ALL.where(HandoverRow.tag == bindparam("tag"))
_STATES = select(HandoverStateRow.state, HandoverStateRow.digest).where(
    HandoverStateRow.handover_id == bindparam("handover")
)
_TAKEN_SESSIONS = (
    select(HandoverRow.session_id)
    .join(HandoverStateRow, HandoverStateRow.handover_id == HandoverRow.id)
    .where(HandoverStateRow.state == HandoverState.TAKEN_IN, among(HandoverRow.session_id))
    .distinct()
)


class HandoverShelf(Shelf):
    """The hand-overs of the vault. What was armed never changes; what became of it is added, and closes it once."""

    def arm(self, handover: Handover, private_key: bytes) -> Handover:
        """Write a hand-over with its one-time key and give it its id."""
        row = HandoverRow(client_id=handover.client_id, session_id=handover.session_id, tag=handover.tag)
        row.rater, row.forms, row.moment = handover.rater, list(handover.forms), handover.moment
        row.late_reason, row.larger_text, row.armed_at = handover.late_reason, handover.larger_text, handover.armed_at
        insert(self._connection, [row])
        insert(self._connection, [HandoverKeyRow(handover_id=row.id, private_key=private_key)])
        return replace(handover, id=HandoverId(row.id))

    def open(self) -> tuple[Handover, ...]:
        """The hand-overs whose answers are awaited, the oldest first."""
        return tuple(_handover(row) for row in self._rows(_OPEN))

    def of_tag(self, tag: str) -> Handover | None:
        """The hand-over whose file bears this tag."""
        return next((_handover(row) for row in self._rows(_BY_TAG, tag=tag)), None)

    def private_key(self, handover_id: HandoverId) -> bytes:
        """What opens the answers of a hand-over; raises NotFound once it is closed."""
        return found(self._connection.get(HandoverKeyRow, handover_id)).private_key

    def states(self, handover_id: HandoverId) -> dict[HandoverState, str]:
        """What became of a hand-over so far, with the digest of its file."""
        return {HandoverState(state): digest for state, digest in self._rows(_STATES, handover=handover_id)}

    def close(self, handover_id: HandoverId, state: HandoverState, at: datetime, digest: str = "") -> None:
        """Close a hand-over and drop its key; raises AlreadyRecorded the second time."""
        self._add(handover_id, state, at, digest)
        key = self._connection.get(HandoverKeyRow, handover_id)
        if key is not None:
            delete(self._connection, key)

    def clear(self, handover_id: HandoverId, at: datetime) -> None:
        """Note that the file of a closed hand-over is gone; whatever bears its tag later is refused."""
        self._add(handover_id, HandoverState.CLEARED, at, "")

    def taken_in_sessions(self, session_ids: Collection[SessionId]) -> frozenset[SessionId]:
        """Those of these sessions in which a client's answers came by hand-over."""
        return frozenset(SessionId(row[0]) for row in self._rows(_TAKEN_SESSIONS, ids=list(session_ids)))

    def _add(self, handover_id: HandoverId, state: HandoverState, at: datetime, digest: str) -> None:
        insert(self._connection, [HandoverStateRow(handover_id=handover_id, state=state, at=at, digest=digest)])


def _handover(row: Answer) -> Handover:
    whole = Handover(*row)
    return replace(whole, forms=tuple(whole.forms))
