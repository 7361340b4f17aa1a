"""What stands above the scores of an instrument: its state, form, licence, critical item and version."""

from collections.abc import Iterator
from datetime import date

from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.measures.own_instruments import LicenceRecord, Listed
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.settings.instrument_words import Figure, counts_words, pattern_words
from vitalshift_desktop.ui.settings.state_words import origin_words, state_words, used_words
from vitalshift_desktop.vocabulary.figure_words import licence_words, source_words
from vitalshift_desktop.words import _


def facts_of(listed: Listed, clients: int) -> Iterator[Figure]:
    """Everything about an instrument but its items and scores; `clients` is with how many it is in use."""
    form = listed.instrument
    yield Figure(_("State"), " ".join(part for part in (state_words(listed), ended(used_words(clients))) if part))
    yield Figure(_("Form"), counts_words(form), form.source)
    yield Figure(_("License"), licence_words(form.licence), form.notice)
    for record in listed.licences:
        yield _licence(record)
    yield from _of_form(form)
    version = _("{version}, {origin}").format(version=form.version, origin=origin_words(listed.origin))
    yield Figure(_("Version"), version)


def ended(words: str) -> str:
    """The words as a sentence."""
    return f"{words[:1].upper()}{words[1:]}." if words and not words.endswith(".") else words


def _of_form(form: Instrument) -> Iterator[Figure]:
    if form.critical is not None:
        words = _("Item {item}, about {topic}: an answer of {at} or more, or a blank, always comes up for review.")
        critical = form.critical
        yield Figure(_("Answer to review"), words.format(item=critical.item, topic=critical.topic, at=critical.at))
    for flag in form.flags:
        yield Figure(_("May be ticked"), flag.words)
    if form.pattern is not None:
        yield Figure(_("Pattern"), pattern_words(form.pattern), source_words(form.pattern.source))


def _licence(record: LicenceRecord) -> Figure:
    details = record.details
    parts = [part for part in (details.granted_by, details.reference) if part]
    noted = _("Noted on {day}. {until}").format(day=full_day(record.noted_on), until=_until(details.valid_until))
    return Figure(_("License noted"), ", ".join(parts), noted)


def _until(day: date | None) -> str:
    return _("It does not run out.") if day is None else _("Until {day}.").format(day=full_day(day))
