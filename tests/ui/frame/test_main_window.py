from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListView, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.frame.conftest import Press, press_in, shown_words
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import DiskFull
from vitalshift_desktop.ui.actions import Where
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.ui.menus import Menus
from vitalshift_desktop.ui.text_size import TextSize
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame

NAME = "Maren Tveit"


def test_no_window_title_ever_names_anybody(window: MainWindow, world: World, press: Press) -> None:
    client = world.client(NAME)
    window.open_client(client.id, "overview")
    press("Ctrl+Shift+N")
    assert isinstance(QApplication.activeModalWidget(), QDialog)
    titles = {top.windowTitle() for top in QApplication.topLevelWidgets() if top.isVisible()}
    assert titles == {"VitalShift"}
    press("Esc")
    assert QApplication.activeModalWidget() is None


def test_initials_only_is_one_key_and_its_state_stays_visible(window: MainWindow, world: World, press: Press) -> None:
    client = world.client(NAME)
    window.open_client(client.id, "overview")
    assert NAME in shown_words(window)
    press("Ctrl+Shift+I")
    assert NAME not in shown_words(window)
    assert "M. T." in shown_words(window)
    assert window.privacy_corner.initials.isChecked()
    assert window.menus.actions["initials"].isChecked()
    QTest.mouseClick(window.privacy_corner.initials, Qt.MouseButton.LeftButton)
    assert NAME in shown_words(window)
    assert not window.menus.actions["initials"].isChecked()


def test_under_1100_pixels_the_navigation_is_icons_with_their_words_as_tips(window: MainWindow) -> None:
    window.resize(1280, 800)
    wide = window.navigation.width()
    window.resize(1090, 700)
    assert window.navigation.width() < wide / 2
    home = window.navigation.buttons["home"]
    assert (home.accessibleName(), home.toolTip().split(" ")[0]) == ("Today", "Today")
    window.resize(1100, 700)
    assert window.navigation.width() == wide


def test_where_the_window_stood_is_kept_for_this_computer(window: MainWindow, desk: Desk) -> None:
    window.resize(1044, 699)
    window.save_now()
    assert desk.settings.geometry == window.saveGeometry()


def test_a_problem_without_a_field_is_told_above_the_page_until_it_is_waved_away(
    window: MainWindow, desk: Desk
) -> None:
    desk.wishes.trouble.emit(DiskFull())
    assert window.banner.isVisible()
    assert window.banner.sentence().startswith("The drive is full, so this is not saved yet.")
    window.banner.button.click()
    assert not window.banner.isVisible()


def test_what_was_done_can_be_undone_once(window: MainWindow, desk: Desk) -> None:
    undone: list[str] = []
    desk.wishes.undo_offered.emit("Reminder done.", lambda: undone.append("first"))
    desk.wishes.undo_offered.emit("Reminder moved.", lambda: undone.append("second"))
    assert window.undo_bar.isVisible()
    assert "Reminder moved." in shown_words(window)
    button = next(part for part in window.undo_bar.findChildren(QPushButton) if part.text() == "Undo")
    button.click()
    button.click()
    assert undone == ["second"]
    assert not window.undo_bar.isVisible()


def test_an_undo_that_fails_is_told(window: MainWindow, desk: Desk) -> None:
    def fail() -> None:
        raise DiskFull

    desk.wishes.undo_offered.emit("Reminder done.", fail)
    window.undo_bar.undone.emit()
    assert window.banner.isVisible()


def test_a_change_from_elsewhere_is_seen_on_the_page_and_in_the_navigation(window: MainWindow, world: World) -> None:
    window.go("clients")
    world.client(NAME)
    assert any("Maren" in index for index in _client_rows(window))
    world.workspace.events.publish(Changed(Subject.REMINDERS))
    assert window.navigation.buttons["reminders"].accessibleName().startswith("Reminders")


def test_text_grows_in_steps_and_stays_between_100_and_200_percent(qtbot: QtBot, tmp_path: Path) -> None:
    bare, settings = QMainWindow(), DeviceSettings(tmp_path / "device.ini")
    qtbot.addWidget(bare)
    actions = Menus(bare).actions
    TextSize(settings, actions, bare)
    try:
        actions["smaller"].trigger()
        assert theme().text_size == 100
        actions["larger"].trigger()
        actions["larger"].trigger()
        assert (theme().text_size, settings.text_size) == (120, 120)
        settings.set_text_size(195)
        actions["larger"].trigger()
        assert (theme().text_size, settings.text_size) == (200, 200)
        actions["normal"].trigger()
        assert settings.text_size == 100
    finally:
        theme().apply(theme().mode, 100)


def test_an_emptied_window_shows_and_hears_nothing(window: MainWindow, world: World) -> None:
    client = world.client(NAME)
    window.open_client(client.id, "overview")
    window.empty()
    world.client("Idris K.")
    assert NAME not in shown_words(window)


def test_a_new_note_for_the_client_at_hand_opens_at_once(window: MainWindow, world: World, press: Press) -> None:
    client = world.client(NAME)
    window.open_client(client.id, "overview")
    press("Ctrl+N")
    assert window.pages.key == "note"
    assert window.client_at_hand == client.id


