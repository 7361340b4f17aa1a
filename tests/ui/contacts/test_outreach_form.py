"""Reaching out: what to be careful with stands first, and what is kept is a contact note that went out."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.commitments import CommitmentTerms
from vitalshift_desktop.domain.contacts import Channel, ContactDetails, ContactKind, Direction, StartedBy
from vitalshift_desktop.domain.outreach import Reply
from vitalshift_desktop.domain.problems import StillInUse
from vitalshift_desktop.ui.contacts.contacts_tab import ContactsTab
from vitalshift_desktop.ui.contacts.outreach_form import OutreachForm
from vitalshift_desktop.ui.contacts.reply_form import ReplyForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.widgets.buttons import LinkButton


@pytest.fixture
def quiet(world: World) -> Client:
    """A client with whom every week was agreed, seen last 25 days ago; no voicemail."""
    client, w = world.client(), world.workspace
    w.commitments.agree(client.id, CommitmentTerms(), world.today - timedelta(days=30))
    world.held(client, -25)
    file = w.files.get(client.id)
    w.files.save(client.id, client.details, replace(file, no_voicemail=True, cover_name="Robin"))
    return client


def opened(desk: Desk, client: Client, window: QWidget) -> OutreachForm:
    form = OutreachForm(desk, client.id, window)
    form.open()
    return form


def words(form: QWidget, name: str) -> str:
    part = form.findChild(QWidget, name)
    assert isinstance(part, QWidget)
    found = part if isinstance(part, QLabel) else part.findChild(QLabel)
    assert isinstance(found, QLabel)
    return found.text()


def test_what_to_be_careful_with_and_the_silence_stand_above_the_fields(
    desk: Desk, quiet: Client, window: QWidget
) -> None:
    form = opened(desk, quiet, window)
    careful = form.findChild(QWidget, "outreach_form.careful")
    assert careful is not None
    assert careful.accessibleName() == "No voicemail for this client. To anybody but this client, you are Robin."
    assert words(form, "outreach_form.silence") == (
        "No word for 25 days, since the session on 5 Feb, and no date ahead. "
        "Agreed: every week. Said from 21 days on: twice that and a week."
    )
    assert careful.y() < form.way.y()


def test_the_cover_name_is_left_out_with_initials_only(desk: Desk, quiet: Client, window: QWidget) -> None:
    desk.privacy.toggle()
    careful = opened(desk, quiet, window).findChild(QWidget, "outreach_form.careful")
    assert careful is not None
    assert "Robin" not in careful.accessibleName()
    assert "cover name" in careful.accessibleName()


def test_what_is_kept_is_a_contact_note_that_went_out_and_can_be_undone(
    desk: Desk, world: World, quiet: Client, window: QWidget, wished: Wished
) -> None:
    form = opened(desk, quiet, window)
    form.save.click()
    assert form.said.error
    form.way.choose(Channel.EMAIL)
    form.said.show_text("Wrote that I would be glad to hear from her.")
    form.save.click()
    (contact,) = world.workspace.contacts.of_client(quiet.id)
    details = contact.details
    assert (details.direction, details.started_by) == (Direction.OUT, StartedBy.COUNSELOR)
    assert (details.channel, details.kind) == (Channel.EMAIL, ContactKind.MESSAGE)
    assert world.workspace.outreaches.view(quiet.id).silence is None
    wished.undo()
    assert world.workspace.contacts.of_client(quiet.id) == ()


def test_a_day_to_come_and_no_time_are_answered_at_their_fields(
    desk: Desk, world: World, quiet: Client, window: QWidget
) -> None:
    form = opened(desk, quiet, window)
    form.said.show_text("Rang")
    form.on.show_day(world.today + timedelta(days=1))
    form.save.click()
    assert form.on.error
    form.on.show_day(world.today)
    form.at.edit.setText("soon")
    form.save.click()
    assert form.at.error
    assert world.workspace.contacts.of_client(quiet.id) == ()


def test_a_reply_is_noted_from_the_log_and_then_no_more_is_asked(
    desk: Desk, world: World, quiet: Client, window: QWidget
) -> None:
    first = opened(desk, quiet, window)
    first.said.show_text("Left word")
    first.save.click()
    world.clock.advance(days=8)
    form = opened(desk, quiet, window)
    (link,) = form.findChildren(LinkButton, "outreach_form.note_reply")
    assert link.accessibleName() == "Note a reply… 2 Mar, by phone. No reply yet."
    link.click()
    (asked,) = [one for one in form.findChildren(ReplyForm) if one.isVisible()]
    asked.on.show_day(world.today - timedelta(days=20))
    asked.save.click()
    assert asked.on.error
    asked.on.show_day(world.today)
    asked.save.click()
    line = world.workspace.outreaches.view(quiet.id).log[0]
    assert line.reply is not None
    assert (line.reply.reply, line.reply.on) == (Reply.REPLIED, world.today)
    assert world.workspace.outreaches.view(quiet.id).silence is None


def test_what_came_of_it_is_taken_back_where_it_was_noted_by_mistake(
    desk: Desk, world: World, quiet: Client, window: QWidget, wished: Wished
) -> None:
    form = opened(desk, quiet, window)
    form.said.show_text("Left word")
    form.reply.choose(Reply.REACHED)
    form.save.click()
    outreaches = world.workspace.outreaches
    wished.undo()
    assert not outreaches.view(quiet.id).log[0].is_answered
    world.clock.advance(days=30)
    silent = outreaches.view(quiet.id).silence
    assert silent is not None
    contact = outreaches.view(quiet.id).log[0].contact
    outreaches.note_reply(contact.id, Reply.REACHED, world.today, "Spoke with her.")
    asked = ReplyForm(desk, contact.id, window)
    asked.save.click()
    assert outreaches.view(quiet.id).log[0].reply.reply is Reply.REPLIED  # type: ignore[union-attr]  # just noted
    wished.undo()
    back = outreaches.view(quiet.id).log[0].reply
    assert back is not None
    assert (back.reply, back.words) == (Reply.REACHED, "Spoke with her.")


def test_a_lock_keeps_what_was_half_written(desk: Desk, quiet: Client, window: QWidget) -> None:
    form = opened(desk, quiet, window)
    form.said.show_text("Half of it")
    kept = form.half_filled()
    assert kept is not None
    again = form_of(desk, kept.place, window)
    assert isinstance(again, OutreachForm)
    again.take_back(kept)
    assert again.said.text() == "Half of it"


def test_a_contact_that_went_out_tells_on_its_tab_what_came_of_it_and_takes_a_reply(
    tab: ContactsTab, world: World, client: Client
) -> None:
    w = world.workspace
    came = w.contacts.add(client.id, ContactDetails(world.clock.now(), world.clock.zone(), "Wrote to me"))
    assert not tab.detail.reply.isVisible()
    world.clock.advance(hours=1)
    out = ContactDetails(
        world.clock.now(), world.clock.zone(), "Left word", ContactKind.CALL, Channel.PHONE, Direction.OUT,
        StartedBy.COUNSELOR,
    )  # fmt: skip
    w.outreaches.reach_out(client.id, out)
    assert tab.detail.reply.told.text() == "2 Mar, by phone. No reply yet."
    tab.detail.reply.note.click()
    (asked,) = [one for one in tab.window().findChildren(ReplyForm) if one.isVisible()]
    asked.words.show_text("Back in May")
    asked.save.click()
    assert tab.detail.reply.told.text() == "2 Mar, by phone. The client replied."
    tab.rows.moved.emit(came.id)
    assert not tab.detail.reply.isVisible()


def test_a_contact_with_a_reply_cannot_be_taken_out_and_it_is_said_why(
    tab: ContactsTab, world: World, client: Client, wished: Wished
) -> None:
    w = world.workspace
    out = ContactDetails(
        world.clock.now(), world.clock.zone(), "Rang", direction=Direction.OUT, started_by=StartedBy.COUNSELOR
    )
    kept = w.outreaches.reach_out(client.id, out, Reply.REACHED)
    tab.detail.remove.click()
    assert isinstance(wished.troubles[-1], StillInUse)
    assert [one.id for one in w.contacts.of_client(client.id)] == [kept.contact.id]
