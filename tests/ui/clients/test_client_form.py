from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clients.conftest import Added
from vitalshift_desktop.domain.clients import ClientId, ServiceType
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.clients.client_form import ClientForm
from vitalshift_desktop.ui.desk import Desk


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> ClientForm:
    return shown(qtbot, desk, None)


def shown(qtbot: QtBot, desk: Desk, client_id: ClientId | None) -> ClientForm:
    made = ClientForm(desk, client_id)
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    made.activateWindow()
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def type_here(text: str) -> None:
    QTest.keyClicks(focused(), text)


def test_a_client_is_added_with_the_keyboard_alone(qtbot: QtBot, form: ClientForm, workspace: Workspace) -> None:
    assert form.preferred_name.edit.hasFocus()
    type_here("Maren Tveit")
    press(Qt.Key.Key_Tab)
    type_here("she/her")
    press(Qt.Key.Key_Tab)
    type_here("Maren Elisabet Tveit")
    with qtbot.waitSignal(form.saved) as saved:
        press(Qt.Key.Key_Return)
    details = workspace.clients.get(saved.args[0]).details
    names = (details.preferred_name, details.pronouns, details.legal_name, details.code)
    assert names == ("Maren Tveit", "she/her", "Maren Elisabet Tveit", "0001")


def test_tab_goes_through_every_field_in_reading_order(form: ClientForm) -> None:
    expected = [
        form.preferred_name.edit,
        form.pronouns.edit,
        form.legal_name.edit,
        form.code.edit,
        form.born.edit,
        form.born._pick,
        form.service.focusProxy(),
        form.phone.edit,
        form.email.edit,
        form.presenting.edit,
        form.cancel,
        form.save_and_more,
        form.save,
    ]
    for widget in expected:
        assert focused() is widget
        press(Qt.Key.Key_Tab)


def test_everything_that_was_filled_in_is_kept(qtbot: QtBot, form: ClientForm, workspace: Workspace) -> None:
    form.preferred_name.edit.setText("Maren")
    form.code.edit.setText("M-7")
    QTest.keyClicks(form.born.edit, "1988-04-30")
    form.service.choose(ServiceType.COACHING)
    form.phone.edit.setText("555 0100")
    form.email.edit.setText("maren@example.org")
    QTest.keyClicks(form.presenting.edit, "Panic on the bus. <b>Sleep</b>")
    with qtbot.waitSignal(form.saved) as saved:
        form.save.click()
    details = workspace.clients.get(saved.args[0]).details
    assert details == form.details()
    assert (details.born, details.service_type) == (date(1988, 4, 30), ServiceType.COACHING)
    assert details.presenting == "Panic on the bus. <b>Sleep</b>"


def test_without_a_name_nothing_is_lost_and_the_field_says_why(form: ClientForm, workspace: Workspace) -> None:
    form.presenting.show_text("Panic on the bus.")
    form.save.click()
    assert form.isVisible()
    assert form.preferred_name.error == "A client needs a name or a code. Fill in one of the two."
    assert form.presenting.text() == "Panic on the bus."
    assert workspace.clients.lines() == ()
    QTest.keyClicks(form.preferred_name.edit, "M")
    assert form.preferred_name.error == ""


def test_a_code_alone_is_enough(qtbot: QtBot, form: ClientForm, workspace: Workspace) -> None:
    form.code.edit.setText("K-12")
    with qtbot.waitSignal(form.saved) as saved:
        form.save.click()
    assert workspace.clients.get(saved.args[0]).name == "K-12"


def test_a_code_that_is_taken_is_said_at_the_code(form: ClientForm, added: Added) -> None:
    added("Wren Alder", code="0147")
    form.preferred_name.edit.setText("Maren")
    form.code.edit.setText("0147")
    form.save.click()
    assert form.isVisible()
    assert form.code.error
    assert form.code.edit.hasFocus()


@pytest.mark.parametrize("born", ["2030-01-01", "1850-01-01", "yesterday-ish"])
def test_a_birth_that_cannot_be_is_said_at_the_date(form: ClientForm, workspace: Workspace, born: str) -> None:
    form.preferred_name.edit.setText("Maren")
    form.born.edit.setText(born)
    form.save.click()
    assert form.born.error
    assert form.born.edit.text() == born
    assert workspace.clients.lines() == ()


def test_a_text_that_is_too_long_is_said_at_its_field(form: ClientForm) -> None:
    form.preferred_name.edit.setText("Maren")
    form.email.edit.setText("x" * 201)
    form.save.click()
    assert form.email.error
    form.email.edit.setText("")
    form.presenting.show_text("x" * 20_001)
    form.save.click()
    assert (form.email.error, bool(form.presenting.error)) == ("", True)


def test_details_are_shown_and_changed(qtbot: QtBot, desk: Desk, workspace: Workspace, added: Added) -> None:
    maren = added("Maren Tveit", pronouns="she/her", email="maren@example.org")
    form = shown(qtbot, desk, maren)
    assert form.save.text() == "Save"
    assert (form.pronouns.text(), form.email.text()) == ("she/her", "maren@example.org")
    form.pronouns.edit.setText("they/them")
    form.save.click()
    assert workspace.clients.get(maren).details.pronouns == "they/them"


def test_characters_that_cannot_be_seen_are_said_at_their_field(form: ClientForm, workspace: Workspace) -> None:
    form.preferred_name.edit.setText("Maren\u202e")
    form.save.click()
    assert form.preferred_name.error.startswith("This text holds characters that cannot be seen")
    assert form.preferred_name.edit.text() == "Maren\u202e"
    assert workspace.clients.lines() == ()


def test_saving_can_lead_to_all_details(qtbot: QtBot, desk: Desk, form: ClientForm) -> None:
    form.preferred_name.edit.setText("Maren")
    with qtbot.waitSignal(desk.wishes.client) as wished:
        form.save_and_more.click()
    assert wished.args[1] == "details"


def test_a_change_of_details_can_be_undone_and_the_service_stays(
    qtbot: QtBot, desk: Desk, workspace: Workspace, added: Added
) -> None:
    maren = added("Maren Tveit")
    workspace.files.change_service(maren, ServiceType.COACHING, "Agreed.")
    form = shown(qtbot, desk, maren)
    assert not form.service.isVisible()
    form.phone.edit.setText("555 0100")
    with qtbot.waitSignal(desk.wishes.undo_offered) as offered:
        form.save.click()
    details = workspace.clients.get(maren).details
    assert (details.phone, details.service_type) == ("555 0100", ServiceType.COACHING)
    offered.args[1]()
    assert workspace.clients.get(maren).details.phone == ""


def test_escape_changes_nothing(qtbot: QtBot, desk: Desk, workspace: Workspace, added: Added) -> None:
    maren = added("Maren Tveit")
    form = shown(qtbot, desk, maren)
    form.preferred_name.edit.setText("Somebody Else")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert workspace.clients.get(maren).name == "Maren Tveit"


def test_the_title_of_the_window_tells_nothing(qtbot: QtBot, desk: Desk, added: Added) -> None:
    assert shown(qtbot, desk, added("Maren Tveit")).windowTitle() == "VitalShift"
