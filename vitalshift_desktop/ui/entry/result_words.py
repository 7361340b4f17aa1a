"""What a form came to, in words: each score with its band and source, what is missing, and the critical answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitalshift_desktop.domain.measures.instrument import Instrument, Score
from vitalshift_desktop.domain.measures.results import Result, Risk, RiskState, ScoreResult, Status
from vitalshift_desktop.ui.score_words import number_words
from vitalshift_desktop.words import _, ngettext


@dataclass(frozen=True, slots=True)
class ResultWords:
    """`scores` and `sources` in sentences; `risk` says how the critical item was answered, "" without one.

    `asks` says that this answer is to be reviewed.
    """

    scores: tuple[str, ...]
    sources: str
    risk: str
    asks: bool


def result_words(form: Instrument, answers: Sequence[int | None], result: Result) -> ResultWords:
    """The words for one answered form."""
    missing = tuple(number for number, answer in enumerate(answers, start=1) if answer is None)
    lines = [_score_line(form, one, result.scores[one.key]) for one in form.scores]
    total = result.scores.get(form.total.key) if form.total is not None else None
    if missing and (total is None or total.status is not Status.PRORATED):
        lines.insert(0, _blank_line(missing))
    lines += [
        _("“{words}” was ticked.").format(words=flag.words) for flag in form.flags if flag.name in result.left_out
    ]
    sources = dict.fromkeys(one.bands.source.words for one in form.scores if one.bands is not None)
    has_band = any(one.band for one in result.scores.values())
    told = _("Bands: {source}").format(source="; ".join(sources)) if has_band else ""
    asks = result.risk is not None and result.risk.state is not RiskState.NONE
    return ResultWords(tuple(lines), told, _risk_words(form, result.risk), asks)


def _score_line(form: Instrument, one: Score, found: ScoreResult) -> str:
    name = form.name if form.total is one else one.name
    if found.value is None:
        return _("{name}: no score.").format(name=name)
    words = _("{name}: {score} on a scale of {low} to {high}").format(
        name=name, score=number_words(found.value), low=number_words(found.low), high=number_words(found.high)
    )
    if found.band:
        words = _("{words}, {band}").format(words=words, band=found.band.lower())
    if found.status is Status.PRORATED:
        words = _("{words}, worked out from the items that were answered").format(words=words)
    return f"{words}."


def _blank_line(missing: tuple[int, ...]) -> str:
    numbers = ", ".join(str(number) for number in missing)
    return ngettext(
        "Item {numbers} left blank: incomplete, no total.", "Items {numbers} left blank: incomplete, no total.",
        len(missing),
    ).format(numbers=numbers)  # fmt: skip


def _risk_words(form: Instrument, risk: Risk | None) -> str:
    if risk is None:
        return ""
    if risk.answer is None:
        return _("Answer to review: item {n} was left blank.").format(n=risk.item)
    words = form.words_of(risk.item, risk.answer)
    answer = f"{risk.answer} – {words}" if words else str(risk.answer)
    if risk.state is RiskState.ENDORSED:
        return _("Answer to review: item {n} was answered {answer}.").format(n=risk.item, answer=answer)
    return _("Item {n} was answered {answer}.").format(n=risk.item, answer=answer)
