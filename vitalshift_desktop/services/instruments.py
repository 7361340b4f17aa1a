"""The instruments that come with the app, read from data."""

import json
from functools import cache

from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument, Item
from vitalshift_desktop.domain.problems import NotFound


@cache
def instruments() -> dict[str, Instrument]:
    """Every instrument by its id."""
    files = assets_in("instruments", suffix=".json")
    found = [_instrument(asset_text("instruments", file.name)) for file in files]
    return {instrument.id: instrument for instrument in found}


def instrument(instrument_id: str) -> Instrument:
    """One instrument; raises NotFound."""
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


def _instrument(text: str) -> Instrument:
    data = json.loads(text)
    return Instrument(
        id=data["id"],
        version=data["version"],
        name=data["name"],
        items=tuple(Item(item["key"], item["client_words"], item.get("counselor_words", "")) for item in data["items"]),
        low=data["low"],
        high=data["high"],
        answer_words=tuple(data["answer_words"]),
        critical_item=data["critical_item"],
        notice=data["notice"],
        source=data["source"],
    )
