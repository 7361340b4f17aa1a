"""The instruments: those that come with the app, those of the counselor's own, and what each form was scored with."""

from dataclasses import replace
from functools import cache

from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.measures.administration import Administration
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.services.instrument_files import read_instrument
from vitalshift_desktop.services.instrument_writing import fingerprint, instrument_text
from vitalshift_desktop.vault.records.instruments import StoredDefinition
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

Definitions = dict[int, Instrument]


@cache
def instruments() -> dict[str, Instrument]:
    """Every instrument that comes with the app, by its id."""
    files = assets_in("instruments", suffix=".json")
    found = [read_instrument(asset_text("instruments", file.name), file.name) for file in files]
    return {instrument.id: instrument for instrument in found}


def instrument(instrument_id: str) -> Instrument:
    """One instrument that comes with the app; raises NotFound."""
    found = instruments().get(instrument_id)
    if found is None:
        raise NotFound
    return found


def checkin_form() -> Instrument:
    """The session check-in."""
    return instrument(CHECKIN)


def with_critical_item() -> tuple[str, ...]:
    """The ids of the instruments that hold a critical item."""
    return tuple(found.id for found in instruments().values() if found.critical_item is not None)


def every_instrument(work: UnitOfWork) -> dict[str, Instrument]:
    """Every instrument as it is now, by its id: those that come with the app, then own ones, put away ones too."""
    own = {one.instrument_id: _read(work.definitions.get(one.definition_id)) for one in work.instruments.own()}
    return {**own, **instruments()} if own else dict(instruments())


def instrument_of(work: UnitOfWork, instrument_id: str) -> Instrument:
    """One instrument as it is now, shipped or own; raises NotFound."""
    found = instruments().get(instrument_id)
    if found is not None:
        return found
    own = next((one for one in work.instruments.own() if one.instrument_id == instrument_id), None)
    if own is None:
        raise NotFound
    return _read(work.definitions.get(own.definition_id))


def kept_with(work: UnitOfWork, administration: Administration, form: Instrument) -> Administration:
    """The form together with the definition it is scored with for ever, which is written if it is not there yet."""
    return replace(administration, definition_id=kept(work, form))


def kept(work: UnitOfWork, form: Instrument) -> int:
    """The number of a definition in the vault, where it is written if it is not there yet."""
    return work.definitions.keep(form.id, form.version, _fingerprint(form), instrument_text(form))


def definition_of(work: UnitOfWork, administration: Administration, known: Definitions | None = None) -> Instrument:
    """What a form was scored with, whatever became of its instrument since; raises NotFound.

    `known` remembers what was read, for many forms at once.
    """
    number = administration.definition_id
    if number is not None and known is not None and number in known:
        return known[number]
    stored = _stored(work, administration)
    found = _read(stored) if stored is not None else instrument_of(work, administration.instrument_id)
    if number is not None and known is not None:
        known[number] = found
    return found


def _stored(work: UnitOfWork, administration: Administration) -> StoredDefinition | None:
    if administration.definition_id is not None:
        return work.definitions.get(administration.definition_id)
    return work.definitions.latest(administration.instrument_id, administration.instrument_version)


def _read(stored: StoredDefinition) -> Instrument:
    shipped = instruments().get(stored.instrument_id)
    if shipped is not None and _shipped_fingerprints()[shipped.id] == stored.fingerprint:
        return shipped
    return read_instrument(stored.text, stored.instrument_id)


def _fingerprint(form: Instrument) -> str:
    shipped = instruments().get(form.id)
    return _shipped_fingerprints()[form.id] if shipped is form else fingerprint(form)


@cache
def _shipped_fingerprints() -> dict[str, str]:
    return {found.id: fingerprint(found) for found in instruments().values()}
