"""Worksheets for before and after, and the consultation log: rows to domain and back."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict, replace

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.boundary_events import WorksheetId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consultations import Consultation, ConsultationDetails, ConsultationId
from vitalshift_desktop.domain.problems import NoteChangedElsewhere
from vitalshift_desktop.domain.worksheets import Before, Worksheet, WorksheetAddition
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.worksheets import ConsultationRow, WorksheetAdditionRow, WorksheetRow

_HEAD = (
    "id", "client_id", "written_on", "written_at", "changed_at", "clause_id", "version", "happened",
    "happened_on", "closed_at", "signer",
)  # fmt: skip
_ALL = select(*(getattr(WorksheetRow, name) for name in _HEAD), *columns_of(WorksheetRow, Before)).order_by(
    WorksheetRow.written_at.desc(), WorksheetRow.id.desc()
)
_ONE = _ALL.where(WorksheetRow.id == bindparam("worksheet"))
_OF_CLIENT = _ALL.where(WorksheetRow.client_id == bindparam("client"))
_ADDITIONS = (
    select(WorksheetAdditionRow.worksheet_id, *columns_of(WorksheetAdditionRow, WorksheetAddition))
    .where(among(WorksheetAdditionRow.worksheet_id))
    .order_by(WorksheetAdditionRow.id)
)
_ENTRY = ("id", "client_id", "recorded_at", "signer", "replaces_id")
_LOG = select(
    *(getattr(ConsultationRow, name) for name in _ENTRY), *columns_of(ConsultationRow, ConsultationDetails)
).order_by(ConsultationRow.id)
_LOG_OF_CLIENT = _LOG.where(ConsultationRow.client_id == bindparam("client"))
_ONE_ENTRY = _LOG.where(ConsultationRow.id == bindparam("entry"))


class WorksheetShelf(Shelf):
    """The worksheets of the vault; a closed one is only added to."""

    def add(self, worksheet: Worksheet) -> Worksheet:
        """Write a new worksheet and give it its id; the id it came with is not used."""
        row = _write(WorksheetRow(), worksheet)
        insert(self._connection, [row])
        return replace(worksheet, id=WorksheetId(row.id))

    def restore(self, worksheet: Worksheet) -> None:
        """Write a removed worksheet again under its old id."""
        insert(self._connection, [_write(WorksheetRow(id=worksheet.id), worksheet)])

    def save(self, worksheet: Worksheet, *, expected_version: int) -> None:
        """Write what changed, or close it; raises NotFound, AlreadyRecorded or NoteChangedElsewhere."""
        row = self._row(worksheet.id)
        if row.version != expected_version:
            raise NoteChangedElsewhere
        _write(row, worksheet)
        flush(self._connection)

    def append(self, worksheet: Worksheet) -> None:
        """Write what was added to a closed worksheet; raises WorksheetIsOpen."""
        known = len(self._additions([worksheet.id])[worksheet.id])
        for added in worksheet.additions[known:]:
            insert(self._connection, [WorksheetAdditionRow(worksheet_id=worksheet.id, **asdict(added))])

    def remove(self, worksheet_id: WorksheetId) -> Worksheet:
        """Take an open worksheet out and hand it back; raises NotFound or AlreadyRecorded."""
        worksheet = self.get(worksheet_id)
        delete(self._connection, self._row(worksheet_id))
        self._connection.expire_all()
        return worksheet

    def get(self, worksheet_id: WorksheetId) -> Worksheet:
        """One worksheet; raises NotFound."""
        return found(next(iter(self._found(_ONE, worksheet=worksheet_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[Worksheet, ...]:
        """The worksheets about one client, the newest first."""
        return self._found(_OF_CLIENT, client=client_id)

    def _found(self, which: Question, **values: object) -> tuple[Worksheet, ...]:
        rows = self._rows(which, **values)
        additions = self._additions([row.id for row in rows if row.closed_at])
        return tuple(_worksheet(row, tuple(additions[row.id])) for row in rows)

    def _additions(self, ids: Collection[int]) -> defaultdict[int, list[WorksheetAddition]]:
        additions: defaultdict[int, list[WorksheetAddition]] = defaultdict(list)
        if ids:
            for worksheet_id, *added in self._rows(_ADDITIONS, ids=list(ids)):
                additions[worksheet_id].append(WorksheetAddition(*added))
        return additions

    def _row(self, worksheet_id: WorksheetId) -> WorksheetRow:
        return found(self._connection.get(WorksheetRow, worksheet_id))


class ConsultationShelf(Shelf):
    """The consultation log of the vault; entries are added, never changed."""

    def add(self, entry: Consultation) -> Consultation:
        """Write a new entry and give it its id; AlreadyRecorded where another already stands in its place."""
        row = ConsultationRow(**asdict(entry.details))
        for name in _ENTRY[1:]:
            setattr(row, name, getattr(entry, name))
        insert(self._connection, [row])
        return replace(entry, id=ConsultationId(row.id))

    def get(self, entry_id: ConsultationId) -> Consultation:
        """One entry; raises NotFound."""
        return found(next(iter(self._found(_ONE_ENTRY, entry=entry_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[Consultation, ...]:
        """Every entry about one client, corrected ones among them, in the order they were written."""
        return self._found(_LOG_OF_CLIENT, client=client_id)

    def all(self) -> tuple[Consultation, ...]:
        """Every entry of the practice, corrected ones among them, in the order they were written."""
        return self._found(_LOG)

    def _found(self, which: Question, **values: object) -> tuple[Consultation, ...]:
        return tuple(_entry(row) for row in self._rows(which, **values))


def _write(row: WorksheetRow, worksheet: Worksheet) -> WorksheetRow:
    for name in _HEAD[1:]:
        setattr(row, name, getattr(worksheet, name))
    for name, value in asdict(worksheet.before).items():
        setattr(row, name, value)
    return row


def _worksheet(row: Answer, additions: tuple[WorksheetAddition, ...]) -> Worksheet:
    head = dict(zip(_HEAD, row[: len(_HEAD)], strict=True))
    return Worksheet(before=Before(*row[len(_HEAD) :]), additions=additions, **head)


def _entry(row: Answer) -> Consultation:
    head = dict(zip(_ENTRY, row[: len(_ENTRY)], strict=True))
    return Consultation(details=ConsultationDetails(*row[len(_ENTRY) :]), **head)
