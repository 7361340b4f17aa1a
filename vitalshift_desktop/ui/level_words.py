"""Goal attainment in words: levels, weights, and T with what it is and is not."""

from vitalshift_desktop.domain.goal_levels import AttainmentReading, LevelsOfGoal
from vitalshift_desktop.domain.measures.results import Status
from vitalshift_desktop.domain.measures.scoring import one_decimal
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.words import _


def level_sign(level: int) -> str:
    """Such as "+1", "0" or "−2"."""
    return f"{'+' if level > 0 else '−' if level < 0 else ''}{abs(level)}"


def level_meaning(level: int) -> str:
    """Such as "less than hoped"."""
    return {
        -2: _("much less than hoped"),
        -1: _("less than hoped"),
        0: _("as hoped"),
        1: _("more than hoped"),
        2: _("much more than hoped"),
    }[level]


def level_words(level: int) -> str:
    """Such as "−1, less than hoped"."""
    return f"{level_sign(level)}, {level_meaning(level)}"


def level_name(level: int) -> str:
    """Such as "As hoped" or "A step below", for a column."""
    return {
        -2: _("Two steps below"),
        -1: _("A step below"),
        0: _("As hoped"),
        1: _("A step above"),
        2: _("Two steps above"),
    }[level]


def levels_line(one: LevelsOfGoal) -> str:
    """The levels of one goal, and its weight."""
    latest = one.latest
    weight = _("Weight {n}: importance {a} × difficulty {b}.").format(
        n=latest.weight, a=latest.importance, b=latest.difficulty
    )
    if not latest.weight:
        weight = _("Weight 0: left out of T.")
    moved = _("Started at {start}, now {level} ({day}).").format(
        start=level_sign(one.start), level=level_words(latest.level), day=short_day(latest.rated_on)
    )
    return f"{moved} {weight}"


def attainment_words(reading: AttainmentReading) -> str:
    """T at the baseline, T achieved, and the change between them."""
    if reading.achieved.status is not Status.OK or reading.achieved.t is None or reading.baseline.t is None:
        return _("T cannot be worked out: every goal has the weight 0.")
    caution = _("50 is what was hoped for at the outset; T is not a symptom norm.")
    begin = _figure(reading.baseline.t)
    if not reading.has_later or reading.change is None:
        return " ".join([_("Baseline T {t}.").format(t=begin), caution])
    change = one_decimal(reading.change)
    sign = "+" if change > 0 else "−" if change < 0 else ""
    words = _("Baseline T {begin}, achieved T {end}, change {change}.").format(
        begin=begin, end=_figure(reading.achieved.t), change=f"{sign}{abs(change):.1f}"
    )
    return f"{words} {caution}"


def _figure(t: float) -> str:
    return f"{one_decimal(t):.1f}"
