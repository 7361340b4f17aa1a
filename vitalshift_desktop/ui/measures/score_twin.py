"""The alliance chart's numbers as a table: day, both ratings and their gap below each other."""

from enum import IntEnum

from vitalshift_desktop.ui.charts.twin_model import Twin, TwinRow
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts
from vitalshift_desktop.ui.measures.session_words import gap_words, session_words, value_words
from vitalshift_desktop.words import _


class Line(IntEnum):
    """The rows of the table."""

    DAY = 0
    CLIENT = 1
    YOU = 2
    GAP = 3


def score_twin(facts: ChartFacts, name: str) -> Twin:
    """The table of these facts, of a client called so."""
    columns, series = facts.columns, facts.series
    return Twin(
        keys=tuple(one.session_id for one in columns),
        corner=_("Session"),
        head=lambda place: str(columns[place].session_no),
        is_lit=lambda place: columns[place].is_marked,
        sentence=lambda place: session_words(columns[place], name, series),
        rows=(
            TwinRow(_("Date"), lambda place: short_day(columns[place].day), is_quiet=True),
            TwinRow(name, lambda place: value_words(columns[place].client, series), lambda p: columns[p].is_marked),
            TwinRow(_("You"), lambda place: value_words(columns[place].you, series)),
            TwinRow(
                _("You − {name}").format(name=name),
                lambda place: gap_words(columns[place].gap, series),
                lambda place: columns[place].has_wide_gap,
            ),
        ),
    )
