"""Who agreed, signed pages, copies, and pages that wait for a signature: rows to domain and back."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.agreeing import Party, Stroke
from vitalshift_desktop.domain.agreement_copies import AgreementCopy, CopyId, SigningPage
from vitalshift_desktop.domain.agreements import AgreementId, DraftClause
from vitalshift_desktop.domain.attachments import AttachmentId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.vault.records.refusals import insert, refusals_told
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of, rows
from vitalshift_desktop.vault.tables.agreeing import (
    AgreementCopyRow,
    AgreementPartyRow,
    AgreementScanRow,
    SigningPageClauseRow,
    SigningPageRow,
)
from vitalshift_desktop.vault.tables.agreements import AgreementRow

_PARTIES = (
    select(AgreementPartyRow.agreement_id, AgreementPartyRow.kind, AgreementPartyRow.name, AgreementPartyRow.drawing)
    .where(among(AgreementPartyRow.agreement_id))
    .order_by(AgreementPartyRow.agreement_id, AgreementPartyRow.position)
)
_SCANS = (
    select(AgreementScanRow.agreement_id, AgreementScanRow.attachment_id)
    .where(among(AgreementScanRow.agreement_id))
    .order_by(AgreementScanRow.agreement_id, AgreementScanRow.attachment_id)
)
_COPIES = (
    select(*columns_of(AgreementCopyRow, AgreementCopy))
    .where(among(AgreementCopyRow.agreement_id))
    .order_by(AgreementCopyRow.on, AgreementCopyRow.id)
)
_IS_SIGNED = select(AgreementRow.id).where(AgreementRow.serial == SigningPageRow.serial).exists()
_PAGES = select(
    SigningPageRow.serial, SigningPageRow.client_id, SigningPageRow.printed_on, SigningPageRow.review_on
).order_by(SigningPageRow.printed_on, SigningPageRow.serial)
_WAITING = _PAGES.where(
    SigningPageRow.client_id == bindparam("client"), SigningPageRow.set_aside_on.is_(None), ~_IS_SIGNED
)
_ON_PAGES = (
    select(SigningPageClauseRow.serial, *columns_of(SigningPageClauseRow, DraftClause))
    .where(among(SigningPageClauseRow.serial))
    .order_by(SigningPageClauseRow.serial, SigningPageClauseRow.position)
)


def write_parties(connection: Connection, agreement_id: int, parties: Sequence[Party]) -> None:
    """Write who agreed, in their order."""
    insert(
        connection,
        [
            AgreementPartyRow(
                agreement_id=agreement_id,
                position=place,
                kind=one.kind,
                name=one.name,
                drawing=json.dumps(one.strokes, separators=(",", ":")) if one.strokes else "",
            )
            for place, one in enumerate(parties)
        ],
    )


def read_parties(connection: Connection, ids: Collection[int]) -> dict[int, tuple[Party, ...]]:
    """Who agreed to each of these agreements; those of earlier versions name nobody."""
    found: defaultdict[int, list[Party]] = defaultdict(list)
    for agreement_id, kind, name, drawing in rows(connection, _PARTIES, ids=list(ids)):
        found[agreement_id].append(Party(kind, name, _strokes(drawing)))
    return {one: tuple(parties) for one, parties in found.items()}


class AgreeingShelf(Shelf):
    """What stands around the agreements of the vault."""

    def add_scan(self, agreement_id: AgreementId, attachment_id: AttachmentId) -> None:
        """Say that a document shows the signed page. AlreadyRecorded when it does so already."""
        insert(self._connection, [AgreementScanRow(agreement_id=agreement_id, attachment_id=attachment_id)])

    def remove_scan(self, agreement_id: AgreementId, attachment_id: AttachmentId) -> None:
        """Take a document off an agreement; the document stays."""
        which = delete(AgreementScanRow).where(
            AgreementScanRow.agreement_id == agreement_id, AgreementScanRow.attachment_id == attachment_id
        )
        with refusals_told():
            self._connection.connection().execute(which)

    def scans(self, ids: Collection[AgreementId]) -> dict[AgreementId, tuple[AttachmentId, ...]]:
        """The documents that show the signed pages of these agreements."""
        found: defaultdict[AgreementId, list[AttachmentId]] = defaultdict(list)
        for agreement_id, attachment_id in self._rows(_SCANS, ids=list(ids)):
            found[AgreementId(agreement_id)].append(AttachmentId(attachment_id))
        return {one: tuple(scans) for one, scans in found.items()}

    def add_copy(self, copy: AgreementCopy) -> AgreementCopy:
        """Write that somebody received an agreement, and give it its id; an id of 0 means the next free one."""
        row = AgreementCopyRow(id=copy.id or None, agreement_id=copy.agreement_id, on=copy.on, to_whom=copy.to_whom)
        row.way, row.serial = copy.way, copy.serial
        insert(self._connection, [row])
        return replace(copy, id=CopyId(row.id))

    def remove_copy(self, copy_id: CopyId) -> None:
        """Take out what was entered by hand; AlreadyRecorded for a page of ours."""
        with refusals_told():
            self._connection.connection().execute(delete(AgreementCopyRow).where(AgreementCopyRow.id == copy_id))

    def copies(self, ids: Collection[AgreementId]) -> tuple[AgreementCopy, ...]:
        """Who received these agreements, oldest first."""
        return tuple(AgreementCopy(*row) for row in self._rows(_COPIES, ids=list(ids)))

    def add_page(self, page: SigningPage) -> None:
        """Write a page that was printed for signing, with its clauses."""
        row = SigningPageRow(serial=page.serial, client_id=page.client_id, printed_on=page.printed_on)
        row.review_on, row.clause_count = page.review_on, len(page.clauses)
        insert(self._connection, [row])
        insert(self._connection, [_on_page(page.serial, place, one) for place, one in enumerate(page.clauses)])

    def set_page_aside(self, client_id: ClientId, serial: str, on: date | None) -> None:
        """Let a page of this client wait no longer, or again for None. Raises NotFound."""
        which = update(SigningPageRow).where(SigningPageRow.serial == serial, SigningPageRow.client_id == client_id)
        with refusals_told():
            done = self._connection.connection().execute(which.values(set_aside_on=on))
        if not done.rowcount:
            raise NotFound

    def waiting(self, client_id: ClientId) -> tuple[SigningPage, ...]:
        """The pages of one client that were neither signed nor set aside, oldest first."""
        return self._pages(_WAITING, client=client_id)

    def _pages(self, which: Question, **values: object) -> tuple[SigningPage, ...]:
        found = self._rows(which, **values)
        if not found:
            return ()
        clauses: defaultdict[str, list[DraftClause]] = defaultdict(list)
        for serial, *clause in self._rows(_ON_PAGES, ids=[row.serial for row in found]):
            clauses[serial].append(DraftClause(*clause))
        return tuple(
            SigningPage(row.serial, ClientId(row.client_id), row.printed_on, row.review_on, tuple(clauses[row.serial]))
            for row in found
        )


def _strokes(drawing: str) -> tuple[Stroke, ...]:
    return tuple(tuple((x, y) for x, y in stroke) for stroke in json.loads(drawing)) if drawing else ()


def _on_page(serial: str, place: int, clause: DraftClause) -> SigningPageClauseRow:
    row = SigningPageClauseRow(serial=serial, position=place, topic=clause.topic, wording=clause.wording)
    row.negotiated, row.words_of = clause.negotiated, clause.words_of
    row.reason, row.clause_id = clause.reason, clause.clause_id
    return row
