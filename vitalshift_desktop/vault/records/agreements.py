"""Clauses, their versions and the agreements made of them: rows to domain and back."""

from collections import defaultdict
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.agreements import (
    Agreement,
    AgreementId,
    ClauseId,
    ClauseState,
    ClauseVersion,
    Topic,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.vault.records.refusals import flush, found, insert
from vitalshift_desktop.vault.tables.agreements import AgreementClauseRow, AgreementRow, ClauseRow, ClauseVersionRow

Versions = Select[ClauseVersionRow, ClauseRow]


class AgreementShelf:
    """The clauses and agreements of the vault."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_clause(self, client_id: ClientId, topic: Topic) -> ClauseId:
        """Write a new clause, still without wording, and give its id."""
        row = ClauseRow(client_id=client_id, topic=topic)
        insert(self._connection, [row])
        return ClauseId(row.id)

    def add_version(self, version: ClauseVersion) -> None:
        """Write a new version of a clause. AlreadyRecorded when its number is taken."""
        row = ClauseVersionRow(clause_id=version.clause_id, number=version.number)
        row.wording = version.wording
        row.effective_on = version.effective_on
        row.negotiated = version.negotiated
        row.words_of = version.words_of
        _write_state(row, version)
        insert(self._connection, [row])

    def save_version(self, version: ClauseVersion) -> None:
        """Write the state of a version and its days of review and end; its wording stays. Raises NotFound."""
        key = (version.clause_id, version.number)
        _write_state(found(self._connection.get(ClauseVersionRow, key)), version)
        flush(self._connection)

    def version_in_force(self, clause_id: ClauseId) -> ClauseVersion | None:
        """The version of a clause that is in force, if there is one."""
        query = _versions().where(ClauseRow.id == clause_id, ClauseVersionRow.state == ClauseState.IN_FORCE)
        return next(iter(self._found(query)), None)

    def versions(self, client_id: ClientId) -> tuple[ClauseVersion, ...]:
        """Every version of every clause of one client, clause by clause, oldest first."""
        return self._found(_versions().where(ClauseRow.client_id == client_id))

    def due(self, on: date) -> tuple[ClauseVersion, ...]:
        """The versions in force of all clients whose review day has come."""
        query = _versions().where(ClauseVersionRow.state == ClauseState.IN_FORCE, ClauseVersionRow.review_on <= on)
        return self._found(query)

    def add(self, agreement: Agreement) -> Agreement:
        """Write a new agreement over versions already in the vault and give it its id. It is closed at once."""
        row = AgreementRow(client_id=agreement.client_id, agreed_on=agreement.agreed_on, how=agreement.how)
        row.review_on = agreement.review_on
        row.fingerprint = agreement.fingerprint
        row.clause_count = len(agreement.clauses)
        insert(self._connection, [row])
        insert(self._connection, [_place(row.id, place, clause) for place, clause in enumerate(agreement.clauses)])
        return _agreement(row, agreement.clauses)

    def of_client(self, client_id: ClientId) -> tuple[Agreement, ...]:
        """The agreements of one client, oldest first; their clauses show the state of today."""
        query = select(AgreementRow).where(AgreementRow.client_id == client_id)
        rows = tuple(self._connection.scalars(query.order_by(AgreementRow.agreed_on, AgreementRow.id)))
        versions = {(version.clause_id, version.number): version for version in self.versions(client_id)}
        places = select(AgreementClauseRow).where(AgreementClauseRow.agreement_id.in_([row.id for row in rows]))
        clauses: defaultdict[int, list[ClauseVersion]] = defaultdict(list)
        for place in self._connection.scalars(places.order_by(AgreementClauseRow.position)):
            clauses[place.agreement_id].append(versions[ClauseId(place.clause_id), place.number])
        return tuple(_agreement(row, tuple(clauses[row.id])) for row in rows)

    def _found(self, query: Versions) -> tuple[ClauseVersion, ...]:
        rows = self._connection.execute(query.order_by(ClauseRow.id, ClauseVersionRow.number))
        return tuple(_version(row, clause) for row, clause in rows)


def _versions() -> Versions:
    return select(ClauseVersionRow, ClauseRow).join(ClauseRow, ClauseRow.id == ClauseVersionRow.clause_id)


def _write_state(row: ClauseVersionRow, version: ClauseVersion) -> None:
    row.state = version.state
    row.review_on = version.review_on
    row.ended_on = version.ended_on


def _place(agreement_id: int, position: int, clause: ClauseVersion) -> AgreementClauseRow:
    row = AgreementClauseRow(agreement_id=agreement_id, position=position)
    row.clause_id, row.number = clause.clause_id, clause.number
    return row


def _version(row: ClauseVersionRow, clause: ClauseRow) -> ClauseVersion:
    return ClauseVersion(
        clause_id=ClauseId(clause.id),
        client_id=ClientId(clause.client_id),
        topic=clause.topic,
        number=row.number,
        wording=row.wording,
        state=row.state,
        effective_on=row.effective_on,
        review_on=row.review_on,
        ended_on=row.ended_on,
        negotiated=row.negotiated,
        words_of=row.words_of,
    )


def _agreement(row: AgreementRow, clauses: tuple[ClauseVersion, ...]) -> Agreement:
    return Agreement(
        id=AgreementId(row.id),
        client_id=ClientId(row.client_id),
        agreed_on=row.agreed_on,
        how=row.how,
        review_on=row.review_on,
        clauses=clauses,
        fingerprint=row.fingerprint,
    )
