"""Scores, bands and cut-offs in words, and one column of the chart as a sentence to be read out."""

from vitalshift_desktop.domain.measures.administration import HowGiven
from vitalshift_desktop.domain.measures.figures import Source, Standing
from vitalshift_desktop.domain.measures.instrument import Band, ClinicalSide, Cutoff, Instrument, Rule
from vitalshift_desktop.domain.measures.results import Risk
from vitalshift_desktop.domain.outcomes import PointState
from vitalshift_desktop.ui.dates_in_words import day_words, full_day
from vitalshift_desktop.ui.outcomes.outcome_facts import Column, OutcomeFacts
from vitalshift_desktop.ui.score_words import number_words
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext


def cutoff_words(cutoff: Cutoff) -> str:
    """Such as "caseness ≥ 8"."""
    sign = "≥" if cutoff.side is ClinicalSide.AT_OR_ABOVE else "≤"
    return _("{name} {sign} {at}").format(name=cutoff.name, sign=sign, at=number_words(cutoff.at))


def source_words(source: Source) -> str:
    """Where a figure was published, and how well that is confirmed where it is not plainly."""
    notes = {
        Standing.SECONDARY: _("{words} (secondary source)"),
        Standing.UNCONFIRMED: _("{words} (unconfirmed)"),
        Standing.COMPUTED: _("{words} (computed)"),
        Standing.OWN: _("{words} (your own entry or a VitalShift rule)"),
    }
    return notes.get(source.standing, "{words}").format(words=source.words)


def band_words(band: Band, following: float | None, facts: OutcomeFacts) -> str:
    """Such as "moderate 10–14"; the last band has only its beginning."""
    is_whole = facts.score.rule is not Rule.MEAN and facts.score.factor == 1
    first = number_words(band.low)
    if following is None:
        return _("{name} {first}+").format(name=band.name, first=first)
    if not is_whole:
        return _("{name} from {first}").format(name=band.name, first=first)
    last = number_words(following - 1)
    return (
        _("{name} {first}–{last}").format(name=band.name, first=first, last=last)
        if first != last
        else _("{name} {first}").format(name=band.name, first=first)
    )


def gap_label(column: Column) -> str:
    """Why a column has no point, in a word or two."""
    if column.gap is not None:
        return label(column.gap.not_given.reason).lower()
    return _("incomplete") if column.state is PointState.INCOMPLETE else _("nothing answered")


def answer_words(definition: Instrument, risk: Risk) -> str:
    """The answer to the critical item with its words, such as "1, several days"; "left blank" where it was."""
    if risk.answer is None:
        return _("left blank")
    words = definition.words_of(risk.item, risk.answer)
    return _("{n}, {words}").format(n=risk.answer, words=words.lower()) if words else str(risk.answer)


def column_words(facts: OutcomeFacts, place: int) -> str:
    """All that the chart says of one column."""
    column = facts.columns[place]
    return " ".join([f"{_when(column)}: {_score(facts, column)}.", *_remarks(facts, column)])


def chart_words(facts: OutcomeFacts, name: str) -> str:
    """The whole chart in one sentence."""
    title, values = facts.course.definition.name, facts.values
    if not facts.columns:
        return _("{measure} of {name}, nothing entered yet.").format(measure=title, name=name)
    first, last = facts.columns[0].day, facts.columns[-1].day
    count = ngettext("{n} form", "{n} forms", len(facts.course.points)).format(n=len(facts.course.points))
    head = _("{measure}, {score}, rated by {name}, scale {low} to {high}, {forms} from {first} to {last}").format(
        measure=title,
        score=facts.score.name,
        name=name,
        low=number_words(facts.low),
        high=number_words(facts.high),
        forms=count,
        first=full_day(first),
        last=full_day(last),
    )
    return "; ".join([head, *_span(values), *_lines(facts)]) + "."


def _span(values: tuple[float, ...]) -> list[str]:
    if not values:
        return [_("no complete score")]
    low, high, latest = (number_words(value) for value in (min(values), max(values), values[-1]))
    return [_("complete scores between {low} and {high}, latest {latest}").format(low=low, high=high, latest=latest)]


def _lines(facts: OutcomeFacts) -> list[str]:
    named = [cutoff_words(cutoff) for cutoff in facts.score.cutoffs]
    said = [_("cut-off {names}").format(names=", ".join(named))] if named else []
    if facts.critical_item is not None:
        latest = next((one.risk for one in reversed(facts.columns) if one.risk is not None), None)
        if latest is not None:
            words = _("hidden") if facts.is_covered else answer_words(facts.course.definition, latest)
            said.append(_("item {n} latest {answer}").format(n=latest.item, answer=words))
    return said


def _when(column: Column) -> str:
    if column.session_no is None:
        return _("{day}, outside a session").format(day=day_words(column.day))
    return _("Session {n}, {day}").format(n=column.session_no, day=day_words(column.day))


def _score(facts: OutcomeFacts, column: Column) -> str:
    if column.gap is not None:
        return _("not given, {reason}").format(reason=gap_label(column))
    score = column.point.score(facts.score.key) if column.point else None
    if column.value is None or score is None:
        return _("no score, items were left blank") if column.state is PointState.INCOMPLETE else _("nothing answered")
    value = _("{value} of {high}").format(value=number_words(column.value), high=number_words(score.high))
    return f"{value}, {score.band}" if score.band else value


def _remarks(facts: OutcomeFacts, column: Column) -> list[str]:
    said = []
    if column.state is PointState.PRORATED:
        said.append(_("Prorated: worked out from the answers there are."))
    if column.state is PointState.LEFT_OUT:
        said.append(_("Items were left out: compared with nothing."))
    if column.key_before:
        said.append(_("Scored in another way than before: not compared across."))
    if column.point is not None and column.risk is not None:
        hidden = _("hidden while names are shortened")
        words = hidden if facts.is_covered else answer_words(column.point.scored.definition, column.risk)
        said.append(_("Item {n}: {answer}.").format(n=column.risk.item, answer=words))
    said += _endorsed(column)
    how = column.point.scored.administration.how_given if column.point else HowGiven.ALONE
    if how is not HowGiven.ALONE:
        said.append(_("{how}.").format(how=label(how)))
    return said


def _endorsed(column: Column) -> list[str]:
    """The counts of a pattern, as counts and nothing more."""
    endorsed = column.point.scored.result.endorsed if column.point else None
    if not endorsed:
        return []
    counts = ", ".join(f"{name.upper()} {count}" for name, count in endorsed.items())
    return [_("Items at or over the pattern’s answer: {counts}.").format(counts=counts)]
