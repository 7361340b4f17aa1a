"""Templates, parts and what stood there last time, on the page of a note."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.notes.writing import stored, write
from vitalshift_desktop.domain.note_templates import Heading, NoteTemplate
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.notes.note_page import NotePage
from vitalshift_desktop.ui.notes.section_head import SectionHead
from vitalshift_desktop.ui.widgets.buttons import MenuButton


def pick(button: MenuButton, name: str) -> None:
    menu = button.menu()
    next(action for action in menu.actions() if action.text() == name).trigger()


@pytest.fixture
def later(world: World) -> Session:
    """A session of today whose client has a note of last week."""
    client = world.client("Nora K.")
    world.signed(world.held(client, days=-7))
    return world.planned(client, 0)


def head(page: NotePage, key: str) -> SectionHead:
    return next(one for one in page.findChildren(SectionHead) if one._key == key)


def test_what_stood_there_last_time_comes_below_what_was_written_and_can_be_undone(
    page: NotePage, world: World, later: Session
) -> None:
    page.open_session(later.id)
    write(page, "plan", "Mine.")
    head(page, "plan").bring.click()
    editor = page.sections.editor("plan")
    assert editor.text() == "Mine.\nTwice more."
    page.save_now()
    assert stored(world, later)["plan"] == "Mine.\nTwice more."
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "Mine."


def test_only_headings_with_something_to_bring_offer_it_and_by_name(page: NotePage, later: Session) -> None:
    page.open_session(later.id)
    assert [head(page, key).bring.isVisible() for key in ("data", "assessment", "plan")] == [True, False, True]
    assert head(page, "plan").bring.accessibleName().startswith("Bring Plan from ")


def test_a_signed_note_offers_nothing_and_says_how_much_is_as_last_time(
    page: NotePage, world: World, later: Session
) -> None:
    page.open_session(later.id)
    head(page, "plan").bring.click()
    write(page, "data", "Something else altogether.")
    page.save_now()
    world.workspace.notes.sign(world.workspace.notes.start(later.id).id)
    page.look_again()
    assert not head(page, "plan").bring.isVisible()
    assert head(page, "plan")._alike.text() == "100 % as last time"
    assert not head(page, "data")._alike.isVisible()


def test_another_template_is_taken_back_by_undo_with_every_section_as_it_was(
    page: NotePage, desk: Desk, world: World, session: Session, qtbot: QtBot
) -> None:
    page.open_session(session.id)
    write(page, "data", "Data words.")
    write(page, "assessment", "Assessment words.")
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        pick(page.template.button, "SOAP")
    assert list(stored(world, session)) == ["subjective", "objective", "assessment", "plan"]
    words, undo = offered.args or ("", None)
    assert words == "Template changed to SOAP."
    assert callable(undo)
    undo()
    assert stored(world, session) == {"data": "Data words.", "assessment": "Assessment words.", "plan": ""}
    assert page.sections.editor("data").text() == "Data words."


def test_a_part_of_another_template_is_added_below_with_its_hints(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    write(page, "data", "Spoke of not wanting to wake up.")
    pick(page.template.part, "Risk note")
    assert page.sections.editor("asked").hasFocus()
    assert list(stored(world, session))[3:] == ["asked", "said", "protective", "decided", "consulted", "next_contact"]
    assert head(page, "asked")._hint.text() == "what you asked, and why now"
    write(page, "asked", "Whether she had a plan.")
    page.save_now()
    assert stored(world, session)["asked"] == "Whether she had a plan."
    assert stored(world, session)["data"] == "Spoke of not wanting to wake up."
    assert "Risk note" not in [action.text() for action in page.template.part.menu().actions()]


def test_own_templates_stand_in_the_menu_word_for_word(page: NotePage, world: World, session: Session) -> None:
    world.workspace.note_templates.add(NoteTemplate("", "Mine & yours", (Heading("", "Mood", "in a word"),)))
    page.open_session(session.id)
    pick(page.template.button, "Mine && yours")
    assert page.template.button.text() == "Template: Mine & yours"
    assert list(stored(world, session)) == ["mood"]


def test_undo_keeps_what_was_typed_meanwhile_and_takes_only_empty_headings(
    page: NotePage, desk: Desk, world: World, session: Session, qtbot: QtBot
) -> None:
    page.open_session(session.id)
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        pick(page.template.part, "Risk note")
    write(page, "said", "No plan, no wish to die.")
    _words, undo = offered.args or ("", None)
    assert callable(undo)
    undo()
    assert stored(world, session) == {"data": "", "assessment": "", "plan": "", "said": "No plan, no wish to die."}
    assert page.sections.editor("said").text() == "No plan, no wish to die."
