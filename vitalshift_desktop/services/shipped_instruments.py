"""The instruments that come with the app, read from their files; needs no vault."""

from functools import cache

from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.services.instrument_files import read_instrument


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
