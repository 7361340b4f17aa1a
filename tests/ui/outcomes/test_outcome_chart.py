from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from tests.domain.examples import FIRST_DAY, MAREN, NOON, weekly
from tests.domain.given_forms import SOURCE, form, forms, measure
from vitalshift_desktop.domain.measures.instrument import (
    TOTAL,
    Band,
    Bands,
    Critical,
    Instrument,
    Rule,
)
from vitalshift_desktop.domain.measures.not_given import NotGiven, NotGivenReason
from vitalshift_desktop.domain.measures.results import Reason, Risk, RiskState, Status
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.domain.outcomes import measure_courses
from vitalshift_desktop.domain.sessions import SessionId, numbered
from vitalshift_desktop.services.shipped_instruments import instruments
from vitalshift_desktop.ui.outcomes.outcome_chart import OutcomeChart
from vitalshift_desktop.ui.outcomes.outcome_facts import OutcomeFacts, outcome_facts
from vitalshift_desktop.ui.outcomes.outcome_scale import spread, ticks
from vitalshift_desktop.ui.outcomes.score_words import cutoff_words
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme

_BANDS = Bands((Band("minimal", 0), Band("mild", 5), Band("moderate", 10), Band("severe", 20)), SOURCE)


def _with_bands() -> Instrument:
    plain = measure()
    return replace(plain, scores=(replace(plain.scores[0], bands=_BANDS),), critical=Critical(9, 1, "a topic"))


def _facts(given: list[Scored], *, gaps: int = 0) -> OutcomeFacts:
    sessions = weekly(len(given) + gaps)
    later = range(len(given) + 1, len(given) + gaps + 1)
    missed = [NotGiven(SessionId(n), MAREN, "mood", NotGivenReason.FORGOT, "", NOON) for n in later]
    (course,) = measure_courses(given, sessions, numbered(sessions), FIRST_DAY, not_given=missed)
    facts = outcome_facts(course, TOTAL)
    assert facts is not None
    return facts


def _drawn(facts: OutcomeFacts, qtbot: QtBot, width: int = 900) -> tuple[OutcomeChart, QImage]:
    chart = OutcomeChart()
    qtbot.addWidget(chart)
    chart.show_facts(facts, "words")
    chart.resize(width, chart.sizeHint().height())
    return chart, chart.grab().toImage()


def _color(image: QImage, x: float, y: float) -> QColor:
    return image.pixelColor(QPoint(round(x), round(y)))


def _is_near(one: QColor, other: QColor) -> bool:
    apart = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return max(abs(part) for part in apart) < 40


def _hues(image: QImage) -> set[int]:
    """The hues of everything that is more than a tint, in steps of 30 degrees."""
    colors = (image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(image.height()))
    return {color.hue() // 30 for color in colors if color.saturation() > 100}


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("count", [1, 5, 60, 500])
def test_any_number_of_forms_is_drawn_in_every_look(qtbot: QtBot, mode: ThemeMode, size: int, count: int) -> None:
    theme().apply(mode, size)
    chart, image = _drawn(_facts(forms(*([12, 9, 14, None, 7] * 100)[:count], definition=_with_bands()), gaps=1), qtbot)
    scale = chart.scale
    assert _is_near(_color(image, scale.x(0), scale.y(12)), theme().color("client"))


@pytest.mark.parametrize("given", [forms(9, 9, 9), forms(None, None), forms(0), forms(27)])
def test_equal_scores_no_scores_and_both_ends_are_drawn(qtbot: QtBot, given: list[Scored]) -> None:
    chart, image = _drawn(_facts(given), qtbot)
    value = chart.facts.columns[0].value if chart.facts else None
    if value is not None:
        assert _is_near(_color(image, chart.scale.x(0), chart.scale.y(value)), theme().color("client"))


def test_what_is_not_complete_is_hollow_and_not_joined(qtbot: QtBot) -> None:
    given = [
        form(1, 14),
        form(2, 14, status=Status.PRORATED),
        form(3, 14, reason=Reason.ITEMS_LEFT_OUT),
        form(4, 14),
        form(5, 14),
    ]
    chart, image = _drawn(_facts(given), qtbot)
    scale, client = chart.scale, theme().color("client")
    filled = [_is_near(_color(image, scale.x(place), scale.y(14)), client) for place in range(5)]
    between = [_is_near(_color(image, scale.x(place + 0.5), scale.y(14)), client) for place in range(4)]
    assert filled == [True, False, False, True, True]
    assert between == [False, False, False, True]


def test_no_line_leads_across_another_key_or_a_session_without_the_measure(qtbot: QtBot) -> None:
    newer = measure(version="2", rule=Rule.MEAN)
    chart, image = _drawn(_facts([form(1, 14), form(2, 14), form(3, 14, newer)]), qtbot)
    client, scale = theme().color("client"), chart.scale
    assert _is_near(_color(image, scale.x(0.5), scale.y(14)), client)
    assert not _is_near(_color(image, scale.x(1.45), scale.y(14)), client)


def test_a_gap_between_two_forms_interrupts_the_line() -> None:
    sessions = weekly(3)
    given = [form(1, 14, session=1), form(3, 12, session=3)]
    missed = [NotGiven(SessionId(2), MAREN, "mood", NotGivenReason.DECLINED, "", NOON)]
    (course,) = measure_courses(given, sessions, numbered(sessions), not_given=missed)
    facts = outcome_facts(course, TOTAL)
    assert facts is not None
    assert [(one.session_no, one.value, one.leads_on) for one in facts.columns] == [
        (1, 14, False),
        (2, None, False),
        (3, 12, False),
    ]


def test_every_answer_to_the_critical_item_looks_alike(qtbot: QtBot) -> None:
    def answered(answer: int) -> QImage:
        one = form(1, 12, _with_bands())
        state = RiskState.ENDORSED if answer else RiskState.NONE
        chart, image = _drawn(_facts([replace(one, result=replace(one.result, risk=Risk(9, answer, state)))]), qtbot)
        top = chart.scale.bottom + 14
        return image.copy(0, top, image.width(), image.height() - top)

    none, some = (_hues(answered(answer)) for answer in (0, 3))
    assert none == some


def test_the_axis_shows_the_whole_scale() -> None:
    (score,) = measure().scores
    assert ticks(score) == (0, 5, 10, 15, 20, 27)
    assert ticks(replace(score, low=12, high=60)) == (12, 22, 32, 42, 52, 60)
    assert ticks(replace(score, low=0, high=100))[0] == 0
    assert ticks(replace(score, low=0, high=100))[-1] == 100


def test_names_beside_the_plot_are_never_over_each_other() -> None:
    moved = spread([10, 12, 13, 90, 99], 17, 0, 100)
    assert all(after - before >= 17 for before, after in pairwise(moved))
    assert moved[-1] <= 100
    assert spread([], 17, 0, 100) == ()


def test_the_name_of_every_cut_off_and_band_that_comes_with_the_app_has_room(qtbot: QtBot) -> None:
    chart, _image = _drawn(_facts([form(1, 14)]), qtbot)
    font = QFontMetrics(theme().font("caption"))
    scores = [score for shipped in instruments().values() for score in shipped.scores]
    names = [cutoff_words(cutoff) for score in scores for cutoff in score.cutoffs]
    names += [f"{band.name} 10–14" for score in scores if score.bands for band in score.bands.bands]
    room = chart.scale.width - chart.scale.right - 8
    assert [name for name in names if font.horizontalAdvance(name) > room] == []
