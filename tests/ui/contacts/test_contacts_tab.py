"""A client's contacts on the screen: written, changed, signed, added to, removed and brought back."""

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.contacts import Channel, ContactDetails, ContactKind, ContactNote, Direction
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnowDetails
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedRole
from vitalshift_desktop.ui.contacts.addition_form import ContactAdditionForm
from vitalshift_desktop.ui.contacts.contact_note_form import ContactNoteForm
from vitalshift_desktop.ui.contacts.contacts_tab import ContactsTab
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

WORDS = "Quince jam at the door; I kept it for the tea round."


def a_contact(world: World, client: Client, words: str = WORDS) -> ContactNote:
    details = ContactDetails(world.clock.now(), world.clock.zone(), words, ContactKind.GIFT_OFFERED)
    return world.workspace.contacts.add(client.id, details)


def offered(desk: Desk) -> list[tuple[str, object]]:
    heard: list[tuple[str, object]] = []
    desk.wishes.undo_offered.connect(lambda words, back: heard.append((words, back)))
    return heard


def read(widget: QWidget) -> list[str]:
    return [one.words() for one in widget.findChildren(RecordLabel) if one.isVisible()]


def test_an_empty_tab_offers_the_first_contact(tab: ContactsTab, desk: Desk, client: Client, qtbot: QtBot) -> None:
    assert tab.nothing.isVisible()
    with qtbot.waitSignal(desk.wishes.new_contact) as asked:
        tab.nothing.button.click()
    assert asked.args == [client.id]


def test_contacts_are_listed_newest_first_and_the_chosen_one_is_read(
    tab: ContactsTab, world: World, client: Client
) -> None:
    older = a_contact(world, client, "The older one")
    world.clock.advance(hours=1)
    newer = a_contact(world, client)
    assert [row.key for row in tab.rows.rows] == [newer.id, older.id]
    assert read(tab.detail) == [WORDS]
    tab.rows.moved.emit(older.id)
    assert read(tab.detail) == ["The older one"]


def test_signing_is_one_press_and_leaves_only_adding(tab: ContactsTab, world: World, client: Client) -> None:
    contact = a_contact(world, client)
    tab.detail.sign.click()
    assert world.workspace.contacts.get(contact.id).is_signed
    assert tab.detail.add.isVisible()
    assert not tab.detail.change.isVisible()
    assert not tab.detail.remove.isVisible()


def test_a_removed_contact_is_offered_back(tab: ContactsTab, world: World, client: Client, desk: Desk) -> None:
    contact, heard = a_contact(world, client), offered(desk)
    tab.detail.remove.click()
    assert tab.nothing.isVisible()
    ((_words, back),) = heard
    assert callable(back)
    back()
    assert world.workspace.contacts.of_client(client.id) == (contact,)
    assert [row.key for row in tab.rows.rows] == [contact.id]


def test_no_word_of_a_contact_can_be_read_with_initials_only(
    tab: ContactsTab, world: World, client: Client, desk: Desk
) -> None:
    a_contact(world, client)
    desk.privacy.set_on(True)
    assert not any("Quince" in row.spoken for row in tab.rows.rows)
    labels = [one for one in tab.detail.findChildren(RecordLabel) if one.words() == WORDS]
    assert [one.text() for one in labels] == ["Hidden"]


def test_the_form_writes_what_was_chosen(desk: Desk, world: World, client: Client, window: QWidget) -> None:
    form = ContactNoteForm(desk, window, client.id)
    form.open()
    form.kind.choose(ContactKind.MESSAGE)
    form.kind.picked.emit(ContactKind.MESSAGE)
    form.direction.choose(Direction.OUT)
    form.minutes.show_text("4")
    form.text.show_text("Wrote back that Thursday stands.")
    form.third_party_words.show_text("Her sister read it out.")
    form.sign.setChecked(True)
    form.save.click()
    (contact,) = world.workspace.contacts.of_client(client.id)
    assert contact.is_signed
    details = contact.details
    assert (details.kind, details.channel, details.direction) == (ContactKind.MESSAGE, Channel.MESSAGE, Direction.OUT)
    assert (details.minutes, details.third_party_words) == (4, "Her sister read it out.")
    assert details.at == world.clock.now()


def test_wrong_input_is_said_at_its_field_and_nothing_is_kept(
    desk: Desk, world: World, client: Client, window: QWidget
) -> None:
    form = ContactNoteForm(desk, window)
    form.open()
    form.save.click()
    assert form.client.error
    form.client.choose(client.id)
    form.minutes.show_text("many")
    form.save.click()
    assert form.minutes.error
    form.minutes.show_text("721")
    form.save.click()
    assert form.minutes.error
    form.minutes.show_text("")
    form.save.click()
    assert form.text.error
    form.text.show_text("Words")
    form.day.edit.setText("4 March 2026")
    form.save.click()
    assert form.day.error
    assert world.workspace.contacts.of_client(client.id) == ()


def test_changing_a_contact_keeps_its_moment_to_the_second(
    desk: Desk, world: World, client: Client, window: QWidget
) -> None:
    contact = a_contact(world, client)
    world.clock.advance(hours=3)
    form = ContactNoteForm(desk, window, client.id, contact.id)
    form.open()
    assert not form.sign.isVisibleTo(form)
    form.text.show_text("Quince jam; I gave it back.")
    form.save.click()
    changed = world.workspace.contacts.get(contact.id).details
    assert changed == replace(contact.details, text="Quince jam; I gave it back.")


def test_an_addition_needs_its_reason_and_its_words(desk: Desk, world: World, client: Client, window: QWidget) -> None:
    contact = world.workspace.contacts.sign(a_contact(world, client).id)
    form = ContactAdditionForm(desk, contact.id, window)
    form.open()
    form.save.click()
    assert form.reason.error
    form.reason.show_text("Wrong day")
    form.save.click()
    assert form.text.error
    form.text.show_text("It was Friday.")
    form.save.click()
    assert [one.text for one in world.workspace.contacts.get(contact.id).additions] == ["It was Friday."]


def test_what_somebody_may_know_is_said_as_soon_as_they_are_named(
    desk: Desk, world: World, client: Client, window: QWidget
) -> None:
    kim = world.workspace.related_people.add(client.id, PersonDetails("Kim A.", RelatedRole.GUARDIAN))
    cells = ((kim.id, Knowledge.ATTENDANCE, KnowAnswer.MAY_KNOW), (kim.id, Knowledge.SAID, KnowAnswer.NOT))
    world.workspace.may_know.agree(client.id, MayKnowDetails(world.today, "Maren and Kim", cells))
    form = ContactNoteForm(desk, window, client.id)
    form.open()
    assert not form.may_know.isVisible()
    QTest.keyClicks(form.third_party.edit, "kim a.")
    assert form.may_know.isVisible()
    assert form.may_know.text().startswith("Guardian. May know: which sessions took place.")
    assert "Not: what is said in sessions." in form.may_know.text()
    QTest.keyClicks(form.third_party.edit, "x")
    assert not form.may_know.isVisible()