@pytest.mark.parametrize("keys", ["Ctrl+Shift+N", "Ctrl+Shift+R", "Ctrl+N"])
def test_a_form_opens_without_blocking_and_esc_takes_it_away(
    window: MainWindow, world: World, press: Press, keys: str
) -> None:
    world.client(NAME)
    press(keys)
    form = QApplication.activeModalWidget()
    assert isinstance(form, QDialog)
    press_in(form, "Esc")
    assert QApplication.activeModalWidget() is None


def test_help_tells_the_keys_of_this_page_the_limits_and_what_the_app_is(window: MainWindow, press: Press) -> None:
    press("F1")
    keys = _open_dialog()
    assert "Go to…" in shown_words(keys)
    assert "Sign note…" not in shown_words(keys)
    press_in(keys, "Esc")
    window.menus.actions["limits"].trigger()
    assert "Nobody can open the records without the passphrase" in shown_words(_open_dialog())
    press_in(_open_dialog(), "Return")  # the safe button closes it
    window.menus.actions["about"].trigger()
    assert "GNU General Public License" in shown_words(_open_dialog())
    press_in(_open_dialog(), "Esc")
    assert QApplication.activeModalWidget() is None


def test_help_shows_how_often_the_marked_drop_rule_is_right(window: MainWindow) -> None:
    window.menus.actions["marks"].trigger()
    named = {label.accessibleName(): label.text() for label in _open_dialog().findChildren(QLabel)}
    found = "Steady scores, drop in session 13. A real drop of 3 points was found: 92 %"
    assert named[found] == "92 %"
    assert sum(" %" in name for name in named) == 12
    press_in(_open_dialog(), "Esc")


def test_help_works_out_the_range_with_the_figures_of_the_rule_and_says_what_handing_over_leaves_open(
    window: MainWindow,
) -> None:
    window.menus.actions["range"].trigger()
    words = shown_words(_open_dialog())
    assert "appears after 6" in words
    assert "2.66 times the average step" in words
    assert "at least 1.5 points" in words
    assert "a fall of 2.0 points or more" in words
    assert "more than 42 days" in words
    press_in(_open_dialog(), "Esc")
    window.menus.actions["handing_over"].trigger()
    words = shown_words(_open_dialog())
    assert "task switcher" in words
    assert "guest account" in words
    press_in(_open_dialog(), "Esc")


def test_the_keys_of_the_charts_stand_on_their_pages_only(window: MainWindow) -> None:
    for tab, is_there in (("", False), ("alliance", True), ("outcomes", True), ("goals", False)):
        window.help.show_keys(Where.CLIENT, tab)
        words = shown_words(_open_dialog())
        assert ("Home, End" in words) is is_there, tab
        press_in(_open_dialog(), "Esc")


def test_f1_on_the_reminders_tells_the_keys_of_its_rows(window: MainWindow) -> None:
    window.go("reminders")
    window.menus.actions["keys"].trigger()
    words = shown_words(_open_dialog())
    for said in ("Row: put off to tomorrow", "Row: put off to the next session", "Row: skip this time", "Space or D"):
        assert said in words
    press_in(_open_dialog(), "Esc")


def test_f1_on_the_boundaries_leads_to_the_help_about_them(window: MainWindow) -> None:
    window.help.show_keys(Where.CLIENT, "goals")
    assert _open_dialog().findChild(QPushButton, "help.about.0") is None
    press_in(_open_dialog(), "Esc")
    window.help.show_keys(Where.CLIENT, "agreements")
    first = _open_dialog()
    link = first.findChild(QPushButton, "help.about.0")
    assert link is not None
    link.click()
    assert "never in force on the same day" in shown_words(_open_dialog())
    assert not first.isVisible()
    press_in(_open_dialog(), "Esc")


def test_help_says_what_studies_cannot_say_about_one_client(window: MainWindow) -> None:
    window.menus.actions["studies"].trigger()
    words = shown_words(_open_dialog())
    assert "r = .278 (.256 to .299), from 295 studies" in words
    assert "They never predict one client" in words
    press_in(_open_dialog(), "Esc")


@pytest.mark.parametrize(
    "page", ["limits", "handing_over", "range", "marks", "studies", "change", "consents", "notes_help"]
)
def test_no_sentence_of_the_help_is_cut(window: MainWindow, page: str) -> None:
    window.menus.actions[page].trigger()
    labels = _open_dialog().findChildren(QLabel)
    assert len(labels) > 5
    assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []
    press_in(_open_dialog(), "Esc")


def test_edit_commands_work_on_the_field_that_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    field = QLineEdit("two words", window)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    window.menus.actions["select_all"].trigger()
    assert field.selectedText() == "two words"
    window.menus.actions["cut"].trigger()
    assert field.text() == ""
    window.menus.actions["undo"].trigger()
    assert field.text() == "two words"


def _open_dialog() -> DialogFrame:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogFrame)
    return dialog


def _client_rows(window: MainWindow) -> list[str]:
    words = []
    for view in window.pages.clients.findChildren(QListView):
        model = view.model()
        words += [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return words


def test_ctrl_z_outside_a_field_takes_the_undo_that_is_offered(window: MainWindow, desk: Desk, press: Press) -> None:
    undone: list[bool] = []
    desk.wishes.undo_offered.emit("Reminder done.", lambda: undone.append(True))
    press("Ctrl+Z")
    press("Ctrl+Z")
    assert undone == [True]
    assert not window.undo_bar.isVisible()
