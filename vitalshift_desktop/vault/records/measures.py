"""Answered forms: rows to domain and back, one client or many at once."""

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.instrument import Administration, AdministrationId, AdministrationState
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import flush, found, insert
from vitalshift_desktop.vault.records.sessions import HELD
from vitalshift_desktop.vault.tables.measures import AdministrationRow
from vitalshift_desktop.vault.tables.sessions import SessionRow

CURRENT = AdministrationRow.state != AdministrationState.CORRECTED
_FORMS = select(*(getattr(AdministrationRow, field.name) for field in fields(Administration))).order_by(
    AdministrationRow.given_on, AdministrationRow.recorded_at, AdministrationRow.id
)


class MeasureShelf:
    """The answered forms of the vault. What was answered never changes; a correction is a new form beside the old."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

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
        return _administration(row)

    def get(self, administration_id: AdministrationId) -> Administration:
        """One form; raises NotFound."""
        return _administration(found(self._connection.get(AdministrationRow, administration_id)))

    def of_client(self, client_id: ClientId, instrument_id: str | None = None) -> tuple[Administration, ...]:
        """All forms of one client, corrected ones too, oldest first."""
        theirs = AdministrationRow.client_id == client_id
        return self._found(theirs) if instrument_id is None else self._found(theirs, _is(instrument_id))

    def of_clients(self, client_ids: Collection[ClientId], instrument_id: str) -> tuple[Administration, ...]:
        """The current forms of one instrument of some clients, oldest first."""
        return self._found(AdministrationRow.client_id.in_(client_ids), _is(instrument_id), CURRENT)

    def of_session(self, session_id: SessionId) -> tuple[Administration, ...]:
        """The current forms of one session, oldest first."""
        return self.of_sessions((session_id,))

    def of_sessions(self, session_ids: Collection[SessionId]) -> tuple[Administration, ...]:
        """The current forms of some sessions, oldest first."""
        return self._found(AdministrationRow.session_id.in_(session_ids), CURRENT)

    def early(self, client_ids: Collection[ClientId], instrument_id: str, sessions: int) -> tuple[Administration, ...]:
        """The current forms given in the first held sessions (so many of them) of some clients, oldest first."""
        order = func.row_number().over(partition_by=SessionRow.client_id, order_by=(SessionRow.starts, SessionRow.id))
        held = select(SessionRow.id, order.label("number")).where(SessionRow.attendance.in_(HELD))
        held_by = held.where(SessionRow.client_id.in_(client_ids)).subquery()
        first = select(held_by.c.id).where(held_by.c.number <= sessions)
        return self._found(AdministrationRow.session_id.in_(first), _is(instrument_id), CURRENT)

    def unreviewed(self, instrument_ids: Collection[str]) -> tuple[Administration, ...]:
        """The answered forms of these instruments that the counselor did not look at yet, of all clients."""
        answered = AdministrationRow.state == AdministrationState.ANSWERED
        not_seen = AdministrationRow.reviewed_at.is_(None)
        return self._found(AdministrationRow.instrument_id.in_(instrument_ids), answered, not_seen)

    def _insert(self, new: Administration, corrects: AdministrationId | None) -> Administration:
        row = AdministrationRow(client_id=new.client_id, session_id=new.session_id, corrects_id=corrects)
        row.instrument_id, row.instrument_version = new.instrument_id, new.instrument_version
        row.rater, row.answers = new.rater, new.answers
        row.given_on, row.recorded_at = new.given_on, new.recorded_at
        row.state, row.how_given = new.state, new.how_given
        row.reviewed_at, row.review_note = new.reviewed_at, new.review_note
        insert(self._connection, [row])
        return replace(new, id=AdministrationId(row.id))

    def _found(self, *which: ColumnElement[bool]) -> tuple[Administration, ...]:
        rows = self._connection.connection().execute(_FORMS.where(*which)).all()
        return tuple(Administration(*row) for row in rows)


def _is(instrument_id: str) -> ColumnElement[bool]:
    return AdministrationRow.instrument_id == instrument_id


def _administration(row: AdministrationRow) -> Administration:
    return Administration(
        id=AdministrationId(row.id),
        client_id=ClientId(row.client_id),
        instrument_id=row.instrument_id,
        instrument_version=row.instrument_version,
        rater=row.rater,
        answers=row.answers,
        given_on=row.given_on,
        recorded_at=row.recorded_at,
        session_id=None if row.session_id is None else SessionId(row.session_id),
        state=row.state,
        how_given=row.how_given,
        reviewed_at=row.reviewed_at,
        review_note=row.review_note,
    )
