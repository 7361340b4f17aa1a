"""The fixtures notice what they are there to notice."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs, UnaskedAnswer, UnexpectedQuestion
from tests.support.left_over import LeftOver


def test_the_clock_stands_still_until_it_is_moved(clock: FakeClock) -> None:
    before = clock.now()
    assert clock.now() == before
    clock.advance(days=7, hours=1)
    assert clock.now() - before == timedelta(days=7, hours=1)
    assert clock.now().tzinfo is UTC


def test_a_clock_is_never_set_to_a_time_without_a_zone(clock: FakeClock) -> None:
    with pytest.raises(AssertionError):
        clock.set(datetime(2026, 3, 2))  # noqa: DTZ001 - the very thing that is refused


def test_dialogs_answer_in_the_order_prepared() -> None:
    dialogs = FakeDialogs()
    dialogs.next_answer("Keep")
    dialogs.next_answer(None)
    assert dialogs.ask(None, "Delete the draft?", "", ["Keep", "Delete"]) == "Keep"
    assert dialogs.choose_folder(None, "Where to?") is None
    dialogs.assert_settled()


def test_an_unexpected_question_fails_even_where_a_slot_swallowed_it() -> None:
    dialogs = FakeDialogs()
    with pytest.raises(UnexpectedQuestion):
        dialogs.ask(None, "Sure?", "", ["Yes"])
    with pytest.raises(UnexpectedQuestion):
        dialogs.assert_settled()


def test_an_answer_that_is_no_button_fails() -> None:
    dialogs = FakeDialogs()
    dialogs.next_answer("Perhaps")
    with pytest.raises(UnexpectedQuestion):
        dialogs.ask(None, "Sure?", "", ["Yes", "No"])


def test_an_answer_nobody_asked_for_fails() -> None:
    dialogs = FakeDialogs()
    dialogs.next_answer("Yes")
    with pytest.raises(UnaskedAnswer):
        dialogs.assert_settled()


def test_every_test_has_a_home_of_its_own(home: Path) -> None:
    assert Path.home() == home
    assert sorted(path.name for path in home.iterdir() if any(path.iterdir())) == []


def test_a_window_left_over_is_found(qapp: QApplication) -> None:
    left_over = LeftOver()
    window = QWidget()
    window.setObjectName("forgotten")
    assert left_over.found() == ["window QWidget forgotten"]


def test_a_running_timer_left_over_is_found_and_a_stopped_one_is_not(qapp: QApplication) -> None:
    left_over = LeftOver()
    timer = QTimer()
    timer.start(1_000)
    assert [line.split(" of ")[0].strip() for line in left_over.found()] == ["timer every 1000 ms"]
    timer.stop()
    assert left_over.found() == []


def test_a_thread_left_over_is_found(qapp: QApplication) -> None:
    left_over = LeftOver(patience=0.01)
    may_end = threading.Event()
    thread = threading.Thread(target=may_end.wait, name="forgotten")
    thread.start()
    found = left_over.found()
    may_end.set()
    thread.join()
    assert found == ["thread forgotten"]
