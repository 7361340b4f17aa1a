"""The instruments: those that come with the app, those of the counselor's own, and what each form was scored with."""

from dataclasses import replace
from functools import cache

from vitalshift_desktop.domain.measures.administration import Administration
from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.services.instrument_files import read_kept
from vitalshift_desktop.services.instrument_writing import fingerprint, instrument_text
from vitalshift_desktop.services.shipped_instruments import (
    checkin_form,
    instrument,
    instruments,
    with_critical_item,
)
from vitalshift_desktop.vault.records.instruments import StoredDefinition
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

__all__ = ["checkin_form", "instrument", "instruments", "with_critical_item"]  # they lie where no vault is needed


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


def definition_of(work: UnitOfWork, administration: Administration) -> Instrument:
    """What a form was scored with, whatever became of its instrument since; raises NotFound."""
    stored = _stored(work, administration)
    return _read(stored) if stored is not None else instrument_of(work, administration.instrument_id)


def _stored(work: UnitOfWork, administration: Administration) -> StoredDefinition | None:
    if administration.definition_id is not None:
        return work.definitions.get(administration.definition_id)
    return work.definitions.latest(administration.instrument_id, administration.instrument_version)


def _read(stored: StoredDefinition) -> Instrument:
    shipped = instruments().get(stored.instrument_id)
    if shipped is not None and _shipped_fingerprints()[shipped.id] == stored.fingerprint:
        return shipped
    return read_kept(stored.text, stored.instrument_id)


def _fingerprint(form: Instrument) -> str:
    shipped = instruments().get(form.id)
    return _shipped_fingerprints()[form.id] if shipped is form else fingerprint(form)


@cache
def _shipped_fingerprints() -> dict[str, str]:
    return {found.id: fingerprint(found) for found in instruments().values()}


class FormDefinitions:
    """What many forms were scored with; each definition is read once, that of forms from before they were kept too."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._known: dict[tuple[int | None, str, str], Instrument] = {}

    def of(self, form: Administration) -> Instrument:
        """The definition of one form; raises NotFound."""
        which = (form.definition_id, form.instrument_id, form.instrument_version)
        if which not in self._known:
            self._known[which] = definition_of(self._work, form)
        return self._known[which]
