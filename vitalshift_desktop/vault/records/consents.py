"""Consents, releases and who may know what: rows to domain and back."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.attachments import AttachmentId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consents import Consent, ConsentDetails, ConsentId, Withdrawal
from vitalshift_desktop.domain.may_know import MayKnow, MayKnowDetails, MayKnowId
from vitalshift_desktop.vault.records.going_on import is_going_on
from vitalshift_desktop.vault.records.kept_fingerprints import KeptOf, kept_fingerprints
from vitalshift_desktop.vault.records.refusals import found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.consents import (
    ConsentRow,
    ConsentScanRow,
    ConsentWithdrawalRow,
    MayKnowCellRow,
    MayKnowRow,
)

_SCAN = (
    select(ConsentScanRow.attachment_id)
    .where(ConsentScanRow.consent_id == ConsentRow.id)
    .order_by(ConsentScanRow.id.desc())
    .limit(1)
    .scalar_subquery()
)
_CONSENTS = (
    select(
        ConsentRow.id,
        ConsentRow.client_id,
        ConsentRow.recorded_at,
        ConsentRow.corrects_id,
        _SCAN,
        *columns_of(ConsentWithdrawalRow, Withdrawal),
        *columns_of(ConsentRow, ConsentDetails),
    )
    .outerjoin(ConsentWithdrawalRow, ConsentWithdrawalRow.consent_id == ConsentRow.id)
    .order_by(ConsentRow.given_on, ConsentRow.id)
)
_BESIDE, _TAKEN_BACK = 5, len(fields(Withdrawal))
_ONE = _CONSENTS.where(ConsentRow.id == bindparam("consent"))
_OF_CLIENT = _CONSENTS.where(ConsentRow.client_id == bindparam("client"))
_AFTER = (
    _CONSENTS.where(ConsentRow.id > bindparam("last")).order_by(None).order_by(ConsentRow.id).limit(bindparam("most"))
)
_LIMITED = aliased(ConsentRow)
_WITH_LIMITED = _CONSENTS.where(
    is_going_on(ConsentRow.client_id),
    ConsentRow.client_id.in_(select(_LIMITED.client_id).where(_LIMITED.until <= bindparam("day"))),
)
_MAY_KNOW = (
    select(
        MayKnowRow.id,
        MayKnowRow.recorded_at,
        MayKnowRow.agreed_on,
        MayKnowRow.agreed_by,
        MayKnowRow.words,
    )
    .where(MayKnowRow.client_id == bindparam("client"))
    .order_by(MayKnowRow.agreed_on, MayKnowRow.id)
)
_CELLS = (
    select(MayKnowCellRow.may_know_id, MayKnowCellRow.person_id, MayKnowCellRow.what, MayKnowCellRow.answer)
    .where(among(MayKnowCellRow.may_know_id))
    .order_by(MayKnowCellRow.may_know_id, MayKnowCellRow.person_id, MayKnowCellRow.what)
)


class ConsentShelf(Shelf):
    """The consents of the vault. A record never changes; what comes later is written beside it."""

    def add(self, consent: Consent) -> Consent:
        """Write a record and give it its id; AlreadyRecorded when the one it corrects was put right before."""
        row = ConsentRow(client_id=consent.client_id, recorded_at=consent.recorded_at, corrects_id=consent.corrects_id)
        for field in fields(ConsentDetails):
            setattr(row, field.name, getattr(consent.details, field.name))
        insert(self._connection, [row])
        return replace(consent, id=ConsentId(row.id))

    def withdraw(self, consent_id: ConsentId, withdrawal: Withdrawal) -> None:
        """Write that it was taken back; AlreadyRecorded when it was before."""
        row = ConsentWithdrawalRow(consent_id=consent_id, on=withdrawal.on, words=withdrawal.words)
        row.recorded_at = withdrawal.recorded_at
        insert(self._connection, [row])

    def link_scan(self, consent_id: ConsentId, attachment_id: AttachmentId, at: datetime) -> None:
        """Write that this attachment is its scan."""
        insert(self._connection, [ConsentScanRow(consent_id=consent_id, attachment_id=attachment_id, linked_at=at)])

    def get(self, consent_id: ConsentId) -> Consent:
        """One record; raises NotFound."""
        return found(next(_consents(self._rows(_ONE, consent=consent_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[Consent, ...]:
        """The records of one client, those given first first."""
        return tuple(_consents(self._rows(_OF_CLIENT, client=client_id)))

    def after(self, consent_id: int, most: int) -> tuple[Consent, ...]:
        """The records above this number, at most so many, in the order of their numbers."""
        return tuple(_consents(self._rows(_AFTER, last=consent_id, most=most)))

    def kept_fingerprints(self) -> KeptOf:
        """What the audit trail keeps of them."""
        return kept_fingerprints(self._connection, "consent")

    def of_those_ending(self, day: date) -> tuple[Consent, ...]:
        """All records of clients with one whose last day is this day or earlier, if their work is not closed."""
        return tuple(_consents(self._rows(_WITH_LIMITED, day=day)))

    def add_may_know(self, agreed: MayKnow) -> MayKnow:
        """Write who may know what, and give it its id. It is closed at once."""
        details = agreed.details
        row = MayKnowRow(client_id=agreed.client_id, recorded_at=agreed.recorded_at, cell_count=len(details.cells))
        row.agreed_on, row.agreed_by, row.words = details.agreed_on, details.agreed_by, details.words
        insert(self._connection, [row])
        insert(
            self._connection,
            [
                MayKnowCellRow(may_know_id=row.id, person_id=person, what=what, answer=answer)
                for person, what, answer in details.cells
            ],
        )
        return replace(agreed, id=MayKnowId(row.id))

    def may_know(self, client_id: ClientId) -> tuple[MayKnow, ...]:
        """What was agreed for one client, the earliest first."""
        agreed = self._rows(_MAY_KNOW, client=client_id)
        if not agreed:
            return ()
        cells = self._rows(_CELLS, ids=[row.id for row in agreed])
        return tuple(
            MayKnow(
                row.id,
                client_id,
                MayKnowDetails(
                    row.agreed_on,
                    row.agreed_by,
                    tuple((person, what, answer) for owner, person, what, answer in cells if owner == row.id),
                    row.words,
                ),
                row.recorded_at,
            )
            for row in agreed
        )


def _consents(rows: Iterable[Answer]) -> Iterator[Consent]:
    for row in rows:
        consent_id, client_id, recorded_at, corrects_id, scan_id = row[:_BESIDE]
        taken_back = row[_BESIDE : _BESIDE + _TAKEN_BACK]
        yield Consent(
            id=consent_id,
            client_id=client_id,
            details=ConsentDetails(*row[_BESIDE + _TAKEN_BACK :]),
            recorded_at=recorded_at,
            corrects_id=corrects_id,
            withdrawal=Withdrawal(*taken_back) if taken_back[0] is not None else None,
            scan_id=scan_id,
        )
