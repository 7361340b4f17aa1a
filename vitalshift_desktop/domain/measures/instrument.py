"""An instrument as data: its items, its scores with their key, its cut-offs and change values, its licence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from vitalshift_desktop.domain.measures.figures import Source

CHECKIN = "vs_checkin"
TOTAL = "total"
TOLERANCE = 1e-9


class Direction(StrEnum):
    """Which way a score is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Rule(StrEnum):
    """How a score is made from its items, reversed where the key says so."""

    SUM = "sum"
    MEAN = "mean"
    HIGHEST = "highest"


class ClinicalSide(StrEnum):
    """Which scores lie on the clinical side of a cut-off; the cut-off itself belongs there."""

    AT_OR_ABOVE = "at_or_above"
    AT_OR_BELOW = "at_or_below"


class Licence(StrEnum):
    """What may be shipped or shown of an instrument."""

    WORDING = "wording"
    """Its items may be shown, with their notice."""
    SCORING = "scoring"
    """Numbers from a form the counselor is licensed to use; no item wording anywhere. Off until a licence is noted."""
    OWN = "own"
    """Defined by the counselor."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question: a key, and where wording may be shown the words put to the client and to the counselor.

    `low` and `high` are the ends of its own scale where it differs from the instrument's; None otherwise.
    """

    key: str
    client_words: str = ""
    counselor_words: str = ""
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of a score. It reaches from `low` up to the beginning of the next band, or to the scale's end."""

    name: str
    low: float


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands of a score from the lowest on, and who published them."""

    bands: tuple[Band, ...]
    source: Source

    def name_of(self, value: float) -> str | None:
        """The band in which a score, not rounded, lies; None below the lowest."""
        return next((band.name for band in reversed(self.bands) if value >= band.low - TOLERANCE), None)


@dataclass(frozen=True, slots=True)
class Cutoff:
    """A published cut-off; `name` says what for (screening, caseness), `at` is in units of the score."""

    name: str
    at: float
    side: ClinicalSide
    source: Source

    def is_clinical(self, value: float) -> bool:
        """Whether a score, not rounded, lies on the clinical side; the cut-off itself does."""
        beyond = value - self.at if self.side is ClinicalSide.AT_OR_ABOVE else self.at - value
        return beyond >= -TOLERANCE


@dataclass(frozen=True, slots=True)
class ChangeValue:
    """A published reliable change: a difference of `points` or more; `confidence` in percent, None where not said."""

    points: float
    confidence: int | None
    source: Source
    note: str = ""


@dataclass(frozen=True, slots=True)
class Norm:
    """A published mean and standard deviation of a group, in units of the score."""

    group: str
    mean: float
    sd: float
    n: int | None
    source: Source


@dataclass(frozen=True, slots=True)
class Reliability:
    """A published reliability, between 0 and 1; `kind` says which (internal consistency, retest)."""

    kind: str
    value: float
    source: Source


@dataclass(frozen=True, slots=True)
class Score:
    """One score of an instrument: which items (from 1), how they are put together, and what is published about it.

    The sum or mean of the items is multiplied by `factor`. `low` and `high` are the ends of the score. `may_miss`
    is how many of its items may be blank while the score is still worked out from the others. `reversed` are the
    items turned round for this score (low + high - answer).
    """

    key: str
    name: str
    items: tuple[int, ...]
    rule: Rule
    direction: Direction
    low: float
    high: float
    reversed: frozenset[int] = frozenset()
    factor: Fraction = Fraction(1)
    may_miss: int = 0
    bands: Bands | None = None
    cutoffs: tuple[Cutoff, ...] = ()
    changes: tuple[ChangeValue, ...] = ()
    norms: tuple[Norm, ...] = ()
    reliabilities: tuple[Reliability, ...] = ()


@dataclass(frozen=True, slots=True)
class Critical:
    """The critical item (from 1): an answer of `at` or more is to be reviewed, and so is a blank.

    `topic` says in our own words what it asks about, for places where the item itself is not shown.
    """

    item: int
    at: int
    topic: str


@dataclass(frozen=True, slots=True)
class AnswerFlag:
    """Something ticked beside the answers, such as "not working": leaves items out and gives the score another end.

    A score with such an end is never compared with scores without it.
    """

    name: str
    words: str
    leaves_out: frozenset[int]
    highs: Mapping[str, float]
    """The upper end of each score that changes, by the score's key."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A published pattern of answers: at least so many items endorsed in each named group.

    An item is endorsed at `endorsed_from` or more. `groups` gives for each group's name its items and how many of
    them are needed. It is shown as counts, never as a diagnosis.
    """

    endorsed_from: int
    groups: Mapping[str, tuple[tuple[int, ...], int]]
    source: Source


@dataclass(frozen=True, slots=True)
class ScoringKey:
    """By what a score is made: its items with their ends, which of them are turned, the rule, the factor, its ends.

    Two scores by the same one mean the same number, whatever the version is called and whatever bands, cut-offs and
    change values were known; only such scores are compared.
    """

    items: tuple[tuple[str, int, int], ...]
    reversed: tuple[str, ...]
    rule: Rule
    factor: Fraction
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Instrument:
    """A form with its scale, scores and licence; answers are whole numbers from `low` to `high`.

    The total, where there is one, is the first of `scores` and has the key "total". `soft_items` may be looked at
    but raise no prompt. `asks` is the stem above the items.
    """

    id: str
    version: str
    name: str
    items: tuple[Item, ...]
    low: int
    high: int
    full_name: str = ""
    about: str = ""
    asks: str = ""
    answer_words: tuple[str, ...] = ()
    scores: tuple[Score, ...] = ()
    critical: Critical | None = None
    soft_items: tuple[int, ...] = ()
    flags: tuple[AnswerFlag, ...] = ()
    pattern: Pattern | None = None
    licence: Licence = Licence.WORDING
    notice: str = ""
    source: str = ""
    key_source: Source | None = None
    """Where its key was seen: which items make which score, and which are turned."""

    @property
    def total(self) -> Score | None:
        """The score over the whole form; None where its parts must never be put together."""
        return next((score for score in self.scores if score.key == TOTAL), None)

    @property
    def subscales(self) -> tuple[Score, ...]:
        """The scores of parts of the form."""
        return tuple(score for score in self.scores if score.key != TOTAL)

    @property
    def critical_item(self) -> int | None:
        """The number of the critical item, from 1."""
        return self.critical.item if self.critical else None

    def score_named(self, key: str) -> Score | None:
        """The score with this key."""
        return next((score for score in self.scores if score.key == key), None)

    def ends(self, item: int) -> tuple[int, int]:
        """The lowest and the highest answer to an item (from 1)."""
        own = self.items[item - 1]
        return (self.low if own.low is None else own.low, self.high if own.high is None else own.high)

    def key_of(self, score_key: str) -> ScoringKey | None:
        """By what the score with this key is made; None where there is none."""
        score = self.score_named(score_key)
        if score is None:
            return None
        return ScoringKey(
            items=tuple((self.items[item - 1].key, *self.ends(item)) for item in score.items),
            reversed=tuple(self.items[item - 1].key for item in score.items if item in score.reversed),
            rule=score.rule,
            factor=score.factor,
            low=score.low,
            high=score.high,
        )

    def makes_alike(self, other: "Instrument", score_key: str) -> bool:
        """Whether both make the score with this key in the same way; at once where they share items and scores."""
        ends = (self.low, self.high) == (other.low, other.high)
        is_shared = ends and self.items is other.items and self.scores is other.scores
        return is_shared or self.key_of(score_key) == other.key_of(score_key)

    def words_of(self, item: int, answer: int) -> str:
        """The words of an answer to an item (from 1); "" where the form has none, or none for that item's own scale."""
        low, high = self.ends(item)
        fits = len(self.answer_words) == high - low + 1 and low <= answer <= high
        return self.answer_words[answer - low] if fits else ""
