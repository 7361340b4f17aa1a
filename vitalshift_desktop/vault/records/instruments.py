"""What forms were scored with, own instruments, switches and licences: rows to domain and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, delete, select

from vitalshift_desktop.domain.measures.own_instruments import LicenceDetails, LicenceId, LicenceRecord, Origin
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.vault.records.refusals import flush, insert, refusals_told
from vitalshift_desktop.vault.records.shelf import Question, Shelf
from vitalshift_desktop.vault.tables.client_measures import ClientMeasureRow
from vitalshift_desktop.vault.tables.instruments import (
    DefinitionRow,
    InstrumentSwitchRow,
    LicenceRow,
    OwnInstrumentRow,
)
from vitalshift_desktop.vault.tables.measures import AdministrationRow, NotGivenRow


@dataclass(frozen=True, slots=True)
class StoredDefinition:
    """An instrument's text as it is kept, and the SHA-256 of it."""

    id: int
    instrument_id: str
    version: str
    fingerprint: str
    text: str


@dataclass(frozen=True, slots=True)
class OwnInstrument:
    """An instrument of the counselor's own, with the definition that is in use."""

    instrument_id: str
    origin: Origin
    definition_id: int
    put_away: bool


_DEFINITION = select(
    DefinitionRow.id,
    DefinitionRow.instrument_id,
    DefinitionRow.version,
    DefinitionRow.fingerprint,
    DefinitionRow.definition,
)
_ONE = _DEFINITION.where(DefinitionRow.id == bindparam("definition"))
_OF_INSTRUMENT = _DEFINITION.where(DefinitionRow.instrument_id == bindparam("instrument")).order_by(
    DefinitionRow.id.desc()
)
_IDS = select(DefinitionRow.instrument_id).distinct()
_OWN = select(
    OwnInstrumentRow.instrument_id,
    OwnInstrumentRow.origin,
    OwnInstrumentRow.definition_id,
    OwnInstrumentRow.put_away,
).order_by(OwnInstrumentRow.definition_id)
_SWITCHES = select(InstrumentSwitchRow.instrument_id, InstrumentSwitchRow.is_on)
_LICENCES = select(
    LicenceRow.id,
    LicenceRow.instrument_id,
    LicenceRow.granted_by,
    LicenceRow.reference,
    LicenceRow.valid_until,
    LicenceRow.noted_on,
).order_by(LicenceRow.id.desc())


def _uses() -> tuple[Question, ...]:
    tables = (AdministrationRow, ClientMeasureRow, NotGivenRow)
    return tuple(
        select(table.instrument_id).where(table.instrument_id == bindparam("instrument")).limit(1) for table in tables
    )


_USES = _uses()


class DefinitionShelf(Shelf):
    """The definitions that forms were scored with; written once, never changed, never taken out."""

    def keep(self, instrument_id: str, version: str, fingerprint: str, text: str) -> int:
        """The number of this definition, which is written if it is not there yet."""
        for known in self._of(instrument_id):
            if known.fingerprint == fingerprint:
                return known.id
        row = DefinitionRow(instrument_id=instrument_id, version=version, fingerprint=fingerprint, definition=text)
        insert(self._connection, [row])
        return row.id

    def get(self, definition_id: int) -> StoredDefinition:
        """One definition; raises NotFound."""
        for row in self._rows(_ONE, definition=definition_id):
            return StoredDefinition(*row)
        raise NotFound

    def latest(self, instrument_id: str, version: str) -> StoredDefinition | None:
        """The latest definition of this version that was kept."""
        return next((known for known in self._of(instrument_id) if known.version == version), None)

    def instrument_ids(self) -> frozenset[str]:
        """The ids of all instruments that were ever used or defined here."""
        return frozenset(row[0] for row in self._rows(_IDS))

    def _of(self, instrument_id: str) -> tuple[StoredDefinition, ...]:
        return tuple(StoredDefinition(*row) for row in self._rows(_OF_INSTRUMENT, instrument=instrument_id))


class InstrumentShelf(Shelf):
    """The counselor's own instruments, what is switched on or off, and the licences."""

    def own(self) -> tuple[OwnInstrument, ...]:
        """Every own instrument, in the order of their definitions; those put away as well."""
        return tuple(OwnInstrument(*row) for row in self._rows(_OWN))

    def save(self, own: OwnInstrument) -> None:
        """Write an own instrument, new or in place of what it was."""
        self._connection.merge(
            OwnInstrumentRow(
                instrument_id=own.instrument_id,
                origin=own.origin,
                definition_id=own.definition_id,
                put_away=own.put_away,
            )
        )
        flush(self._connection)

    def remove(self, instrument_id: str) -> None:
        """Take out an own instrument that is used nowhere; raises StillInUse. Its definition is kept."""
        statement = delete(OwnInstrumentRow).where(OwnInstrumentRow.instrument_id == instrument_id)
        with refusals_told():
            self._connection.connection().execute(statement)

    def is_used(self, instrument_id: str) -> bool:
        """Whether a form of it was ever given or noted as not given, or a client is asked for it."""
        return any(self._rows(use, instrument=instrument_id) for use in _USES)

    def switches(self) -> Mapping[str, bool]:
        """What was switched on or off, by id."""
        return {row[0]: row[1] for row in self._rows(_SWITCHES)}

    def switch(self, instrument_id: str, *, is_on: bool) -> None:
        """Switch an instrument on or off."""
        self._connection.merge(InstrumentSwitchRow(instrument_id=instrument_id, is_on=is_on))
        flush(self._connection)

    def licences(self) -> Mapping[str, tuple[LicenceRecord, ...]]:
        """Every licence that was noted, by the instrument's id, the latest first."""
        found: dict[str, tuple[LicenceRecord, ...]] = {}
        for number, instrument_id, granted_by, reference, valid_until, noted_on in self._rows(_LICENCES):
            details = LicenceDetails(granted_by, reference, valid_until)
            record = LicenceRecord(LicenceId(number), instrument_id, details, noted_on)
            found[instrument_id] = (*found.get(instrument_id, ()), record)
        return found

    def add_licence(self, instrument_id: str, details: LicenceDetails, noted_on: date) -> LicenceRecord:
        """Note a licence; it is never changed, a later one takes its place."""
        row = LicenceRow(
            instrument_id=instrument_id,
            granted_by=details.granted_by,
            reference=details.reference,
            valid_until=details.valid_until,
            noted_on=noted_on,
        )
        insert(self._connection, [row])
        return LicenceRecord(LicenceId(row.id), instrument_id, details, noted_on)
