"""An instrument in plain words: its key, bands, cut-offs and change values, each with where it was seen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from vitalshift_desktop.domain.measures.figures import Source
from vitalshift_desktop.domain.measures.instrument import (
    ChangeValue,
    ClinicalSide,
    Cutoff,
    Direction,
    Instrument,
    Licence,
    Pattern,
    Rule,
    Score,
)
from vitalshift_desktop.vocabulary.figure_words import no_published_value, source_words
from vitalshift_desktop.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of "Where these numbers come from": what it is, the value in words, and its source in words."""

    name: str
    value: str
    source: str = ""


def number(value: float) -> str:
    """A figure without needless decimals."""
    return f"{value:g}"


def item_numbers(items: Iterable[int]) -> str:
    """Such as "1 to 4, 9": runs of three or more are drawn together."""
    runs: list[list[int]] = []
    for item in sorted(items):
        if runs and item == runs[-1][-1] + 1:
            runs[-1].append(item)
        else:
            runs.append([item])
    return ", ".join(
        _("{first} to {last}").format(first=run[0], last=run[-1]) if len(run) > 2 else ", ".join(map(str, run))
        for run in runs
    )


def counts_words(instrument: Instrument) -> str:
    """Such as "9 items, 0 to 3"."""
    n = len(instrument.items)
    items = ngettext("{n} item", "{n} items", n).format(n=n)
    return _("{items}, {low} to {high}").format(items=items, low=instrument.low, high=instrument.high)


def direction_words(direction: Direction) -> str:
    """Which way is better."""
    return {Direction.HIGHER: _("higher is better"), Direction.LOWER: _("lower is better")}[direction]


def key_words(score: Score) -> str:
    """How a score is made of its items."""
    rule = {Rule.SUM: _("Sum"), Rule.MEAN: _("Mean"), Rule.HIGHEST: _("Highest")}[score.rule]
    parts = [_("{rule} of items {items}").format(rule=rule, items=item_numbers(score.items))]
    if score.reversed:
        parts.append(_("turned round: {items}").format(items=item_numbers(score.reversed)))
    if score.factor != 1:
        parts.append(_("times {factor}").format(factor=number(float(score.factor))))
    if score.may_miss:
        words = ngettext("{n} item may be blank", "{n} items may be blank", score.may_miss)
        parts.append(words.format(n=score.may_miss))
    else:
        parts.append(_("no total with a blank") if score.key == "total" else _("no score with a blank"))
    return "; ".join(parts)


def figures_of(score: Score, instrument: Instrument) -> Iterator[Figure]:
    """Everything published about a score; what nobody published is said too."""
    ends = _("{low} to {high}, {direction}").format(
        low=number(score.low), high=number(score.high), direction=direction_words(score.direction)
    )
    is_first = score is instrument.scores[0]  # one source for the whole key
    source = _source(instrument, instrument.key_source) if instrument.key_source and is_first else ""
    yield Figure(_("Key"), key_words(score), source)
    yield Figure(_("Range"), ends)
    if not is_first and _is_plain(score):
        yield Figure(_("Bands, cut-off, change"), no_published_value())
        return
    yield from _bands(score, instrument)
    yield from _cutoffs(score, instrument)
    yield from _changes(score, instrument)
    for norm in score.norms:
        n = _(", {n} people").format(n=f"{norm.n:,}") if norm.n is not None else ""
        value = _("mean {mean}, standard deviation {sd}{n}").format(mean=number(norm.mean), sd=number(norm.sd), n=n)
        yield Figure(_("Norm, {group}").format(group=norm.group), value, _source(instrument, norm.source))
    for known in score.reliabilities:
        name = _("Reliability, {kind}").format(kind=known.kind)
        yield Figure(name, number(known.value), _source(instrument, known.source))


def pattern_words(pattern: Pattern) -> str:
    """A published pattern of answers; counts, never a diagnosis."""
    groups = ", ".join(
        _("{needed} of items {items}").format(needed=needed, items=item_numbers(items))
        for items, needed in pattern.groups.values()
    )
    return _(
        "An item counts from {at} on; needed are at least {groups}. Shown as counts, never as a diagnosis."
    ).format(at=pattern.endorsed_from, groups=groups)


def cutoff_words(cutoff: Cutoff) -> str:
    """Such as "10 or more"."""
    at = number(cutoff.at)
    return (
        _("{at} or more").format(at=at) if cutoff.side is ClinicalSide.AT_OR_ABOVE else _("{at} or less").format(at=at)
    )


def change_words(change: ChangeValue) -> str:
    """Such as "6 points or more, at 95 percent"."""
    words = _("{points} points or more").format(points=number(change.points))
    if change.confidence is None:
        return words
    return _("{words}, at {confidence} percent").format(words=words, confidence=change.confidence)


def _source(instrument: Instrument, source: Source) -> str:
    """Where a figure was seen; what the counselor entered is the counselor's, whatever its tag."""
    if instrument.licence is Licence.OWN:
        return _("As you noted it: {where}").format(where=source.words)
    return source_words(source)


def _bands(score: Score, instrument: Instrument) -> Iterator[Figure]:
    bands = score.bands
    if bands is None:
        yield Figure(_("Bands"), no_published_value())
        return
    whole = score.rule is Rule.SUM and score.factor.denominator == 1 and not score.may_miss
    named = []
    for band, following in pairwise([*bands.bands, None]):
        if band is None:
            continue
        if following is None:
            ends = _("{low} to {high}").format(low=number(band.low), high=number(score.high))
        elif whole:
            ends = _("{low} to {high}").format(low=number(band.low), high=number(following.low - 1))
        else:
            ends = _("{low} to under {high}").format(low=number(band.low), high=number(following.low))
        named.append(f"{ends} {band.name}")
    yield Figure(_("Bands"), "; ".join(named), _source(instrument, bands.source))


def _cutoffs(score: Score, instrument: Instrument) -> Iterator[Figure]:
    if not score.cutoffs:
        yield Figure(_("Cut-off"), no_published_value())
    for cutoff in score.cutoffs:
        named = cutoff.name and cutoff.name != instrument.name
        name = _("Cut-off, {name}").format(name=cutoff.name) if named else _("Cut-off")
        yield Figure(name, cutoff_words(cutoff), _source(instrument, cutoff.source))


def _changes(score: Score, instrument: Instrument) -> Iterator[Figure]:
    if not score.changes:
        yield Figure(_("Reliable change"), no_published_value())
    for change in score.changes:
        source = _source(instrument, change.source)
        words = f"{source.rstrip('.')}. {change.note}" if change.note else source
        yield Figure(_("Reliable change"), change_words(change), words)


def _is_plain(score: Score) -> bool:
    """Whether nothing is published about a score but its key."""
    return not (score.bands or score.cutoffs or score.changes or score.norms or score.reliabilities)
