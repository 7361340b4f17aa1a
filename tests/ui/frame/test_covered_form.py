"""Initials only in dialogs: what a form holds is hidden as on the pages, and one can still write."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.services.world import World
from tests.ui.frame.conftest import Press, press_in
from vitalshift_desktop.domain.clients import Client, ClientDetails
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.rate_all_form import RateAllForm
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.prose_field import ProseField

NAME, STORY = "Maren Tveit", "Panic attacks in a crowded tram."


def _client(world: World) -> Client:
    return world.workspace.clients.add(ClientDetails(preferred_name=NAME, presenting=STORY))


def _part(name: str) -> QWidget:
    form = QApplication.activeModalWidget()
    assert form is not None
    part = form.findChild(QWidget, name)
    assert isinstance(part, QWidget)
    return part


def _press_in_form(keys: str) -> None:
    form = QApplication.activeModalWidget()
    assert form is not None
    press_in(form, keys)


def _name() -> QLineEdit:
    field = _part("client_form.preferred_name")
    assert isinstance(field, Field)
    return field.edit


def _story() -> ProseField:
    field = _part("client_form.presenting")
    assert isinstance(field, ProseField)
    return field


def test_a_form_opened_with_initials_only_shows_neither_name_nor_words(
    window: MainWindow, world: World, desk: Desk, press: Press
) -> None:
    client = _client(world)
    press("Ctrl+Shift+I")
    desk.wishes.edit_client.emit(client.id)
    assert NAME not in _name().displayText()
    assert _story().edit.is_covered
    _press_in_form("Ctrl+Shift+I")
    assert _name().displayText() == NAME
    assert not _story().edit.is_covered
    assert _story().text() == STORY


def test_the_key_hides_what_an_open_form_holds_and_what_is_typed_next_can_be_read(
    window: MainWindow, world: World, desk: Desk
) -> None:
    desk.wishes.edit_client.emit(_client(world).id)
    assert _name().displayText() == NAME
    _press_in_form("Ctrl+Shift+I")
    assert NAME not in _name().displayText()
    _name().setFocus()
    _name().selectAll()
    QTest.keyClicks(_name(), "Wren")
    assert _name().displayText() == "Wren"
    _story().setFocus()
    _part("client_form.pronouns").setFocus()
    assert "Wren" not in _name().displayText()


def test_quick_capture_takes_words_while_only_initials_are_shown(
    window: MainWindow, world: World, press: Press
) -> None:
    press("Ctrl+Shift+I")
    press("Ctrl+Shift+M")
    text = _part("capture.text")
    assert isinstance(text, ProseField)
    QTest.keyClicks(text.edit, "Rang about Thursday")
    assert not text.edit.is_covered
    QTest.keyClick(text.edit, Qt.Key.Key_Return)
    assert world.workspace.inbox.waiting().count == 1


def _told() -> str:
    """All that an open form says, or lets be read out."""
    form = QApplication.activeModalWidget()
    assert form is not None
    parts = (form, *form.findChildren(QWidget))
    shown = [part.text() for part in parts if isinstance(part, QLabel | QAbstractButton)]
    return "\n".join([*shown, *(part.accessibleName() for part in parts)])


def test_the_key_shortens_the_name_in_the_heading_of_an_open_form_and_shows_it_again(
    window: MainWindow, world: World, desk: Desk
) -> None:
    desk.wishes.reach_out.emit(_client(world).id)
    before = _told()
    assert f"Reach out to {NAME}" in before
    _press_in_form("Ctrl+Shift+I")
    assert "Maren" not in _told()
    assert "Reach out to M. T." in _told()
    _press_in_form("Ctrl+Shift+I")
    assert _told() == before


def test_the_key_shortens_a_name_that_was_too_long_for_its_heading(
    window: MainWindow, world: World, desk: Desk
) -> None:
    client = world.workspace.clients.add(ClientDetails(preferred_name="Wilhelmina Antoinetta Featherstonehaugh-Smythe"))
    desk.wishes.reach_out.emit(client.id)
    assert "Reach out to Wilhelmina" in _told()
    assert "…" in _told()
    _press_in_form("Ctrl+Shift+I")
    assert "Wilhelmina" not in _told()
    assert "Reach out to W. A. F." in _told()


def test_the_key_hides_goals_that_are_rated_from_what_is_read_out(window: MainWindow, world: World, desk: Desk) -> None:
    client = _client(world)
    world.workspace.goals.add(client.id, GoalDetails("Alone to the quay", short="Quay"))
    RateAllForm(desk, client.id, world.workspace.goals.of_client(client.id), None, window).open()
    assert f"Quay, {NAME}, 0 to 10" in _told()
    _press_in_form("Ctrl+Shift+I")
    assert "Quay" not in _told()
    assert "hidden, M. T., 0 to 10" in _told()
