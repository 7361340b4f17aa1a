"""The inbox on the screen, and quick capture."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.contacts.test_contacts_tab import offered, read
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.snippets import Snippet, SnippetId
from vitalshift_desktop.ui.contacts.capture_form import CaptureForm
from vitalshift_desktop.ui.contacts.contact_note_form import ContactNoteForm
from vitalshift_desktop.ui.contacts.inbox_page import InboxPage
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.prose_help import prose_help

WORDS = "Met Wren at the market; we nodded."


def a_form(desk: Desk, window: QWidget) -> CaptureForm:
    form = CaptureForm(desk, window)
    form.open()
    return form


def test_enter_keeps_what_was_typed_and_shift_enter_begins_a_line(desk: Desk, world: World, window: QWidget) -> None:
    form = a_form(desk, window)
    QTest.keyClicks(form.text.edit, "One")
    QTest.keyClick(form.text.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(form.text.edit, "two")
    QTest.keyClick(form.text.edit, Qt.Key.Key_Return)
    assert [line.contact.details.text for line in world.workspace.inbox.lines()] == ["One\ntwo"]
    assert form.is_over


def test_nothing_typed_is_nothing_kept(desk: Desk, world: World, window: QWidget) -> None:
    form = a_form(desk, window)
    form.save.click()
    assert form.text.error
    assert world.workspace.inbox.lines() == ()


def test_what_is_being_typed_lies_in_the_vault_and_is_gone_once_it_was_kept(
    desk: Desk, world: World, window: QWidget
) -> None:
    form = a_form(desk, window)
    QTest.keyClicks(form.text.edit, WORDS[:20])
    form._autosaver.save_now()
    (draft,) = world.workspace.drafts.kept()
    assert draft.form.fields["capture.text"] == WORDS[:20]
    form.save.click()
    assert world.workspace.drafts.kept() == ()


def test_what_was_given_up_is_offered_back(desk: Desk, world: World, window: QWidget) -> None:
    form, heard = a_form(desk, window), offered(desk)
    QTest.keyClicks(form.text.edit, "Nodded")
    form.reject()
    assert world.workspace.inbox.lines() == ()
    back = heard[0][1]
    assert isinstance(back, partial)
    back()
    assert world.workspace.inbox.lines()[0].contact.details.text == "Nodded"


def test_what_waits_is_listed_with_its_age(inbox: InboxPage, world: World, client: Client) -> None:
    assert inbox.nothing.isVisible()
    world.workspace.inbox.capture(WORDS, client.id)
    world.clock.advance(hours=49)
    inbox.look_again()
    (row,) = inbox.rows.rows
    assert (row.text, row.detail) == (WORDS, "Maren T., 2 days old")
    assert read(inbox.detail) == [WORDS]


def test_nothing_of_it_is_readable_with_initials_only(
    inbox: InboxPage, world: World, client: Client, desk: Desk
) -> None:
    world.workspace.inbox.capture(WORDS, client.id)
    desk.privacy.set_on(True)
    (row,) = inbox.rows.rows
    assert "market" not in row.spoken
    assert "Maren" not in row.spoken


def test_a_capture_is_filed_through_the_form(inbox: InboxPage, world: World, client: Client, desk: Desk) -> None:
    world.workspace.inbox.capture(WORDS)
    heard = offered(desk)
    inbox.detail.file.click()
    form = inbox.findChild(ContactNoteForm)
    assert form is not None
    assert form.text.text() == WORDS
    form.client.choose(client.id)
    form.save.click()
    assert inbox.nothing.isVisible()
    assert [one.details.text for one in world.workspace.contacts.of_client(client.id)] == [WORDS]
    back = heard[0][1]
    assert callable(back)
    back()
    assert len(inbox.rows.rows) == 1


def test_once_it_is_said_whom_it_is_about_it_can_go_into_the_note_of_today(
    inbox: InboxPage, world: World, client: Client
) -> None:
    session = world.planned(client, 0)
    caught = world.workspace.inbox.capture(WORDS)
    assert inbox.detail.findChild(QPushButton, f"inbox.note.{session.id}") is None
    inbox.detail.client.picked.emit(client.id)
    assert world.workspace.contacts.get(caught.id).client_id == client.id
    button = inbox.detail.findChild(QPushButton, f"inbox.note.{session.id}")
    assert button is not None
    button.click()
    note = world.workspace.notes.start(session.id)
    assert note.sections[0].text == WORDS
    assert inbox.nothing.isVisible()


def test_what_was_thrown_away_comes_back(inbox: InboxPage, world: World, desk: Desk) -> None:
    world.workspace.inbox.capture(WORDS)
    heard = offered(desk)
    inbox.detail.away.click()
    assert inbox.nothing.isVisible()
    back = heard[0][1]
    assert callable(back)
    back()
    assert len(inbox.rows.rows) == 1


def test_a_client_is_chosen_by_what_they_are_called_now(desk: Desk, client: Client, window: QWidget) -> None:
    desk.privacy.set_on(True)
    form = a_form(desk, window)
    combo = form.client.focusProxy()
    assert isinstance(combo, QComboBox)
    assert combo.count() == 1, "who there is is read only when somebody goes there"
    QApplication.sendEvent(combo, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert combo.count() == 2
    form.client.choose(client.id)
    assert "Maren" not in str(combo.property("currentText"))


def test_enter_on_an_offered_snippet_puts_it_in_and_keeps_nothing_yet(
    desk: Desk, world: World, window: QWidget, qtbot: QtBot
) -> None:
    prose_help().show_snippets((Snippet(SnippetId(1), "call", "Called back, no answer."),))
    window.show()
    form = a_form(desk, window)
    form.activateWindow()
    form.text.edit.setFocus()
    qtbot.waitUntil(form.text.edit.hasFocus)
    QTest.keyClicks(form.text.edit, ";call")
    QTest.keyClick(form.text.edit, Qt.Key.Key_Return)
    assert (form.text.text(), world.workspace.inbox.waiting().count) == ("Called back, no answer.", 0)
    QTest.keyClick(form.text.edit, Qt.Key.Key_Return)
    assert world.workspace.inbox.waiting().count == 1
    prose_help().clear()
