"""What holds for every measure and every rule, whatever the numbers."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from vitalshift_desktop.domain.measures.agreement_of_raters import rater_agreement
from vitalshift_desktop.domain.measures.attainment import GoalLevel, attainment
from vitalshift_desktop.domain.measures.control_chart import control_chart
from vitalshift_desktop.domain.measures.early_slope import early_slope
from vitalshift_desktop.domain.measures.marked_drop import Rating, marked_drops
from vitalshift_desktop.domain.measures.reliable_change import baseline
from vitalshift_desktop.domain.measures.results import ScoreResult
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.services.instruments import instrument, instruments

_FIRST = date(2026, 3, 2)
_TENTHS = st.integers(0, 100).map(lambda tenths: tenths / 10)
_SERIES = st.lists(st.none() | _TENTHS, max_size=20)
_FORMS = st.sampled_from(sorted(instruments()))


def _form(draw: st.DataObject, name: str) -> list[int | None]:
    form = instrument(name)
    return [draw.draw(st.none() | st.integers(*form.ends(item))) for item in range(1, len(form.items) + 1)]


def _scores(name: str, answers: list[int | None]) -> dict[str, ScoreResult]:
    return dict(score(instrument(name), answers).scores)


@given(_FORMS, st.integers(2, 6), st.data())
def test_permuting_the_sessions_never_changes_a_score(name: str, sessions: int, data: st.DataObject) -> None:
    forms = [_form(data, name) for _ in range(sessions)]
    order = data.draw(st.permutations(range(sessions)))
    in_order = [_scores(name, form) for form in forms]
    mixed = {place: _scores(name, forms[place]) for place in order}
    assert [mixed[place] for place in range(sessions)] == in_order


@given(_FORMS, st.data())
def test_turning_all_answers_round_twice_gives_every_score_back(name: str, data: st.DataObject) -> None:
    form, answers = instrument(name), _form(data, name)

    def turned(given_answers: list[int | None]) -> list[int | None]:
        return [
            None if answer is None else sum(form.ends(item)) - answer for item, answer in enumerate(given_answers, 1)
        ]

    assert turned(turned(answers)) == answers
    once = _scores(name, turned(answers))
    for key, found in _scores(name, answers).items():
        if found.value is not None:
            assert abs((once[key].value or 0) + found.value - (found.low + found.high)) < 1e-9


@given(_FORMS, st.data())
def test_a_blank_is_never_scored_like_the_lowest_answer(name: str, data: st.DataObject) -> None:
    form = instrument(name)
    full = [data.draw(st.integers(*form.ends(item))) for item in range(1, len(form.items) + 1)]
    place = data.draw(st.integers(0, len(full) - 1))
    with_blank = [answer if item != place else None for item, answer in enumerate(full)]
    for key, found in _scores(name, with_blank).items():
        holds_it = place + 1 in next(one.items for one in form.scores if one.key == key)
        assert (found == _scores(name, list(full))[key]) is not holds_it


@given(_SERIES, _SERIES)
def test_no_rule_looks_ahead(scores: list[float | None], later: list[float | None]) -> None:
    now, then = scores, scores + later
    days = [_FIRST + timedelta(days=day) for day in range(len(then))]
    before, after = (marked_drops([Rating(*one) for one in zip(days, some, strict=False)]) for some in (now, then))
    seen = [(mark.kind, mark.index, mark.score, mark.lower, mark.n) for mark in before.marks]
    assert [(m.kind, m.index, m.score, m.lower, m.n) for m in after.marks if m.index < len(now)] == seen
    five = (now + [None] * 5)[:5]
    assert early_slope(five + later) == early_slope(five)
    given_count = sum(score is not None for score in now)
    if given_count:
        charts = control_chart(now, given_count), control_chart(then, given_count)
        assert charts[0] is not None
        assert charts[1] is not None
        assert (charts[0].mean, charts[0].lower, charts[0].upper) == (charts[1].mean, charts[1].lower, charts[1].upper)
    first = baseline(list(zip(days, now, strict=False)), _FIRST)
    assert first is None or baseline(list(zip(days, then, strict=False)), _FIRST) == first


@given(_SERIES, st.integers(0, 20))
def test_a_missing_score_is_never_a_zero(scores: list[float | None], place: int) -> None:
    assume(any(scores))
    blank = [*scores[:place], None, *scores[place:]]
    zero = [*scores[:place], 0.0, *scores[place:]]
    drops = [marked_drops([Rating(_FIRST, value) for value in some]) for some in (scores, blank, zero)]
    assert drops[0].n == drops[1].n == drops[2].n - 1
    counselor = [5.0] * len(blank)
    assert rater_agreement(blank, counselor).n == rater_agreement(zero, counselor).n - 1
    charts = control_chart(blank), control_chart(zero)
    assert charts[0] is not None
    assert charts[1] is not None
    assert charts[0].mean > charts[1].mean


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_a_goal_without_a_level_is_never_taken_as_expected(weights: list[int]) -> None:
    full = [GoalLevel(weight, 0) for weight in weights]
    assert attainment(full).t == 50
    assert attainment([*full[1:], GoalLevel(weights[0], None)]).t is None
