"""`measure score`: the scores of one form from its answers, with bands, cut-offs and the critical item."""

from argparse import Namespace

from vitalshift_desktop.domain.measures.instrument import TOTAL, Cutoff, Instrument, Score
from vitalshift_desktop.domain.measures.results import Result, Risk, ScoreResult
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.measure_commands.report import Report
from vitalshift_desktop.measure_commands.score_words import score_words
from vitalshift_desktop.measure_commands.typed import WrongInput, plain, quoted, whole_numbers
from vitalshift_desktop.services.shipped_instruments import instruments
from vitalshift_desktop.words import _

_ANSWERS = "ANSWERS"


def scored(parsed: Namespace) -> Report:
    """The scores of these answers; raises WrongInput."""
    form = named(parsed.id)
    answers = _answers(form, parsed.answers)
    result = score(form, answers, [_flag(form, given) for given in parsed.flag])
    return Report(score_words(form, result), _answer(form, result))


def named(given: str) -> Instrument:
    """The instrument with this id, as it comes with the app; raises WrongInput."""
    found = instruments().get(given.strip().lower())
    if found is None:
        raise WrongInput(
            _('No instrument is called "{id}"; "vitalshift measure list" names them.').format(id=quoted(given))
        )
    return found


def _answers(form: Instrument, text: str) -> tuple[int | None, ...]:
    answers = whole_numbers(text, _ANSWERS)
    if len(answers) != len(form.items):
        raise WrongInput(
            _("{name} takes {n} answers, and {given} were given; a blank between commas is a missing one.").format(
                name=form.name, n=len(form.items), given=len(answers)
            )
        )
    for item, answer in enumerate(answers, 1):
        low, high = form.ends(item)
        if answer is not None and not low <= answer <= high:
            raise WrongInput(
                _("Item {item}: {answer} is not from {low} to {high}.").format(
                    item=item, answer=answer, low=low, high=high
                )
            )
    return answers


def _flag(form: Instrument, given: str) -> str:
    """The flag's own name: "not working", "not-working" and "not_working" are the same."""
    wanted = "_".join(given.replace("-", " ").replace("_", " ").lower().split())
    names = [flag.name for flag in form.flags]
    if wanted in names:
        return wanted
    if not names:
        raise WrongInput(_('--flag: {id} has no flags, not "{flag}".').format(id=form.id, flag=quoted(given)))
    raise WrongInput(
        _('--flag: {id} has no flag "{flag}", only: {names}.').format(
            id=form.id, flag=quoted(given), names=", ".join(names)
        )
    )


def _answer(form: Instrument, result: Result) -> dict[str, object]:
    total = result.total
    answer: dict[str, object] = {
        "instrument": result.instrument,
        "version": result.version,
        "status": result.status.value,
        "reason": result.reason.value if result.reason else None,
        "total": _value(total) if total else None,
        "subscales": {one.key: _part(form, one) for one in result.subscales},
        "band": _band(total) if total else None,
        "cutoffs": [_cutoff(one, cutoff, result.scores[one.key]) for one in form.scores for cutoff in one.cutoffs],
        "risk": _risk(result.risk),
    }
    if form.pattern:
        answer |= {"endorsed": dict(result.endorsed or {}), "pattern_met": result.pattern_met}
    return answer


def _part(form: Instrument, found: ScoreResult) -> object:
    """The number, or where bands belong to this score an object with both."""
    has_bands = any(one.key == found.key and one.bands for one in form.scores)
    return {"total": _value(found), "band": _band(found)} if has_bands else _value(found)


def _value(found: ScoreResult) -> int | float | None:
    return None if found.value is None else plain(found.value)


def _band(found: ScoreResult) -> str | None:
    return found.band.lower() if found.band else None


def _cutoff(one: Score, cutoff: Cutoff, found: ScoreResult) -> dict[str, object]:
    is_comparable = found.value is not None and found.is_comparable
    return {
        "name": cutoff.name if one.key == TOTAL else f"{one.key}: {cutoff.name}",
        "at": plain(cutoff.at),
        "side": cutoff.side.value,
        "reached": cutoff.is_clinical(found.value) if is_comparable and found.value is not None else None,
        "source": cutoff.source.words,
        "tag": cutoff.source.standing.value,
    }


def _risk(risk: Risk | None) -> dict[str, object] | None:
    return {"item": risk.item, "answer": risk.answer, "state": risk.state.value} if risk else None
