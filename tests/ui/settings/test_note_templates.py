"""Note templates of the counselor's own in the settings, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.note_templates import Heading, NoteTemplate
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.settings.notes_section import NotesSection
from vitalshift_desktop.ui.settings.settings_page import SettingsPage
from vitalshift_desktop.ui.settings.template_form import TemplateForm

MINE = NoteTemplate("", "Short", (Heading("", "Mood", "in one word"), Heading("plan", "Plan")))


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.resize(1080, 740)
    desk.workspace.events.subscribe(page.hear)
    with qtbot.waitExposed(page):
        page.show()
    page.show_section("notes")
    return page


@pytest.fixture
def section(page: SettingsPage) -> NotesSection:
    shown = page.section("notes")
    assert isinstance(shown, NotesSection)
    return shown


def form(section: NotesSection) -> TemplateForm:
    return next(one for one in section.window().findChildren(TemplateForm) if one.isVisible())


def press(section: NotesSection, name: str) -> None:
    found = section.findChildren(QPushButton)
    next(button for button in found if button.accessibleName() == name).click()


def own(world: World) -> list[NoteTemplate]:
    return [template for template in world.workspace.note_templates.all() if template.is_own]


def test_a_new_template_begins_with_the_headings_of_another_and_is_changed_by_keys(
    section: NotesSection, world: World, qtbot: QtBot
) -> None:
    next(action for action in section.new.menu().actions() if action.text() == "DAP").trigger()
    shown = form(section)
    qtbot.waitUntil(shown.name.edit.hasFocus)
    QTest.keyClicks(shown.name.edit, "Mine")
    rows = shown.headings.rows
    assert [row.words.text() for row in rows] == ["Data", "Assessment", "Plan"]
    rows[1].words.setFocus()
    QTest.keyClick(rows[1].words, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is shown.headings.rows[0].words
    assert [row.words.text() for row in shown.headings.rows] == ["Assessment", "Data", "Plan"]
    shown.headings.add.setFocus()
    QTest.keyClick(shown.headings.add, Qt.Key.Key_Space)
    added = shown.headings.rows[-1]
    QTest.keyClicks(added.words, "Homework")
    QTest.keyClick(added.words, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is added.hint
    QTest.keyClicks(added.hint, "what was agreed")
    QTest.keyClick(added.hint, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (kept,) = own(world)
    assert (kept.name, kept.repeats) == ("Mine", True)
    assert [heading.key for heading in kept.headings] == ["assessment", "data", "plan", "homework"]
    assert kept.headings[-1].hint == "what was agreed"


def test_a_template_is_changed_and_its_headings_moved_and_removed_by_mouse(section: NotesSection, world: World) -> None:
    world.workspace.note_templates.add(MINE)
    press(section, "Change… Short")
    shown = form(section)
    first = shown.headings.rows[0]
    assert not first.up.isEnabled()
    first.down.click()
    assert [row.words.text() for row in shown.headings.rows] == ["Plan", "Mood"]
    shown.headings.rows[1].remove.click()
    shown.once.click()
    shown.save.click()
    (kept,) = own(world)
    assert ([heading.words for heading in kept.headings], kept.repeats) == (["Plan"], False)


def test_what_cannot_be_kept_is_said_in_the_form(section: NotesSection, world: World) -> None:
    world.workspace.note_templates.add(MINE)
    press(section, "Change… Short")
    shown = form(section)
    shown.headings.rows[0].words.setText("plan")
    shown.save.click()
    assert shown.name.error == "Two headings have the same words. Give one of them another name, or remove it."
    shown.reject()
    assert own(world)[0].headings[0].words == "Mood"


def test_a_used_template_is_put_away_and_an_unused_one_removed_and_both_can_be_undone(
    section: NotesSection, desk: Desk, world: World, qtbot: QtBot
) -> None:
    templates = world.workspace.note_templates
    used = templates.add(MINE)
    world.workspace.notes.start(world.held(world.client(), 0).id, used.key)
    templates.add(NoteTemplate("", "Other", MINE.headings))
    assert [button.accessibleName() for button in section.findChildren(QPushButton) if "Remove" in button.text()] == [
        "Remove Other"
    ]
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        press(section, "Put away Short")
    assert own(world)[0].put_away
    (offered.args or [None, lambda: None])[1]()
    assert not own(world)[0].put_away
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        press(section, "Remove Other")
    assert len(own(world)) == 1
    (offered.args or [None, lambda: None])[1]()
    assert [template.name for template in own(world)] == ["Short", "Other"]


def test_the_usual_template_and_the_hours_are_kept_at_once(section: NotesSection, world: World) -> None:
    section.usual.picked.emit("relational")
    assert world.workspace.note_templates.usual().key == "relational"
    section.late.edit.setFocus()
    section.late.edit.clear()
    QTest.keyClicks(section.late.edit, "12, 36")
    rows = world.rows()
    QTest.keyClick(section.late.edit, Qt.Key.Key_Return)
    assert world.rows() == rows + 1
    assert world.workspace.note_templates.late_hours() == (12, 36)
    QTest.keyClicks(section.late.edit, ", x")
    section.save_now()
    assert section.late.error
    assert world.workspace.note_templates.late_hours() == (12, 36)


def test_a_half_filled_template_comes_back_after_a_lock_with_its_headings(
    section: NotesSection, desk: Desk, world: World
) -> None:
    key = world.workspace.note_templates.add(MINE).key
    press(section, "Change… Short")
    shown = form(section)
    QTest.keyClicks(shown.headings.rows[0].hint, " please")
    shown.headings.add.click()
    QTest.keyClicks(shown.headings.rows[-1].words, "Half")
    kept = shown.half_filled()
    shown.reject()
    assert kept is not None
    again = form_of(desk, kept.place, section)
    assert isinstance(again, TemplateForm)
    again.take_back(kept)
    assert [row.words.text() for row in again.headings.rows] == ["Mood", "Plan", "Half"]
    again.save.click()
    assert [heading.words for heading in world.workspace.note_templates.get(key).headings] == ["Mood", "Plan", "Half"]


def test_every_field_and_button_has_a_name(section: NotesSection) -> None:
    next(action for action in section.new.menu().actions() if action.text() == "DAP").trigger()
    shown = form(section)
    parts = [*shown.findChildren(QPushButton), *(row.words for row in shown.headings.rows)]
    assert all(part.accessibleName() or (isinstance(part, QPushButton) and part.text()) for part in parts)
    assert isinstance(shown, QWidget)
    shown.reject()
