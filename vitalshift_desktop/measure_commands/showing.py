"""`measure list` and `measure show`: the instruments that come with the app, and one of them with its figures."""

import json
from argparse import Namespace
from collections.abc import Iterator

from vitalshift_desktop.domain.measures.instrument import ClinicalSide, Direction, Instrument, Licence, Rule, Score
from vitalshift_desktop.measure_commands.report import Report, shown
from vitalshift_desktop.measure_commands.scores import named
from vitalshift_desktop.services.instrument_writing import instrument_text
from vitalshift_desktop.services.shipped_instruments import instruments
from vitalshift_desktop.vocabulary.figure_words import licence_words, no_published_value, source_words
from vitalshift_desktop.words import _


def listed(_parsed: Namespace) -> Report:
    """Every instrument that comes with the app."""
    forms = list(instruments().values())
    widest = max(len(form.id) for form in forms)
    words = tuple(f"{form.id:{widest}}  {form.name}  {_scale(form)}" for form in forms)
    return Report(words, {"instruments": [_entry(form) for form in forms]})


def showed(parsed: Namespace) -> Report:
    """One instrument with its key and its figures, each with its source; raises WrongInput."""
    form = named(parsed.id)
    return Report(tuple(_lines(form)), json.loads(instrument_text(form)))


def _entry(form: Instrument) -> dict[str, object]:
    return {
        "id": form.id,
        "version": form.version,
        "name": form.name,
        "full_name": form.full_name,
        "items": len(form.items),
        "low": form.low,
        "high": form.high,
        "licence": form.licence.value,
        "scores": [one.key for one in form.scores],
    }


def _scale(form: Instrument) -> str:
    said = _("{n} items from {low} to {high}").format(n=len(form.items), low=form.low, high=form.high)
    return _("{said}, numbers only").format(said=said) if form.licence is Licence.SCORING else said


def _lines(form: Instrument) -> Iterator[str]:
    yield _("{name}, version {version}").format(name=form.full_name or form.name, version=form.version)
    yield _scale(form)
    yield licence_words(form.licence)
    yield from filter(None, (form.notice, form.source, form.about))
    if form.critical:
        yield _("Critical item {item}: {topic}").format(item=form.critical.item, topic=form.critical.topic)
    for flag in form.flags:
        yield _("Flag {name}: {words}").format(name=flag.name, words=flag.words)
    for one in form.scores:
        yield from _score_lines(one)


def _score_lines(one: Score) -> Iterator[str]:
    yield _("{key}: {name}, from {low} to {high}, {better}").format(
        key=one.key, name=one.name, low=shown(one.low), high=shown(one.high), better=_better(one.direction)
    )
    yield "  " + _("{how} of items {items}").format(how=_rule(one), items=", ".join(map(str, one.items)))
    if one.reversed:
        yield "  " + _("Turned round: {items}").format(items=", ".join(map(str, sorted(one.reversed))))
    if one.may_miss:
        yield "  " + _("Missing answers that are made up for: {n}").format(n=one.may_miss)
    yield from (f"  {line}" for line in _figures(one))


def _figures(one: Score) -> Iterator[str]:
    if one.bands:
        names = ", ".join(
            _("{band} from {low}").format(band=band.name, low=shown(band.low)) for band in one.bands.bands
        )
        yield f"{names}. {source_words(one.bands.source)}"
    for cutoff in one.cutoffs:
        above = cutoff.side is ClinicalSide.AT_OR_ABOVE
        said = _("Cut-off {at} or more ({name})") if above else _("Cut-off {at} or less ({name})")
        yield f"{said.format(at=shown(cutoff.at), name=cutoff.name)}. {source_words(cutoff.source)}"
    for change in one.changes:
        said = _("Reliable change {points} points").format(points=shown(change.points))
        percent = "" if change.confidence is None else _(", at {n} %").format(n=change.confidence)
        yield f"{said}{percent}. {source_words(change.source)}"
        if change.note:
            yield change.note
    if not one.changes:
        yield _("Reliable change: {none}").format(none=no_published_value())
    for norm in one.norms:
        said = _("{group}: mean {mean}, SD {sd}").format(group=norm.group, mean=shown(norm.mean), sd=shown(norm.sd))
        yield f"{said}. {source_words(norm.source)}"
    for reliability in one.reliabilities:
        said = _("Reliability {value} ({kind})").format(value=shown(reliability.value), kind=reliability.kind)
        yield f"{said}. {source_words(reliability.source)}"


def _better(direction: Direction) -> str:
    return _("higher is better") if direction is Direction.HIGHER else _("lower is better")


def _rule(one: Score) -> str:
    words = {Rule.SUM: _("Sum"), Rule.MEAN: _("Mean"), Rule.HIGHEST: _("Highest answer")}
    return words[one.rule] if one.factor == 1 else f"{words[one.rule]} × {one.factor}"
