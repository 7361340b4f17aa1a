from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.home.on_screen import button, items, names, press, shown, texts
from tests.ui.wished import Wished
from vitalshift_desktop.ui.dates_in_words import long_day, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.home.home_page import HomePage
from vitalshift_desktop.ui.home.now_line import NowLine
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

OpenPage = Callable[[], HomePage]


def test_the_session_that_just_ended_keeps_the_primary_button_with_the_name_on_it(
    world: World, open_page: OpenPage
) -> None:
    world.held(world.client("Maren T."))
    world.planned(world.client("Tobiah L."), at=time(10, 15))
    page = open_page()
    assert button(page, "today.start").text() == "Write note for Maren T."
    assert [item.objectName() == "today.next" for item in items(page)] == [True, False]


def test_nothing_counts_down_to_the_next_session(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Maren T."), at=time(10, 12))
    page = open_page()
    assert button(page, "today.start").text() == "Start session note for Maren T."
    assert not [words for words in texts(page) if "minute" in words]
    assert f"ends {time_words(time(11, 2))}" in texts(page)


def test_the_next_session_is_opened_once_the_note_was_begun(world: World, open_page: OpenPage) -> None:
    ended = world.held(world.client("Maren T."))
    world.planned(world.client("Tobiah L."), at=time(11, 0))
    page = open_page()
    world.written(ended)
    assert button(page, "today.start").text() == "Start session note for Tobiah L."
    assert button(page, f"today.note.{ended.id}").text() == "Finish note"


def test_enter_starts_the_note_with_one_key(world: World, open_page: OpenPage, wished: Wished) -> None:
    ended = world.held(world.client())
    page = open_page()
    press(page, Qt.Key.Key_Return)
    assert wished.notes == [ended.id]


def test_the_panel_shows_last_time_plan_and_check_in(world: World, open_page: OpenPage) -> None:
    maren = world.client()
    world.written(world.held(maren, days=-7), text="Took the bus alone.", plan="Two stops on Friday.")
    world.planned(maren, at=time(11, 0))
    page = open_page()
    (last,) = shown(page, QLabel, "today.next.last")
    (plan,) = shown(page, QLabel, "today.next.plan")
    assert isinstance(last, RecordLabel)
    assert isinstance(plan, RecordLabel)
    assert (last.words(), plan.words()) == ("Took the bus alone.", "Two stops on Friday.")
    assert "Session check-in, at the end" in texts(page)


def test_the_line_at_the_present_time_stands_between_what_has_begun_and_what_is_to_come(
    world: World, open_page: OpenPage
) -> None:
    world.signed(world.held(world.client("Idris K.")))
    world.planned(world.client("Maren T."), at=time(11, 0))
    page = open_page()
    (line,) = shown(page, NowLine, "today.now")
    before, after = items(page)
    assert before.geometry().bottom() <= line.geometry().top()
    assert line.geometry().bottom() <= after.geometry().top()


def test_the_line_goes_on_and_a_session_that_begins_is_opened(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Idris K."), at=time(10, 0))
    later = world.planned(world.client("Maren T."), at=time(11, 0))
    page = open_page()
    world.clock.advance(minutes=5)
    page._on_tick()
    assert time_words(time(10, 5)) in texts(page.day.agenda)
    world.clock.advance(minutes=55)
    page._on_tick()
    assert [item.line.session.id for item in items(page) if item.objectName() == "today.next"] == [later.id]


def test_rows_say_how_far_their_note_has_come(world: World, open_page: OpenPage) -> None:
    world.signed(world.held(world.client("Idris K."), at=time(7, 0)))
    world.written(world.held(world.client("Wren A."), at=time(8, 0)))
    page = open_page()
    assert [name.split(", ")[-1] for name in names(page)] == ["Note signed", "Note not finished"]


def test_a_session_that_nobody_marked_says_so(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Idris K."), at=time(7, 0))
    world.held(world.client("Wren A."), at=time(8, 0))
    page = open_page()
    assert names(page)[0].endswith("Attendance not marked")


def test_another_day_has_its_sessions_and_no_primary_button(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Maren T."))
    world.planned(world.client("Tobiah L."), days=1)
    page = open_page()
    press(page, Qt.Key.Key_Right)
    assert [item.line.client.name for item in items(page)] == ["Tobiah L."]
    assert shown(page, QPushButton, "today.start") == []
    assert page.header.title.text() == long_day(world.today + timedelta(days=1))
    assert page.header.hint.text() == "Tomorrow"


def test_choosing_today_again_leads_back_from_another_day(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Maren T."))
    page = open_page()
    QTest.mouseClick(page.header.back, Qt.MouseButton.LeftButton)
    assert page.header.hint.text() == "Yesterday"
    page.header.segments.chosen.emit("day")
    assert page.header.title.text() == long_day(world.today)


def test_a_day_without_sessions_can_still_be_left_by_key(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Maren T."))
    page = open_page()
    press(page, Qt.Key.Key_Left)
    assert "No sessions on this day." in texts(page)
    press(page, Qt.Key.Key_Right)
    assert len(items(page)) == 1


def test_tomorrow_is_told_in_one_sentence(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Anselm V."), days=1, at=time(9, 30))
    world.planned(world.client("Wren A."), days=1, at=time(11, 0))
    page = open_page()
    (words,) = shown(page, QLabel, "today.tomorrow")
    assert isinstance(words, QLabel)
    at = time_words(time(9, 30))
    assert words.text() == f"Tomorrow, Tuesday: 2 sessions, the first at {at} with Anselm V."


def test_an_empty_practice_offers_to_add_the_first_client(
    world: World, open_page: OpenPage, desk: Desk, qtbot: QtBot
) -> None:
    page = open_page()
    with qtbot.waitSignal(desk.wishes.new_client):
        press(page, Qt.Key.Key_Space)
    world.client()
    assert shown(page, QPushButton, "today.add_client") == []
    assert "No sessions today." in texts(page)


def test_an_empty_day_offers_to_plan_a_session(world: World, open_page: OpenPage, wished: Wished) -> None:
    world.client()
    page = open_page()
    button(page, "today.plan").click()
    assert wished.plans == [None]


def test_with_initials_only_no_name_and_no_word_of_the_record_is_shown(
    world: World, open_page: OpenPage, desk: Desk
) -> None:
    maren = world.client("Maren Tveit")
    world.written(world.held(maren, days=-7), text="Took the bus alone.", plan="Two stops.")
    world.planned(maren, at=time(11, 0))
    world.planned(world.client("Tobiah Lund"), at=time(12, 0))
    page = open_page()
    desk.privacy.set_on(True)
    seen = " ".join([*texts(page), *names(page), button(page, "today.start").text()])
    assert "M. T." in seen
    assert "T. L." in seen
    for word in ("Maren", "Tveit", "Tobiah", "Lund", "bus", "stops"):
        assert word not in seen


def test_a_name_with_angle_brackets_is_shown_as_it_was_typed(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("<b>Maren</b>"), at=time(11, 0))
    page = open_page()
    assert "<b>Maren</b>" in texts(page)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel))


def test_a_very_long_name_does_not_push_anything_off_the_page(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Wolfeschlegelsteinhausenbergerdorff" * 4), at=time(11, 0))
    world.planned(world.client("Wolfeschlegelsteinhausenbergerdorff" * 4), at=time(12, 0))
    page = open_page()
    page.resize(968, 622)
    assert page.width() == 968
    assert all(item.width() <= 968 - 292 for item in items(page))


@pytest.mark.parametrize(("width", "beside"), [(1080, True), (968, True), (700, False)])
def test_what_waits_stands_beside_the_day_where_there_is_room(
    world: World, open_page: OpenPage, width: int, beside: bool
) -> None:
    world.planned(world.client(), at=time(11, 0))
    page = open_page()
    page.resize(width, 622)
    side, agenda = page.day.side, page.day.agenda
    left = side.mapTo(page, side.rect().topLeft()).x()
    assert (left > agenda.mapTo(page, agenda.rect().topRight()).x()) is beside


def test_large_text_needs_one_column(world: World, open_page: OpenPage) -> None:
    world.planned(world.client(), at=time(11, 0))
    page = open_page()
    theme().apply(ThemeMode.LIGHT, 200)
    try:
        QApplication.processEvents()
        side, agenda = page.day.side, page.day.agenda
        assert side.mapTo(page, side.rect().topLeft()).y() > agenda.mapTo(page, agenda.rect().bottomLeft()).y()
    finally:
        theme().apply(ThemeMode.LIGHT, 100)


def test_every_control_has_a_name_to_be_read_out(world: World, open_page: OpenPage) -> None:
    world.written(world.held(world.client("Idris K."), at=time(7, 0)))
    world.planned(world.client("Maren T."), at=time(11, 0))
    page = open_page()
    silent = [
        control.objectName()
        for control in page.findChildren(QPushButton)
        if control.isVisible() and not (control.accessibleName() or control.text())
    ]
    assert silent == []
    assert all(names(page))
