"""The switcher finds people, tabs, months, acts, and sentences of the record."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.frame.conftest import Press, press_in
from vitalshift_desktop.domain.clients import ClientDetails, ClientStatus
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.ui.widgets.hits_view import Hit
from vitalshift_desktop.ui.widgets.switcher import Switcher


def opened(press: Press, typed: str) -> Switcher:
    press("Ctrl+K")
    switcher = QApplication.activeModalWidget()
    assert isinstance(switcher, Switcher)
    switcher.field.setText(typed)
    return switcher


def hits(switcher: Switcher, group: str = "") -> list[Hit]:
    model = switcher.list._hits
    lines = [model.line(place) for place in range(model.rowCount())]
    return [line for line in lines if isinstance(line, Hit) and group in ("", line.group)]


def wait_for_the_record(qtbot: QtBot, switcher: Switcher) -> list[Hit]:
    qtbot.waitUntil(lambda: bool(hits(switcher, "In the record")))
    return hits(switcher, "In the record")


def test_a_word_of_a_note_is_found_and_enter_opens_that_note(
    window: MainWindow, world: World, press: Press, qtbot: QtBot
) -> None:
    client = world.client()
    session = world.held(client, -7)
    world.written(session, "He took the ferry. Then he walked.")
    world.written(world.held(client, -14), "Nothing of the kind.")
    switcher = opened(press, "ferr")
    found, see_all = wait_for_the_record(qtbot, switcher)
    assert (found.text, found.sentence, found.marks) == ("Maren T.", "He took the ferry.", ((12, 17),))
    assert see_all.text == "See all that was found"
    press_in(switcher, "Return")
    assert window.pages.key == "note"
    opened_note = window.pages.note._opened
    assert opened_note is not None
    assert opened_note.note.session_id == session.id


def test_enter_at_once_after_the_last_letter_does_not_miss_the_note(
    window: MainWindow, world: World, press: Press, qtbot: QtBot
) -> None:
    world.written(world.held(world.client()), "He took the ferry.")
    switcher = opened(press, "ferry")
    press_in(switcher, "Return")
    qtbot.waitUntil(lambda: window.pages.key == "note")


def test_while_names_are_short_sentences_are_covered(
    window: MainWindow, world: World, press: Press, qtbot: QtBot
) -> None:
    world.written(world.held(world.client("Maren Tveit")), "He took the ferry.")
    press("Ctrl+Shift+I")
    switcher = opened(press, "ferry")
    found = wait_for_the_record(qtbot, switcher)[0]
    assert (found.text, found.is_covered) == ("M. T.", True)
    assert "ferry" not in found.spoken
    press_in(switcher, "Esc")


def test_fewer_than_three_letters_do_not_search_the_record(world: World, press: Press, window: MainWindow) -> None:
    world.written(world.held(world.client()), "fe fe fe")
    switcher = opened(press, "fe")
    switcher._on_pause()
    assert hits(switcher, "In the record") == []
    press_in(switcher, "Esc")


def test_a_name_and_a_word_search_the_record_of_that_client(
    window: MainWindow, world: World, press: Press, qtbot: QtBot
) -> None:
    for name in ("Maren T.", "Idris K."):
        world.workspace.goals.add(world.client(name).id, GoalDetails(wording="Take the ferry", short="Ferry"))
    switcher = opened(press, "maren ferry")
    found, _see_all = wait_for_the_record(qtbot, switcher)
    assert found.text == "Maren T."
    press_in(switcher, "Return")
    assert window.pages.clients.workspace.tab == "goals"


def test_ended_clients_are_found_and_marked_so(window: MainWindow, world: World, press: Press) -> None:
    client = world.workspace.clients.add(ClientDetails(preferred_name="Wren A.", legal_name="Ada Wren", code="Q-77"))
    world.workspace.clients.set_status(client.id, ClientStatus.CLOSED)
    switcher = opened(press, "")
    for typed in ("wren", "ada", "q-77"):
        switcher.field.setText(typed)
        assert hits(switcher, "Clients")[0].detail == "Q-77, Closed"
    press_in(switcher, "Esc")


def test_who_comes_today_is_shown_with_the_time(window: MainWindow, world: World, press: Press) -> None:
    client = world.client()
    world.planned(client)
    switcher = opened(press, "maren")
    assert hits(switcher, "Clients")[0].detail.endswith("today, 12:00")
    press_in(switcher, "Esc")


def test_a_tab_is_found_by_the_name_and_its_own_word(window: MainWindow, world: World, press: Press) -> None:
    world.client()
    switcher = opened(press, "mar bound")
    found = [(hit.text, hit.detail) for hit in hits(switcher)]
    assert found == [("Maren T.", "Boundaries"), ("Agree on boundaries with Maren T.…", "")]
    press_in(switcher, "Return")
    assert window.pages.clients.workspace.tab == "agreements"


def test_acts_name_the_client_and_commands_of_the_menus_are_there(
    window: MainWindow, world: World, press: Press
) -> None:
    world.client()
    switcher = opened(press, "maren plan")
    assert [hit.text for hit in hits(switcher, "Do")] == ["Plan a session with Maren T.…", "Safety plan of Maren T."]
    switcher.field.setText("larger")
    (larger,) = hits(switcher, "Do")
    assert (larger.text, larger.hint) == ("Larger text", "Ctrl +")
    press_in(switcher, "Esc")


@pytest.mark.parametrize(
    ("typed", "words"), [("mar", "March 2026"), ("dec", "December 2025"), ("april 2024", "April 2024")]
)
def test_a_month_opens_its_first_week(window: MainWindow, press: Press, typed: str, words: str) -> None:
    switcher = opened(press, typed)
    assert [hit.text for hit in hits(switcher, "Go to")] == [words]
    press_in(switcher, "Return")
    assert window.pages.key == "home"
    assert (
        window.pages.home._day
        == {"March": date(2026, 3, 1), "Decem": date(2025, 12, 1), "April": date(2024, 4, 1)}[words[:5]]
    )


@pytest.mark.parametrize("typed", ['"', "-", "*", "NEAR(", "🙂🙂🙂", "x" * 10_000, "a b c d e f g h i j"])
def test_odd_input_does_no_harm(window: MainWindow, world: World, press: Press, typed: str) -> None:
    world.written(world.held(world.client()), "He took the ferry.")
    switcher = opened(press, typed)
    switcher._on_pause()
    press_in(switcher, "Esc")
    assert window.pages.key == "home"
