"""One session of the chart, and the whole chart, in a sentence to be read out."""

from vitalshift_desktop.domain.alliance import Series
from vitalshift_desktop.ui.dates_in_words import day_words, full_day
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts, Column
from vitalshift_desktop.ui.measures.happening_words import dated_words
from vitalshift_desktop.ui.not_given import not_given_words
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _, ngettext

_MINUS = "−"


def value_words(value: float | None, series: Series) -> str:
    """A score with one decimal, an answer as the whole number that was given; empty where there is none."""
    if value is None:
        return ""
    return mean_words(value) if series is Series.SCORE else f"{value:.0f}"


def gap_words(gap: float | None, series: Series) -> str:
    """A gap with its sign, such as "+2.8", "−0.3" or "0"."""
    if gap is None:
        return ""
    if not gap:
        return "0"
    return ("+" if gap > 0 else _MINUS) + value_words(abs(gap), series)


def session_words(column: Column, name: str, series: Series) -> str:
    """All that the chart says of one session."""
    head = _("Session {n}, {day}").format(n=column.session_no, day=day_words(column.day))
    return " ".join([f"{head}: {_ratings(column, name, series)}.", *_remarks(column)])


def chart_words(facts: ChartFacts, name: str) -> str:
    """The whole chart in one sentence."""
    if not facts.has_scores:
        return _("Alliance chart, no check-ins yet.")
    first, last = facts.columns[0], facts.columns[-1]
    count = ngettext("{n} session", "{n} sessions", len(facts.columns)).format(n=len(facts.columns))
    of_both = _("Alliance chart of {name} and you, {series}, {sessions} from {first} to {last}")
    alone = _("Alliance chart of {name}, {series}, {sessions} from {first} to {last}")
    head = (of_both if facts.has_yours else alone).format(
        name=name, series=label(facts.series), sessions=count, first=full_day(first.day), last=full_day(last.day)
    )
    return "; ".join([head, *_span(facts, name), *_range(facts), *_marks(facts)]) + "."


def mark_words(column: Column) -> str:
    """What the mark of a session is called: "Marked drop", or "Rupture, withdrawal" once it was classed."""
    if column.classed_as is None:
        return _("Marked drop")
    return _("Rupture, {kind}").format(kind=in_sentence(column.classed_as))


def _ratings(column: Column, name: str, series: Series) -> str:
    missing = _missing(column)
    if column.is_empty:
        return missing
    client = value_words(column.client, series) or missing
    parts = [_("{name} {score}").format(name=name, score=client)]
    if column.you is not None:
        parts.append(_("you {score}").format(score=value_words(column.you, series)))
    if column.gap is not None:
        parts.append(_("gap {gap}").format(gap=gap_words(column.gap, series)))
    return ", ".join(parts)


def _missing(column: Column) -> str:
    if column.not_given is None:
        return _("no check-in")
    why = not_given_words(column.not_given, hidden=False)
    return _("no check-in ({why})").format(why=why[:1].lower() + why[1:])


def _remarks(column: Column) -> list[str]:
    found = []
    if column.usual_range is not None:
        low, high = column.usual_range
        found.append(_("Usual range then {low} to {high}.").format(low=mean_words(low), high=mean_words(high)))
    if column.is_marked:
        found.append(f"{mark_words(column)}.")
    if column.is_back:
        found.append(_("Back in range."))
    if column.is_talked:
        found.append(_("Talked through."))
    if column.how_given is not None:
        found.append(_("Given: {how}.").format(how=in_sentence(column.how_given)))
    return [*found, *(f"{dated_words(one)}." for one in column.happenings)]


def _span(facts: ChartFacts, name: str) -> list[str]:
    given = [column.client for column in facts.columns if column.client is not None]
    if not given:
        return []
    low, high, latest = (value_words(value, facts.series) for value in (min(given), max(given), given[-1]))
    return [_("{name} between {low} and {high}, latest {latest}").format(name=name, low=low, high=high, latest=latest)]


def _range(facts: ChartFacts) -> list[str]:
    if facts.range_now is None:
        return [_("the usual range appears after six scores")] if facts.series is Series.SCORE else []
    low, high = facts.range_now
    return [_("usual range {low} to {high}").format(low=mean_words(low), high=mean_words(high))]


def _marks(facts: ChartFacts) -> list[str]:
    marked = [str(one.session_no) for one in facts.columns if one.is_marked and one.classed_as is None]
    ruptures = [str(one.session_no) for one in facts.columns if one.is_marked and one.classed_as is not None]
    talked = [str(column.session_no) for column in facts.columns if column.is_talked]
    found = []
    if marked:
        words = ngettext("marked drop in session {n}", "marked drops in sessions {n}", len(marked))
        found.append(words.format(n=", ".join(marked)))
    if ruptures:
        words = ngettext("rupture in session {n}", "ruptures in sessions {n}", len(ruptures))
        found.append(words.format(n=", ".join(ruptures)))
    if talked:
        words = ngettext("talked through in session {n}", "talked through in sessions {n}", len(talked))
        found.append(words.format(n=", ".join(talked)))
    return found
