"""Spelling, own words and snippets in the settings."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.spelling import SpellingChoice
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.settings.settings_page import SettingsPage
from vitalshift_desktop.ui.settings.snippet_form import SnippetForm
from vitalshift_desktop.ui.settings.writing_section import WritingSection


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, world: World) -> SettingsPage:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.resize(1080, 742)
    world.workspace.events.subscribe(page.hear)
    page.look_again()
    page.show_section("writing")
    page.show()
    return page


@pytest.fixture
def section(page: SettingsPage) -> WritingSection:
    found = page.section("writing")
    assert isinstance(found, WritingSection)
    return found


@pytest.fixture
def offered(desk: Desk) -> list[tuple[str, Callable[[], object]]]:
    heard: list[tuple[str, Callable[[], object]]] = []
    desk.wishes.undo_offered.connect(lambda words, undo: heard.append((words, undo)))
    return heard


def form(page: SettingsPage) -> SnippetForm:
    return next(form for form in page.findChildren(SnippetForm) if form.isVisible())


def test_the_word_list_is_chosen_and_the_check_switched_off(section: WritingSection, world: World) -> None:
    spelling = world.workspace.spelling
    section.language.choose("en_GB")
    section.language.picked.emit("en_GB")
    assert spelling.view().choice == SpellingChoice(is_on=True, language="en_GB")
    section.is_on.click()
    assert spelling.view().choice == SpellingChoice(is_on=False, language="en_GB")
    assert "turned it off" in section.state.text()


def test_a_word_list_that_is_not_installed_here_is_named_as_such(section: WritingSection, world: World) -> None:
    world.workspace.spelling.choose(SpellingChoice(language="de_CH"))
    section.look_again()
    assert section.language.value == "de_CH"
    assert "not installed here" in section.language._combo.currentText()


def test_without_the_library_the_settings_say_what_to_install(
    section: WritingSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vitalshift_desktop.services.spelling.languages", tuple)
    section.look_again()
    assert "no word list" in section.state.text()
    assert not section.is_on.isEnabled()
    monkeypatch.setattr("vitalshift_desktop.services.spelling.library_is_there", lambda: False)
    section.look_again()
    assert "libenchant-2-2" in section.state.text()


def test_own_words_are_added_and_taken_out_with_a_way_back(
    section: WritingSection, world: World, offered: list[tuple[str, Callable[[], object]]]
) -> None:
    section.own_words.word.edit.setFocus()
    QTest.keyClicks(section.own_words.word.edit, "psychoed")
    QTest.keyClick(section.own_words.word.edit, Qt.Key.Key_Return)
    assert world.workspace.spelling.own_words() == ("psychoed",)
    assert section.own_words.word.text() == ""
    QTest.keyClick(section.own_words.word.edit, Qt.Key.Key_Return)
    assert section.own_words.word.error
    section.own_words.list.rows[0].remove.click()
    assert world.workspace.spelling.own_words() == ()
    words, undo = offered[0]
    assert words == "“psychoed” is checked again."
    undo()
    assert world.workspace.spelling.own_words() == ("psychoed",)


def test_a_snippet_is_written_changed_and_taken_out_with_a_way_back(
    page: SettingsPage, section: WritingSection, world: World, offered: list[tuple[str, Callable[[], object]]]
) -> None:
    snippets = world.workspace.snippets
    section.snippets.add.click()
    QTest.keyClicks(form(page).trigger.edit, "two words")
    QTest.keyClicks(form(page).text.edit, "Plan: ")
    form(page).save.click()
    assert "letters, digits and hyphens" in form(page).trigger.error
    form(page).trigger.edit.setText(";plan")
    form(page).save.click()
    QApplication.processEvents()
    assert [(one.trigger, one.text) for one in snippets.all()] == [("plan", "Plan: ")]
    section.snippets.list.rows[0].change.click()
    form(page).text.show_text("Next time: ")
    form(page).save.click()
    QApplication.processEvents()
    assert snippets.all()[0].text == "Next time: "
    section.snippets.list.rows[0].remove.click()
    assert snippets.all() == ()
    words, undo = offered[0]
    assert ";plan" in words
    undo()
    assert [(one.trigger, one.text) for one in snippets.all()] == [("plan", "Next time: ")]


def test_a_half_written_snippet_survives_a_lock(page: SettingsPage, section: WritingSection, desk: Desk) -> None:
    section.snippets.add.click()
    QTest.keyClicks(form(page).text.edit, "Half of a sen")
    kept = form(page).half_filled()
    assert kept is not None
    form(page).reject()
    again = form_of(desk, kept.place, page)
    assert isinstance(again, SnippetForm)
    again.take_back(kept)
    assert again.text.text() == "Half of a sen"
    again.reject()
