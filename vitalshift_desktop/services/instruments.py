"""The instruments that come with the app, read from data."""

import json
from functools import cache

from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Critical, Instrument, Item
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.services.sample_entry import Entry


class InstrumentInvalid(ValueError):
    """The file does not keep to the format of an instrument; the message names the file and what was expected."""


@cache
def instruments() -> dict[str, Instrument]:
    """Every instrument by its id."""
    files = assets_in("instruments", suffix=".json")
    found = [read_instrument(asset_text("instruments", file.name), file.name) for file in files]
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


def read_instrument(text: str, file: str) -> Instrument:
    """One instrument from its file's text; raises InstrumentInvalid, which names the file and what was expected."""
    try:
        return _from_entry(Entry(json.loads(text), file))
    except (ValueError, RecursionError) as error:
        raise InstrumentInvalid(str(error)) from None


def _from_entry(entry: Entry) -> Instrument:
    found = Instrument(
        id=entry.text("id"),
        version=entry.text("version"),
        name=entry.text("name"),
        items=tuple(_item(item) for item in entry.each("items")),
        low=entry.whole("low"),
        high=entry.whole("high"),
        answer_words=entry.texts("answer_words"),
        critical=_critical(entry),
        notice=entry.text("notice", ""),
        source=entry.text("source", ""),
    )
    entry.finish()
    if not found.items or found.low >= found.high:
        raise entry.wrong("items", "questions, and answers from low to high")
    if found.critical_item is not None and not 1 <= found.critical_item <= len(found.items):
        raise entry.wrong("critical_item", "the number of a question")
    return found


def _critical(entry: Entry) -> Critical | None:
    item = entry.maybe_whole("critical_item")
    return None if item is None else Critical(item, 1, "")


def _item(entry: Entry) -> Item:
    item = Item(entry.text("key"), entry.text("client_words"), entry.text("counselor_words", ""))
    entry.finish()
    return item
