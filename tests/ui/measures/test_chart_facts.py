import pytest

from tests.ui.measures.courses import CLIENT, YOU, course
from vitalshift_desktop.domain.alliance import AllianceCourse, Series
from vitalshift_desktop.domain.measures.marked_drop import LONGEST_GAP_DAYS
from vitalshift_desktop.ui.charts.plot_lines import Joined, joined
from vitalshift_desktop.ui.measures.chart_facts import Break, ChartFacts, chart_facts


def shown(facts: ChartFacts, values: list[float | None]) -> Joined:
    return joined([one.day for one in facts.columns], values, LONGEST_GAP_DAYS)


def test_each_session_is_a_column_with_both_ratings_their_gap_and_the_range_of_its_day() -> None:
    facts = chart_facts(course(CLIENT, YOU, talked=[8]))
    drop, back = facts.columns[6], facts.columns[7]
    assert (drop.session_no, drop.client, drop.you, drop.gap) == (7, 5.0, 7.8, 2.8)
    assert drop.usual_range == pytest.approx((5.7572, 8.8428), abs=5e-5)
    assert (drop.is_marked, drop.has_wide_gap, back.is_marked) == (True, True, False)
    assert (back.is_back, back.is_talked) == (True, True)
    assert facts.columns[5].usual_range is None
    assert facts.talks == ((6, 7),)
    assert facts.average == pytest.approx(7.26)


def test_another_series_shows_its_own_answers_and_no_range_of_the_score() -> None:
    facts = chart_facts(course(CLIENT, YOU), Series.GOALS)
    assert facts.columns[6].client == int(facts.columns[6].client or 0)
    assert (facts.range_now, facts.average, facts.columns[8].usual_range) == (None, None, None)
    assert facts.columns[6].is_marked
    assert facts.columns[6].gap == (facts.columns[6].you or 0) - (facts.columns[6].client or 0)


def test_before_six_scores_there_is_no_range() -> None:
    facts = chart_facts(course(CLIENT[:5]))
    assert facts.range_now is None
    assert [one.usual_range for one in facts.columns] == [None] * 5


def test_a_line_leads_over_a_blank_session_but_not_over_forty_two_days() -> None:
    blank = chart_facts(course((7.0, None, 7.5, 8.0)))
    values = [one.client for one in blank.columns]
    assert shown(blank, values) == ((0, 2, 3), (True, True, False))
    pause = chart_facts(course((7.0, 7.5, 8.0), pause_before=3))
    values = [one.client for one in pause.columns]
    assert shown(pause, values) == ((0, 1, 2), (True, False, False))
    assert pause.breaks == (Break(2, 147),)


def test_a_line_without_any_value_has_no_points() -> None:
    facts = chart_facts(course((7.0,)))
    assert shown(facts, [None]) == ((), ())


def test_the_first_five_are_counted_by_number_even_when_they_are_still_to_come() -> None:
    assert chart_facts(AllianceCourse()).early == 5
    assert chart_facts(course(CLIENT[:2])).early == 5
    assert chart_facts(course(CLIENT)).early == 5
