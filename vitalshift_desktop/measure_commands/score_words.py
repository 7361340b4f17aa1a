"""A scored form in words: the critical item first of all, then every score with its band and its cut-offs."""

from vitalshift_desktop.domain.measures.instrument import Cutoff, Instrument, Pattern, Score
from vitalshift_desktop.domain.measures.results import Reason, Result, Risk, RiskState, ScoreResult
from vitalshift_desktop.measure_commands.report import shown
from vitalshift_desktop.vocabulary.caution_words import caution
from vitalshift_desktop.vocabulary.figure_words import source_words
from vitalshift_desktop.words import _


def score_words(form: Instrument, result: Result) -> tuple[str, ...]:
    """The lines for a person."""
    lines = [_("{name}, version {version}").format(name=form.name, version=form.version)]
    if result.risk:
        lines.append(_risk_words(form, result.risk))
    for one in form.scores:
        found = result.scores[one.key]
        lines.append(_found_words(one, found))
        lines += [f"  {_cutoff_words(cutoff, found)}" for cutoff in one.cutoffs if _is_compared(found)]
    if form.pattern:
        lines.append(_pattern_words(form.pattern, result))
    return (*lines, *filter(None, (form.notice, form.about)))


def _risk_words(form: Instrument, risk: Risk) -> str:
    item = _("{name} item {item} ({topic})").format(
        name=form.name, item=risk.item, topic=form.critical.topic if form.critical else ""
    )
    if risk.state is RiskState.NOT_ANSWERED:
        said = _("{item} was not answered.").format(item=item)
    else:
        said = _("{item} was answered {answer}.").format(item=item, answer=_answer_words(form, risk))
    if risk.state is RiskState.NONE:
        return said
    words = caution(is_blank=risk.state is RiskState.NOT_ANSWERED)
    return _("Answer to review: {said} {caution}").format(said=said, caution=words)


def _answer_words(form: Instrument, risk: Risk) -> str:
    words = "" if risk.answer is None else form.words_of(risk.item, risk.answer)
    return f"{risk.answer} - {words}" if words else str(risk.answer)


def _found_words(one: Score, found: ScoreResult) -> str:
    if found.value is None:
        return _("{score}: no score, {reason}").format(score=one.name, reason=_reason_words(found.reason))
    said = _("{score}: {value}, on a scale from {low} to {high}").format(
        score=one.name, value=shown(found.value), low=shown(found.low), high=shown(found.high)
    )
    more = [found.band or "", _reason_words(found.reason) if found.reason else ""]
    return "; ".join([said, *filter(None, more)])


def _reason_words(reason: Reason | None) -> str:
    words = {
        Reason.ITEMS_MISSING: _("answers are missing"),
        Reason.FEW_ITEMS_MISSING: _("worked out from the answers that were given"),
        Reason.NOTHING_ANSWERED: _("nothing was answered"),
        Reason.ITEMS_LEFT_OUT: _("with items left out, so it is compared with nothing"),
    }
    return words[reason] if reason else ""


def _is_compared(found: ScoreResult) -> bool:
    return found.value is not None and found.is_comparable


def _cutoff_words(cutoff: Cutoff, found: ScoreResult) -> str:
    reached = found.value is not None and cutoff.is_clinical(found.value)
    said = _("Cut-off {at} ({name}): reached") if reached else _("Cut-off {at} ({name}): not reached")
    return f"{said.format(at=shown(cutoff.at), name=cutoff.name)}. {source_words(cutoff.source)}"


def _pattern_words(pattern: Pattern, result: Result) -> str:
    counts = ", ".join(f"{name.upper()} {count}" for name, count in (result.endorsed or {}).items())
    if result.pattern_met is None:
        said = _("Answers of {at} or more: {counts}. Blanks leave open whether the published pattern is met.")
    elif result.pattern_met:
        said = _("Answers of {at} or more: {counts}. The published pattern is met; this is not a diagnosis.")
    else:
        said = _("Answers of {at} or more: {counts}. The published pattern is not met.")
    return f"{said.format(at=pattern.endorsed_from, counts=counts)} {source_words(pattern.source)}"
