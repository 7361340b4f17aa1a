from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.world import World
from tests.ui.measures.courses import CLIENT, YOU, course
from tests.ui.measures.pages import DROP, rated
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage
from vitalshift_desktop.ui.measures.range_dialog import RangeDialog
from vitalshift_desktop.ui.measures.side_words import Around, around_words, early_words, gap_words_together
from vitalshift_desktop.ui.widgets.labels import TextLabel


def test_the_first_five_tell_their_average_and_from_three_scores_on_their_slope() -> None:
    assert early_words(course((None, None))) == ()
    (few,) = early_words(course((7.0, 8.0)))
    assert few.startswith("First five sessions: average 7.5, from 2 scores.")
    assert "said from three scores on" in few
    (rising,) = early_words(course((6.0, 6.5, 7.0, 7.5, 8.0, 1.0)))
    assert rising.endswith("From session to session it rose by 0.5.")
    assert early_words(course((7.0, 7.0, 7.0)))[0].endswith("it stayed level.")


def test_both_ratings_are_told_together_with_how_many_pairs_they_rest_on() -> None:
    assert gap_words_together(course((7.0, 7.5), (8.0, 8.0)), "Maren") == ()
    (four,) = gap_words_together(course((7.0, 7.5, 8.0, 7.0), (8.0, 8.5, 9.0, 8.0)), "Maren")
    assert four.startswith("Over 4 sessions that both rated you are 1.0 higher than Maren on average.")
    assert "from 5 such sessions on" in four
    (twelve,) = gap_words_together(course(CLIENT, YOU), "Maren")
    assert "Over 12 sessions" in twelve
    assert "r = 0." in twelve
    assert twelve.endswith("This is for information and never a mark.")
    (still,) = gap_words_together(course((7.0,) * 6, (7.0,) * 6), "Maren")
    assert "you and Maren are level on average" in still
    assert "cannot be said" in still


def test_pauses_episodes_guardians_and_a_range_that_began_anew_are_said() -> None:
    assert around_words(course(CLIENT), "Maren", Around()) == ()
    anew = course(CLIENT, pause_before=8)
    words = " ".join(around_words(anew, "Maren", Around(2, "Ingrid", date(2026, 2, 3))))
    for part in ("ratings of Ingrid", "episode 2", "Measures are paused for Maren since", "began anew in session 8"):
        assert part in words


def dialog_words(page: AlliancePage) -> str:
    QTest.keyClick(page.words.how, Qt.Key.Key_Space)
    dialog = next(one for one in page.window().findChildren(RangeDialog) if one.isVisible())
    words = " | ".join(label.text() for label in dialog.findChildren(TextLabel))
    dialog.reject()
    return words


def test_how_the_range_is_worked_out_shows_each_step(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, [7, 8, 7, 8, 7, 8]).id)
    words = dialog_words(page)
    for step in ("6 scores that were not marked | ", "7.50", "2.66 × 1.00 = 2.66", "4.84", "4.8 to 10.0, as the scale"):
        assert step in words


def test_a_mark_is_worked_out_in_the_numbers_of_its_own_day(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    assert "Session 7: 4.0 is under 5.5" in dialog_words(page)


def test_an_early_fall_is_worked_out_too(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, [8, 5]).id)
    words = dialog_words(page)
    assert "Session 2: 8.0 − 5.0 = 3.0, and a fall of 2.0" in words
    assert "appears after six. There are 2 so far." in words


def test_a_long_course_has_an_overview_that_leads_to_any_part(page: AlliancePage, world: World) -> None:
    assert not page.overview.isVisible()
    page.show_client(rated(world, [7] * 17).id)
    QApplication.processEvents()
    assert page.overview.isVisible()
    assert not page.chart.scale.can_see(0)
    QTest.mouseClick(page.overview, Qt.MouseButton.LeftButton, pos=QPoint(page.chart.scale.gutter + 4, 10))
    assert page.chart.scale.can_see(0)


def test_page_keys_step_by_as_many_sessions_as_can_be_seen(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, [7] * 17).id)
    QApplication.processEvents()
    QTest.keyClick(page.chart, Qt.Key.Key_End)
    QTest.keyClick(page.chart, Qt.Key.Key_PageUp)
    assert page.chart.chosen is not None
    assert 0 <= page.chart.chosen <= 6
