"""A measure that the counselor defines: items, range, direction, turned items, a cut-off and a change value."""

from dataclasses import dataclass, replace
from fractions import Fraction

from vitalshift_desktop.domain.measures.figures import Source, Standing
from vitalshift_desktop.domain.measures.instrument import (
    TOTAL,
    ChangeValue,
    ClinicalSide,
    Critical,
    Cutoff,
    Direction,
    Instrument,
    Item,
    Licence,
    Rule,
    Score,
)
from vitalshift_desktop.domain.measures.scoring import ends_of
from vitalshift_desktop.domain.measures.soundness import HIGHEST, LONGEST_TEXT, LONGEST_WORD, LOWEST, MOST_ITEMS
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import (
    FigureOffScale,
    ScaleImpossible,
    SourceIsMissing,
    TextIsMissing,
    TextTooLong,
)

OWN_PREFIX = "own_"
MILLIMETRES = Fraction(1, 10)
_TOTAL_NAME = "Total"


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """A cut-off or a change value in units of the score, and where it was seen; the source is never left out."""

    value: float
    source: str


@dataclass(frozen=True, slots=True)
class CustomMeasure:
    """A measure of the counselor's own.

    `low` and `high` are the ends of each answer; with `in_millimetres` answers are whole millimetres of a line, and
    the score counts centimetres. `reversed` are the turned items, from 1. `critical` is an item whose answer is to be
    reviewed whenever it reaches a threshold; without a topic of its own it is told by the item's words.
    """

    name: str
    items: tuple[str, ...]
    low: int
    high: int
    direction: Direction
    source: str
    rule: Rule = Rule.SUM
    reversed: frozenset[int] = frozenset()
    in_millimetres: bool = False
    cutoff: OwnFigure | None = None
    change: OwnFigure | None = None
    asks: str = ""
    answer_words: tuple[str, ...] = ()
    critical: Critical | None = None

    def checked(self) -> "CustomMeasure":
        """Trimmed, and fit to be scored.

        Raises TextIsMissing (a name, an item), SourceIsMissing (of the measure or of a figure), ScaleImpossible,
        FigureOffScale, TextTooLong or HiddenCharacters.
        """
        measure = self._trimmed()
        _check_texts(measure)
        if not LOWEST <= measure.low < measure.high <= HIGHEST or not 1 <= len(measure.items) <= MOST_ITEMS:
            raise ScaleImpossible
        if not measure.reversed <= set(range(1, len(measure.items) + 1)):
            raise ScaleImpossible
        if measure.critical is not None and not _is_possible(measure.critical, measure):
            raise ScaleImpossible
        if len(measure.answer_words) not in (0, measure.high - measure.low + 1):
            raise ScaleImpossible
        _check_figures(measure)
        return measure

    def instrument(self, instrument_id: str, version: str) -> Instrument:
        """The measure as an instrument of this id and version."""
        found = self._instrument(instrument_id, version, self._score())
        low, high = ends_of(found, found.scores[0])
        return replace(found, scores=(replace(found.scores[0], low=float(low), high=float(high)),))

    def _instrument(self, instrument_id: str, version: str, score: Score) -> Instrument:
        return Instrument(
            id=instrument_id,
            version=version,
            name=self.name,
            items=tuple(Item(f"item_{number}", words) for number, words in enumerate(self.items, start=1)),
            low=self.low,
            high=self.high,
            asks=self.asks,
            answer_words=self.answer_words,
            scores=(score,),
            critical=_told(self.critical, self.items),
            licence=Licence.OWN,
            source=self.source,
            key_source=Source(Standing.OWN, self.source),
        )

    def _score(self) -> Score:
        return Score(
            key=TOTAL,
            name=_TOTAL_NAME,
            items=tuple(range(1, len(self.items) + 1)),
            rule=self.rule,
            direction=self.direction,
            low=self.low,
            high=self.high,
            reversed=self.reversed,
            factor=MILLIMETRES if self.in_millimetres else Fraction(1),
            cutoffs=(self._cutoff(self.cutoff),) if self.cutoff else (),
            changes=(ChangeValue(self.change.value, None, _seen(self.change)),) if self.change else (),
        )

    def _cutoff(self, figure: OwnFigure) -> Cutoff:
        is_lower_better = self.direction is Direction.LOWER
        side = ClinicalSide.AT_OR_ABOVE if is_lower_better else ClinicalSide.AT_OR_BELOW
        return Cutoff(self.name, figure.value, side, _seen(figure))

    def _trimmed(self) -> "CustomMeasure":
        return replace(
            self,
            name=self.name.strip(),
            items=tuple(words.strip() for words in self.items),
            source=self.source.strip(),
            asks=self.asks.strip(),
            answer_words=tuple(words.strip() for words in self.answer_words),
            cutoff=_trimmed(self.cutoff),
            change=_trimmed(self.change),
            critical=replace(self.critical, topic=self.critical.topic.strip()) if self.critical else None,
        )


def custom_of(instrument: Instrument) -> CustomMeasure:
    """The measure from which an own instrument was made, to be changed again."""
    total = instrument.scores[0]
    cutoff, change = next(iter(total.cutoffs), None), next(iter(total.changes), None)
    return CustomMeasure(
        name=instrument.name,
        items=tuple(item.client_words for item in instrument.items),
        low=instrument.low,
        high=instrument.high,
        direction=total.direction,
        source=instrument.source,
        rule=total.rule,
        reversed=total.reversed,
        in_millimetres=total.factor == MILLIMETRES,
        cutoff=OwnFigure(cutoff.at, cutoff.source.words) if cutoff else None,
        change=OwnFigure(change.points, change.source.words) if change else None,
        asks=instrument.asks,
        answer_words=instrument.answer_words,
        critical=instrument.critical,
    )


def _seen(figure: OwnFigure) -> Source:
    return Source(Standing.OWN, figure.source)


def _trimmed(figure: OwnFigure | None) -> OwnFigure | None:
    return replace(figure, source=figure.source.strip()) if figure is not None else None


def _check_texts(measure: CustomMeasure) -> None:
    words = (measure.name, *measure.answer_words)
    topic = measure.critical.topic if measure.critical else ""
    texts = (*measure.items, measure.asks, measure.source, *(one.source for one in _figures(measure)))
    check_visible(*words, *texts, topic)
    if not all((measure.name, *measure.items, *measure.answer_words)) or not measure.items:
        raise TextIsMissing
    if not measure.source or not all(one.source for one in _figures(measure)):
        raise SourceIsMissing
    if max(map(len, (*words, topic))) > LONGEST_WORD or max(map(len, texts)) > LONGEST_TEXT:
        raise TextTooLong


def _told(critical: Critical | None, items: tuple[str, ...]) -> Critical | None:
    if critical is None or critical.topic:
        return critical
    return replace(critical, topic=items[critical.item - 1][:LONGEST_WORD])


def _is_possible(critical: Critical, measure: CustomMeasure) -> bool:
    return 1 <= critical.item <= len(measure.items) and measure.low < critical.at <= measure.high


def _check_figures(measure: CustomMeasure) -> None:
    total = measure.instrument(f"{OWN_PREFIX}0", "1").scores[0]
    if measure.cutoff is not None and not total.low <= measure.cutoff.value <= total.high:
        raise FigureOffScale
    if measure.change is not None and not 0 < measure.change.value <= total.high - total.low:
        raise FigureOffScale


def _figures(measure: CustomMeasure) -> tuple[OwnFigure, ...]:
    return tuple(one for one in (measure.cutoff, measure.change) if one is not None)
