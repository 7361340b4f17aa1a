"""Answered forms: rows to domain and back, one client or many at once."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, func, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import (
    Administration,
    AdministrationId,
    AdministrationState,
    Rater,
)
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import flush, found, insert
from vitalshift_desktop.vault.records.sessions import HELD
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.measures import AdministrationRow
from vitalshift_desktop.vault.tables.sessions import SessionRow

_CURRENT = AdministrationRow.state != AdministrationState.CORRECTED
_IS_INSTRUMENT = AdministrationRow.instrument_id == bindparam("instrument")
_ALL = select(*columns_of(AdministrationRow, Administration)).order_by(
    AdministrationRow.given_on, AdministrationRow.recorded_at, AdministrationRow.id
)
_ONE = _ALL.where(AdministrationRow.id == bindparam("administration"))
_OF_CLIENT = _ALL.where(AdministrationRow.client_id == bindparam("client"))
_OF_CLIENT_AND_INSTRUMENT = _OF_CLIENT.where(_IS_INSTRUMENT)
_OF_CLIENTS = _ALL.where(among(AdministrationRow.client_id), _IS_INSTRUMENT, _CURRENT)
_OF_SESSIONS = _ALL.where(among(AdministrationRow.session_id), _CURRENT)
_CORRECTED_BY = select(AdministrationRow.id, AdministrationRow.corrects_id).where(
    AdministrationRow.client_id == bindparam("client"), AdministrationRow.corrects_id.is_not(None)
)
_LAST = (
    select(*columns_of(AdministrationRow, Administration))
    .where(
        AdministrationRow.client_id == bindparam("client"),
        AdministrationRow.rater == bindparam("rater"),
        AdministrationRow.state == AdministrationState.ANSWERED,
    )
    .order_by(AdministrationRow.given_on.desc(), AdministrationRow.recorded_at.desc(), AdministrationRow.id.desc())
    .limit(1)
)


def _early() -> Question:
    """The forms of the first held sessions in each episode of some clients."""
    episode = (SessionRow.client_id, SessionRow.episode_id)
    order = func.row_number().over(partition_by=episode, order_by=(SessionRow.starts, SessionRow.id))
    held = select(SessionRow.id, order.label("number")).where(SessionRow.attendance.in_(HELD))
    held_by = held.where(among(SessionRow.client_id)).subquery()
    first = select(held_by.c.id).where(held_by.c.number <= bindparam("sessions"))
    return _ALL.where(AdministrationRow.session_id.in_(first), _IS_INSTRUMENT, _CURRENT)


_EARLY = _early()


class MeasureShelf(Shelf):
    """The answered forms of the vault. What was answered never changes; a correction is a new form beside the old."""

    def add(self, administration: Administration) -> Administration:
        """Write a new form and give it its id; the id it came with is not used.

        Raises AlreadyRecorded when the session has a current form of this instrument and rater.
        """
        return self._insert(administration, corrects=None)

    def correct(self, old_id: AdministrationId, new: Administration) -> Administration:
        """Write the corrected form and mark the old one as corrected. AlreadyRecorded when that was done before."""
        old = found(self._connection.get(AdministrationRow, old_id))
        written = self._insert(new, corrects=old_id)
        self._connection.refresh(old)
        return written

    def review(self, administration_id: AdministrationId, at: datetime, note: str) -> Administration:
        """Write down that the counselor looked at the answers. Raises NotFound, or AlreadyRecorded the second time."""
        row = found(self._connection.get(AdministrationRow, administration_id))
        row.reviewed_at = at
        row.review_note = note
        flush(self._connection)
        return self.get(administration_id)

    def get(self, administration_id: AdministrationId) -> Administration:
        """One form; raises NotFound."""
        return found(next(iter(self._found(_ONE, administration=administration_id)), None))

    def of_client(self, client_id: ClientId, instrument_id: str | None = None) -> tuple[Administration, ...]:
        """All forms of one client, corrected ones too, oldest first."""
        if instrument_id is None:
            return self._found(_OF_CLIENT, client=client_id)
        return self._found(_OF_CLIENT_AND_INSTRUMENT, client=client_id, instrument=instrument_id)

    def of_clients(self, client_ids: Collection[ClientId], instrument_id: str) -> tuple[Administration, ...]:
        """The current forms of one instrument of some clients, oldest first."""
        return self._found(_OF_CLIENTS, ids=list(client_ids), instrument=instrument_id)

    def of_session(self, session_id: SessionId) -> tuple[Administration, ...]:
        """The current forms of one session, oldest first."""
        return self.of_sessions((session_id,))

    def of_sessions(self, session_ids: Collection[SessionId]) -> tuple[Administration, ...]:
        """The current forms of some sessions, oldest first."""
        return self._found(_OF_SESSIONS, ids=list(session_ids))

    def early(self, client_ids: Collection[ClientId], instrument_id: str, sessions: int) -> tuple[Administration, ...]:
        """The current forms given in the first held sessions of each episode of some clients, oldest first."""
        return self._found(_EARLY, ids=list(client_ids), instrument=instrument_id, sessions=sessions)

    def history(self, administration_id: AdministrationId) -> tuple[Administration, ...]:
        """What this form corrected, the first entry first; empty where it was entered once."""
        client_id = self.get(administration_id).client_id
        corrected: dict[int, int] = {row[0]: row[1] for row in self._rows(_CORRECTED_BY, client=client_id)}
        earlier, at = [], corrected.get(administration_id)
        while at is not None:
            earlier.append(self.get(AdministrationId(at)))
            at = corrected.get(at)
        return tuple(reversed(earlier))

    def last(self, client_id: ClientId, rater: Rater) -> Administration | None:
        """The latest form that this rater answered for a client, of any instrument."""
        return next(iter(self._found(_LAST, client=client_id, rater=rater)), None)

    def _insert(self, new: Administration, corrects: AdministrationId | None) -> Administration:
        row = AdministrationRow(client_id=new.client_id, session_id=new.session_id, corrects_id=corrects)
        row.instrument_id, row.instrument_version = new.instrument_id, new.instrument_version
        row.rater, row.answers = new.rater, new.answers
        row.given_on, row.recorded_at = new.given_on, new.recorded_at
        row.state, row.how_given = new.state, new.how_given
        row.reviewed_at, row.review_note = new.reviewed_at, new.review_note
        row.person_id, row.flags, row.definition_id = new.person_id, new.flags, new.definition_id
        insert(self._connection, [row])
        return replace(new, id=AdministrationId(row.id))

    def _found(self, which: Question, **values: object) -> tuple[Administration, ...]:
        return tuple(Administration(*row) for row in self._rows(which, **values))
