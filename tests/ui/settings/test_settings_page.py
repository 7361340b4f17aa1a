from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.practice import Paper, Practice, ShownAs
from vitalshift_desktop.ui.actions import Command, commands
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.appearance_section import AppearanceSection
from vitalshift_desktop.ui.settings.practice_section import PracticeSection
from vitalshift_desktop.ui.settings.privacy_section import PrivacySection
from vitalshift_desktop.ui.settings.settings_page import SettingsPage
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.ui.widgets.labels import TextLabel

KEPT = Practice(
    practice_name="Ellery Counseling",
    counselor_name="Rowan Ellery",
    title="MA, LPC",
    registration_number="4471",
    letterhead="12 Harbor Lane\nLarkmoor",
    jurisdiction="uk",
    paper=Paper.A4,
    session_minutes=55,
    idle_lock_minutes=3,
    lock_after_minutes=7,
    low_checkin_under=6.5,
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, world: World) -> SettingsPage:
    world.workspace.practice.change(KEPT)
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.resize(1080, 742)
    return page


def shown(page: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def practice_section(page: SettingsPage) -> PracticeSection:
    section = page.section("practice")
    assert isinstance(section, PracticeSection)
    return section


def privacy_section(page: SettingsPage) -> PrivacySection:
    section = page.section("privacy")
    assert isinstance(section, PrivacySection)
    return section


def appearance_section(page: SettingsPage) -> AppearanceSection:
    section = page.section("appearance")
    assert isinstance(section, AppearanceSection)
    return section


def test_looking_at_every_section_and_leaving_changes_nothing(qtbot: QtBot, page: SettingsPage, world: World) -> None:
    for key in ("practice", "privacy", "appearance", "keyboard"):
        page.show_section(key)
    shown(page, qtbot)
    for key in ("privacy", "appearance", "keyboard", "practice"):
        page.show_section(key)
    page.save_now()
    assert world.workspace.practice.get() == KEPT


def test_the_practice_is_shown_as_it_is_kept(qtbot: QtBot, page: SettingsPage) -> None:
    shown(page, qtbot)
    section = practice_section(page)
    fields = (section.name, section.title, section.practice_name, section.registration)
    assert [field.text() for field in fields] == ["Rowan Ellery", "MA, LPC", "Ellery Counseling", "4471"]
    assert section.letterhead.text() == KEPT.letterhead
    assert (section.jurisdiction.value, section.paper.value, section.minutes.value) == ("uk", Paper.A4, 55)


def test_what_is_typed_is_kept_when_the_field_is_left(qtbot: QtBot, page: SettingsPage, world: World) -> None:
    shown(page, qtbot)
    section = practice_section(page)
    section.name.setFocus()
    section.name.edit.selectAll()
    QTest.keyClicks(section.name.edit, "Rowan E. Ellery")
    QTest.keyClick(section.name.edit, Qt.Key.Key_Tab)
    assert world.workspace.practice.get() == replace(KEPT, counselor_name="Rowan E. Ellery")


def test_the_letterhead_is_kept_when_another_section_is_opened(qtbot: QtBot, page: SettingsPage, world: World) -> None:
    shown(page, qtbot)
    section = practice_section(page)
    section.letterhead.setFocus()
    QTest.keyClick(section.letterhead, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(section.letterhead, "\r555 0142")
    page.show_section("privacy")
    assert world.workspace.practice.get().letterhead == "12 Harbor Lane\nLarkmoor\n555 0142"


def test_news_from_elsewhere_does_not_take_away_what_is_being_typed(
    qtbot: QtBot, page: SettingsPage, world: World
) -> None:
    shown(page, qtbot)
    section = practice_section(page)
    section.name.setFocus()
    QTest.keyClicks(section.name.edit, "X")
    typed = section.name.text()
    world.workspace.practice.change(replace(KEPT, lock_after_minutes=20))
    page.hear(Changed(Subject.PRACTICE))
    assert section.name.text() == typed
    page.save_now()
    kept = world.workspace.practice.get()
    assert (kept.counselor_name, kept.lock_after_minutes) == (typed, 20)


def test_every_jurisdiction_that_is_known_can_be_chosen(qtbot: QtBot, page: SettingsPage, world: World) -> None:
    shown(page, qtbot)
    section = practice_section(page)
    for known, _name in world.workspace.practice.jurisdictions():
        section.jurisdiction.choose(known)
        section.jurisdiction.picked.emit(known)
        assert world.workspace.practice.get().jurisdiction == known
    assert world.workspace.practice.jurisdictions()[-1][0] == "other"


def test_a_jurisdiction_that_is_not_known_is_shown_and_kept(qtbot: QtBot, page: SettingsPage, world: World) -> None:
    elsewhere = world.workspace.practice.change(replace(KEPT, jurisdiction="atlantis"))
    shown(page, qtbot)
    page.save_now()
    assert world.workspace.practice.get() == elsewhere


def test_the_currency_is_that_of_the_place_until_another_one_is_chosen(
    qtbot: QtBot, page: SettingsPage, world: World
) -> None:
    shown(page, qtbot)
    section = practice_section(page)
    section.jurisdiction.choose("uk")
    section.jurisdiction.picked.emit("uk")
    assert (section.currency.value, world.workspace.fees.currency()) == ("GBP", "GBP")
    section.currency.choose("EUR")
    section.currency.picked.emit("EUR")
    section.jurisdiction.picked.emit("uk")
    assert (section.currency.value, world.workspace.fees.currency()) == ("EUR", "EUR")


def test_privacy_and_lock_are_kept_at_once(qtbot: QtBot, page: SettingsPage, world: World) -> None:
    page.show_section("privacy")
    shown(page, qtbot)
    section = privacy_section(page)
    assert (section.shown_as.value, section.lock_after.value, section.low_checkin.value) == (ShownAs.INITIALS, 7, 6.5)
    section.shown_as.setFocus()
    first = section.shown_as.findChildren(QWidget)[0]
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert (section.idle_lock.value, section.minimized.isChecked()) == (3, False)
    section.idle_lock.picked.emit(10)
    section.minimized.click()
    section.lock_after.picked.emit(30)
    section.low_checkin.picked.emit(None)
    kept = world.workspace.practice.get()
    assert (kept.shown_as, kept.lock_after_minutes, kept.low_checkin_under) == (ShownAs.CODE, 30, None)
    assert (kept.idle_lock_minutes, kept.lock_when_minimized) == (10, True)


def test_the_threshold_says_that_it_is_the_counselors_own(qtbot: QtBot, page: SettingsPage) -> None:
    page.show_section("privacy")
    shown(page, qtbot)
    words = " ".join(label.text() for label in page.section("privacy").findChildren(TextLabel))
    assert "no published cut-off" in words


@pytest.mark.parametrize("size", range(100, 201, 10))
def test_every_text_size_that_keys_can_reach_is_shown(qtbot: QtBot, page: SettingsPage, desk: Desk, size: int) -> None:
    desk.settings.set_text_size(size)
    page.show_section("appearance")
    shown(page, qtbot)
    assert appearance_section(page).text_size.value == size


def test_colors_and_text_size_change_at_once_and_are_kept_for_this_computer(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    page.show_section("appearance")
    shown(page, qtbot)
    section = appearance_section(page)
    try:
        section.mode.chosen.emit(ThemeMode.DARK)
        section.text_size.picked.emit(150)
        assert (desk.settings.theme, desk.settings.text_size) == ("dark", 150)
        assert (theme().is_dark, theme().text_size) == (True, 150)
        assert (section.mode.value, section.text_size.value) == (ThemeMode.DARK, 150)
    finally:
        theme().apply(ThemeMode.LIGHT, 100)


def test_every_command_with_a_key_is_in_the_list_of_keys(qtbot: QtBot, page: SettingsPage) -> None:
    page.show_section("keyboard")
    shown(page, qtbot)
    words = {label.text() for label in page.section("keyboard").findChildren(TextLabel)}
    keyed = {command.text for command in commands() if isinstance(command, Command) and command.keys}
    assert keyed <= words
    assert any(line.startswith("Reminders, on a row") for line in words)


def test_the_sections_are_reached_by_keyboard(qtbot: QtBot, page: SettingsPage) -> None:
    shown(page, qtbot)
    page.focus_first()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.section("writing").isVisible()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.section("notes").isVisible()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.section("measures").isVisible()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.section("terms").isVisible()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.section("closures").isVisible()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.section("reminders").isVisible()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.section("privacy").isVisible()
    assert not page.section("practice").isVisible()


def test_in_large_text_the_fields_of_the_practice_stand_below_each_other(qtbot: QtBot, page: SettingsPage) -> None:
    shown(page, qtbot)
    section = practice_section(page)
    assert section.name.y() == section.title.y()
    theme().apply(ThemeMode.LIGHT, 200)
    try:
        qtbot.waitUntil(lambda: section.title.y() > section.name.y())
    finally:
        theme().apply(ThemeMode.LIGHT, 100)
