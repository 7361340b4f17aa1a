"""The alliance chart's numbers as a table: day, both ratings, their gap, marks and what happened."""

from enum import IntEnum

from vitalshift_desktop.ui.charts.twin_model import Twin, TwinRow
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts, Column
from vitalshift_desktop.ui.measures.happening_words import dated_words
from vitalshift_desktop.ui.measures.session_words import gap_words, mark_words, session_words, value_words
from vitalshift_desktop.ui.not_given import not_given_word
from vitalshift_desktop.words import _

_SQUARE = "\u25a1"


class Line(IntEnum):
    """The rows that are always there with the client's own ratings."""

    DAY = 0
    CLIENT = 1
    YOU = 2
    GAP = 3


def score_twin(facts: ChartFacts, name: str) -> Twin:
    """The table of these facts, of a client called so."""
    columns = facts.columns
    return Twin(
        keys=tuple(one.session_id for one in columns),
        corner=_("Session"),
        head=lambda place: str(columns[place].session_no),
        is_lit=lambda place: columns[place].is_marked,
        sentence=lambda place: session_words(columns[place], name, facts.series),
        rows=(
            TwinRow(_("Date"), lambda place: short_day(columns[place].day), is_quiet=True),
            TwinRow(
                name,
                lambda place: value_words(columns[place].client, facts.series),
                lambda place: columns[place].is_marked,
            ),
            *(_yours(facts, name) if facts.has_yours else ()),
            *_beside(facts),
        ),
    )


def _yours(facts: ChartFacts, name: str) -> tuple[TwinRow, TwinRow]:
    columns = facts.columns
    return (
        TwinRow(_("You"), lambda place: value_words(columns[place].you, facts.series)),
        TwinRow(
            _("You − {name}").format(name=name),
            lambda place: gap_words(columns[place].gap, facts.series),
            lambda place: columns[place].has_wide_gap,
        ),
    )


def _beside(facts: ChartFacts) -> list[TwinRow]:
    """The rows of the marks, of why a check-in is missing, and of what happened, where there are any."""
    columns = facts.columns
    found = []
    if any(one.is_marked or one.is_back or one.is_talked for one in columns):
        row = TwinRow(_("Marks"), lambda place: _mark(columns[place]), spoken=lambda place: _marks(columns[place]))
        found.append(row)
    if any(one.not_given for one in columns):
        found.append(TwinRow(_("Missing"), lambda place: _missing(columns[place]), is_quiet=True))
    if facts.placed:
        row = TwinRow(_("Notes"), lambda place: _signs(columns[place]), spoken=lambda place: _spoken(columns[place]))
        found.append(row)
    return found


def _mark(column: Column) -> str:
    """One short word; all of them are in the sentence of the session."""
    if column.is_marked:
        return _("drop") if column.classed_as is None else _("rupture")
    return _("talked") if column.is_talked else _("back") if column.is_back else ""


def _marks(column: Column) -> str:
    words = [mark_words(column)] if column.is_marked else []
    words += [_("Talked through")] if column.is_talked else []
    return ", ".join(words + ([_("Back in range")] if column.is_back else []))


def _missing(column: Column) -> str:
    return not_given_word(column.not_given.reason) if column.not_given else ""


def _signs(column: Column) -> str:
    count = len(column.happenings)
    return f"{_SQUARE} {count}" if count > 1 else _SQUARE * count


def _spoken(column: Column) -> str:
    return "; ".join(dated_words(one) for one in column.happenings)
