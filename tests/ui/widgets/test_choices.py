from collections.abc import Iterator
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.widgets.calendar_popup import CalendarPopup
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.day_text import day_text, read_day, read_time
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.save_state import SaveState
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.ui.widgets.tab_row import TabRow
from vitalshift_desktop.ui.widgets.time_field import TimeField
from vitalshift_desktop.ui.widgets.undo_bar import UndoBar

TODAY = date(2026, 3, 12)


def today() -> date:
    return TODAY


class Ears:
    def __init__(self) -> None:
        self.heard: list[object] = []

    def on_value(self, value: object) -> None:
        self.heard.append(value)

    def on_anything(self) -> None:
        self.heard.append(True)


@pytest.fixture
def locale_again() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture
def series(qtbot: QtBot) -> Segments:
    made = Segments([(10, "Score"), (20, "Goals"), (30, "Tasks")], name="Series")
    qtbot.addWidget(made)
    made.show()
    return made


def test_arrows_move_the_chosen_segment_and_stop_at_the_ends(qtbot: QtBot, series: Segments) -> None:
    ears = Ears()
    series.chosen.connect(ears.on_value)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        focused = next(segment for segment in series._segments if segment.isChecked())
        QTest.keyClick(focused, key)
    assert ears.heard == [20, 30]
    assert series.value == 30


def test_a_row_of_segments_is_one_tab_stop(series: Segments) -> None:
    stops = [segment.focusPolicy() for segment in series._segments]
    assert stops.count(Qt.FocusPolicy.StrongFocus) == 1


def test_choosing_a_segment_from_outside_tells_nobody(series: Segments) -> None:
    ears = Ears()
    series.chosen.connect(ears.on_value)
    series.choose(30)
    assert (series.value, ears.heard) == (30, [])


def test_a_tab_shown_from_outside_tells_nobody(qtbot: QtBot) -> None:
    tabs = TabRow([("overview", "Overview"), ("goals", "Goals")])
    qtbot.addWidget(tabs)
    ears = Ears()
    tabs.picked.connect(ears.on_value)
    tabs.show_tab("goals")
    tabs.step(1)
    assert (tabs.current_key(), ears.heard) == ("overview", ["overview"])


def test_the_count_of_a_tab_is_read_out(qtbot: QtBot) -> None:
    tabs = TabRow([("overview", "Overview"), ("goals", "Goals")])
    qtbot.addWidget(tabs)
    narrow = tabs.tabSizeHint(1).width()
    tabs.show_count("goals", 4)
    assert tabs.accessibleTabName(1) == "Goals, 4"
    assert tabs.tabSizeHint(1).width() > narrow


def test_a_wrong_date_is_answered_with_an_example(qtbot: QtBot) -> None:
    field = DateField("Due", today=today)
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, "31 Febuary")
    assert not field.is_valid()
    assert field.error == f"Use a date such as {day_text(TODAY, weekday=False)}."
    assert field.edit.property("state") == "error"
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.error == ""


def test_a_typed_date_is_told_once_it_is_finished(qtbot: QtBot) -> None:
    field = DateField("Due", today=today)
    qtbot.addWidget(field)
    ears = Ears()
    field.changed.connect(ears.on_anything)
    QTest.keyClicks(field.edit, "2026-03-31")
    assert ears.heard == []
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert ears.heard == [True]
    assert field.day() == date(2026, 3, 31)
    assert field.edit.text() == day_text(date(2026, 3, 31))


def test_a_day_picked_from_the_calendar_is_told(qtbot: QtBot) -> None:
    field = DateField("Due", day=TODAY, today=today)
    qtbot.addWidget(field)
    calendar = CalendarPopup(field)
    calendar.picked.connect(field._on_picked)
    with qtbot.waitSignal(field.changed):
        calendar.clicked.emit(QDate(2026, 3, 20))
    assert field.day() == date(2026, 3, 20)


def test_an_optional_date_may_be_empty_and_a_needed_one_not(qtbot: QtBot) -> None:
    optional, needed = DateField("Review", optional=True, today=today), DateField("Due", today=today)
    for field in (optional, needed):
        qtbot.addWidget(field)
    assert optional.is_valid()
    assert not needed.is_valid()


@pytest.mark.parametrize("written", ["31 Mar 2026", "31 March", "2026-03-31", "31.3.2026", "Mar 31, 2026"])
def test_dates_are_understood_as_people_write_them(locale_again: None, written: str) -> None:
    QLocale.setDefault(QLocale("en_US"))
    assert read_day(written, TODAY) == date(2026, 3, 31)


@pytest.mark.parametrize("language", ["en_US", "en_GB", "de_DE", "fr_FR", "ja_JP", "pl_PL"])
def test_what_the_field_writes_it_can_read(locale_again: None, language: str) -> None:
    QLocale.setDefault(QLocale(language))
    for day in (TODAY, date(2026, 5, 1), date(2024, 2, 29)):
        assert read_day(day_text(day), TODAY) == day
        assert read_day(day_text(day, weekday=False), TODAY) == day


@pytest.mark.parametrize(
    ("written", "meant"),
    [("13:30", time(13, 30)), ("9:05", time(9, 5)), ("1330", time(13, 30)), ("25:00", None), ("soon", None)],
)
def test_times_are_understood_as_people_write_them(written: str, meant: time | None) -> None:
    assert read_time(written) == meant


def test_a_wrong_time_is_answered_with_an_example(qtbot: QtBot) -> None:
    field = TimeField("Starts")
    qtbot.addWidget(field)
    field.edit.setText("half past")
    assert not field.is_valid()
    assert field.error.startswith("Use a time such as ")


def test_new_choices_keep_the_chosen_one(qtbot: QtBot) -> None:
    field = ChoiceField("Repeat", [(1, "Once"), (2, "Every week")], chosen=2)
    qtbot.addWidget(field)
    field.show_choices([(0, "Never"), (2, "Weekly")])
    assert field.value == 2


def test_a_secret_cannot_be_copied_or_brought_back(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, "copper ladder")
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    assert field.edit.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    field.wipe()
    QTest.keyClick(field.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""


def test_caps_lock_is_noticed_by_the_case_of_a_letter(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    field.show()
    plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for written, held, seen in (("a", plain, False), ("A", shift, False), ("A", plain, True), ("a", shift, True)):
        QApplication.sendEvent(field.edit, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, held, written))
        assert field._caps.isVisible() == seen


def test_a_passphrase_keeps_the_spaces_around_it(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, " copper ")
    assert field.text() == " copper "


def test_undo_is_offered_for_at_least_ten_seconds(qtbot: QtBot) -> None:
    bar = UndoBar(seconds=1)
    qtbot.addWidget(bar)
    bar.offer("Reminder done.")
    assert bar._timer.interval() >= 10_000
    with qtbot.waitSignal(bar.undone):
        bar._banner.button.click()
    assert not bar.isVisible()


def test_the_save_state_says_when_and_what_went_wrong(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    state.show_unsaved()
    assert state.text() == "Not saved yet"
    state.show_saved(datetime(2026, 3, 12, 14, 32))  # noqa: DTZ001 - a wall-clock time, as pages hand it over
    assert state.text().startswith("Saved ")
    state.show_failed()
    assert state.text() == "Could not save. Your text is still here; trying again."
