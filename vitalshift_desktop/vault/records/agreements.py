"""Clauses, their versions and the agreements made of them: rows to domain and back."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import fields, replace
from datetime import date

from sqlalchemy import bindparam, select, text

from vitalshift_desktop.domain.agreements import (
    Agreement,
    AgreementId,
    ClauseId,
    ClauseState,
    ClauseVersion,
    Topic,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.vault.records.agreeing import read_parties, write_parties
from vitalshift_desktop.vault.records.going_on import is_going_on
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among
from vitalshift_desktop.vault.tables.agreements import AgreementClauseRow, AgreementRow, ClauseRow, ClauseVersionRow

_ABOUT_CLAUSE = ("client_id", "topic")
_VERSION = tuple(
    getattr(ClauseRow if field.name in _ABOUT_CLAUSE else ClauseVersionRow, field.name)
    for field in fields(ClauseVersion)
)
_VERSIONS = (
    select(*_VERSION)
    .join(ClauseRow, ClauseRow.id == ClauseVersionRow.clause_id)
    .order_by(ClauseRow.id, ClauseVersionRow.number)
)
_IS_IN_FORCE = ClauseVersionRow.state == ClauseState.IN_FORCE
_IN_FORCE = _VERSIONS.where(ClauseRow.id == bindparam("clause"), _IS_IN_FORCE)
_NUMBERS = select(ClauseVersionRow.number).where(ClauseVersionRow.clause_id == bindparam("clause"))
_OF_CLIENT = _VERSIONS.where(ClauseRow.client_id == bindparam("client"))
_IN_FORCE_OF = _VERSIONS.where(among(ClauseRow.client_id), _IS_IN_FORCE)
_ABOUT = _VERSIONS.where(among(ClauseRow.client_id), ClauseRow.topic == bindparam("topic"))
_DUE = _VERSIONS.where(is_going_on(ClauseRow.client_id), _IS_IN_FORCE, ClauseVersionRow.review_on <= bindparam("day"))
_WITH_ANY = (
    select(ClauseRow.client_id)
    .join(ClauseVersionRow, ClauseVersionRow.clause_id == ClauseRow.id)
    .where(among(ClauseRow.client_id), _IS_IN_FORCE)
    .distinct()
)
_AGREEMENTS = select(
    AgreementRow.id,
    AgreementRow.client_id,
    AgreementRow.agreed_on,
    AgreementRow.how,
    AgreementRow.review_on,
    AgreementRow.fingerprint,
    AgreementRow.words,
    AgreementRow.serial,
)
_AGREED_WITH = _AGREEMENTS.where(AgreementRow.client_id == bindparam("client")).order_by(
    AgreementRow.agreed_on, AgreementRow.id
)
_AGREED_AFTER = (
    _AGREEMENTS.where(AgreementRow.id > bindparam("last")).order_by(AgreementRow.id).limit(bindparam("most"))
)
_ONE_AGREED = _AGREEMENTS.where(AgreementRow.id == bindparam("agreement"))
_IN_THEM = (
    select(AgreementClauseRow.agreement_id, *_VERSION)
    .join(
        ClauseVersionRow,
        (ClauseVersionRow.clause_id == AgreementClauseRow.clause_id)
        & (ClauseVersionRow.number == AgreementClauseRow.number),
    )
    .join(ClauseRow, ClauseRow.id == ClauseVersionRow.clause_id)
    .where(among(AgreementClauseRow.agreement_id))
    .order_by(AgreementClauseRow.agreement_id, AgreementClauseRow.position)
)
# The trail keeps no fingerprint of agreements made with versions 0.1 to 0.4; none is ever taken out.
_OTHERWISE = text(
    "SELECT agreed_id FROM ("
    " SELECT CAST(substr(obj, 11) AS INTEGER) AS agreed_id, json_extract(detail, '$.fingerprint') AS kept, max(id)"
    " FROM audit WHERE what = 'clause.agreed' AND obj LIKE 'agreement:%' GROUP BY obj"
    ") LEFT JOIN agreement ON agreement.id = agreed_id"
    " WHERE agreement.id IS NULL OR (kept IS NOT NULL AND agreement.fingerprint <> kept)"
)


class AgreementShelf(Shelf):
    """The clauses and agreements of the vault."""

    def add_clause(self, client_id: ClientId, topic: Topic) -> ClauseId:
        """Write a new clause, still without wording, and give its id."""
        row = ClauseRow(client_id=client_id, topic=topic)
        insert(self._connection, [row])
        return ClauseId(row.id)

    def add_version(self, version: ClauseVersion) -> None:
        """Write a new version of a clause. AlreadyRecorded when its number is taken."""
        row = ClauseVersionRow(clause_id=version.clause_id, number=version.number)
        _write_words(row, version)
        _write_state(row, version)
        insert(self._connection, [row])

    def save_draft(self, version: ClauseVersion) -> None:
        """Write all of a version that was only proposed until now; raises NotFound, AlreadyRecorded once agreed."""
        row = found(self._connection.get(ClauseVersionRow, (version.clause_id, version.number)))
        _write_words(row, version)
        _write_state(row, version)
        flush(self._connection)

    def remove_draft(self, version: ClauseVersion) -> None:
        """Take a draft out, and its clause with it when it has no other version. Raises as `save_draft` does."""
        key = (version.clause_id, version.number)
        delete(self._connection, found(self._connection.get(ClauseVersionRow, key)))
        if not self._rows(_NUMBERS, clause=version.clause_id):
            delete(self._connection, found(self._connection.get(ClauseRow, version.clause_id)))

    def save_version(self, version: ClauseVersion) -> None:
        """Write the state of a version and its days of review and end; its wording stays. Raises NotFound."""
        key = (version.clause_id, version.number)
        _write_state(found(self._connection.get(ClauseVersionRow, key)), version)
        flush(self._connection)

    def version_in_force(self, clause_id: ClauseId) -> ClauseVersion | None:
        """The version of a clause that is in force, if there is one."""
        return next(iter(self._found(_IN_FORCE, clause=clause_id)), None)

    def in_force_of(self, client_ids: Collection[ClientId]) -> tuple[ClauseVersion, ...]:
        """The versions in force with some clients."""
        return self._found(_IN_FORCE_OF, ids=list(client_ids))

    def on_topic(self, client_ids: Collection[ClientId], topic: Topic) -> tuple[ClauseVersion, ...]:
        """Every version of every clause on one topic of some clients, clause by clause, oldest first."""
        return self._found(_ABOUT, ids=list(client_ids), topic=topic)

    def versions(self, client_id: ClientId) -> tuple[ClauseVersion, ...]:
        """Every version of every clause of one client, clause by clause, oldest first."""
        return self._found(_OF_CLIENT, client=client_id)

    def due(self, on: date) -> tuple[ClauseVersion, ...]:
        """The versions in force whose review day has come, of all clients whose work is not closed."""
        return self._found(_DUE, day=on)

    def with_any_in_force(self, client_ids: Collection[ClientId]) -> frozenset[ClientId]:
        """Those of these clients with whom at least one clause is in force."""
        return frozenset(client_id for (client_id,) in self._rows(_WITH_ANY, ids=list(client_ids)))

    def add(self, agreement: Agreement) -> Agreement:
        """Write a new agreement over versions already in the vault and give it its id. It is closed at once.

        AlreadyRecorded when the page with its serial was signed before.
        """
        row = AgreementRow(client_id=agreement.client_id, agreed_on=agreement.agreed_on, how=agreement.how)
        row.review_on = agreement.review_on
        row.fingerprint = agreement.fingerprint
        row.clause_count, row.party_count = len(agreement.clauses), len(agreement.parties)
        row.words, row.serial = agreement.words, agreement.serial
        insert(self._connection, [row])
        write_parties(self._connection, row.id, agreement.parties)
        insert(self._connection, [_place(row.id, place, clause) for place, clause in enumerate(agreement.clauses)])
        return replace(agreement, id=AgreementId(row.id))

    def of_client(self, client_id: ClientId) -> tuple[Agreement, ...]:
        """The agreements of one client, oldest first; their clauses show the state of today."""
        return self._whole(_AGREED_WITH, client=client_id)

    def get(self, agreement_id: AgreementId) -> Agreement:
        """One agreement; raises NotFound."""
        return found(next(iter(self._whole(_ONE_AGREED, agreement=agreement_id)), None))

    def after(self, agreement_id: int, most: int) -> tuple[Agreement, ...]:
        """The agreements above this number, at most so many, in order."""
        return self._whole(_AGREED_AFTER, last=agreement_id, most=most)

    def agreed_otherwise(self) -> set[int]:
        """The numbers of agreements that are gone or have another fingerprint, as the audit trail tells."""
        return {int(row[0]) for row in self._connection.execute(_OTHERWISE)}

    def _whole(self, which: Question, **values: object) -> tuple[Agreement, ...]:
        agreed = self._rows(which, **values)
        if not agreed:
            return ()
        ids = [row.id for row in agreed]
        clauses: defaultdict[int, list[ClauseVersion]] = defaultdict(list)
        for agreement_id, *version in self._rows(_IN_THEM, ids=ids):
            clauses[agreement_id].append(ClauseVersion(*version))
        parties = read_parties(self._connection, ids)
        return tuple(
            Agreement(
                id=AgreementId(row.id),
                client_id=ClientId(row.client_id),
                agreed_on=row.agreed_on,
                how=row.how,
                review_on=row.review_on,
                clauses=tuple(clauses[row.id]),
                fingerprint=row.fingerprint,
                parties=parties.get(row.id, ()),
                words=row.words,
                serial=row.serial,
            )
            for row in agreed
        )

    def _found(self, which: Question, **values: object) -> tuple[ClauseVersion, ...]:
        return tuple(ClauseVersion(*row) for row in self._rows(which, **values))


def _write_words(row: ClauseVersionRow, version: ClauseVersion) -> None:
    row.wording = version.wording
    row.effective_on = version.effective_on
    row.negotiated = version.negotiated
    row.words_of = version.words_of
    row.reason = version.reason


def _write_state(row: ClauseVersionRow, version: ClauseVersion) -> None:
    row.state = version.state
    row.review_on = version.review_on
    row.ended_on = version.ended_on


def _place(agreement_id: int, position: int, clause: ClauseVersion) -> AgreementClauseRow:
    row = AgreementClauseRow(agreement_id=agreement_id, position=position)
    row.clause_id, row.number = clause.clause_id, clause.number
    return row
