"""The silence watch: against the rhythm agreed with this client, and never where nobody expects a session."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client, ClientStatus
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.commitments import CommitmentTerms, Rhythm
from vitalshift_desktop.domain.contacts import Channel, ContactDetails, ContactKind, Direction, StartedBy
from vitalshift_desktop.domain.episodes import DecidedBy, Ending
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.outreach import Reply
from vitalshift_desktop.domain.problems import DateIsImpossible, NotFound
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.domain.silence import Sign, Silence


def watched(world: World, rhythm: Rhythm | None = Rhythm(), days: int = 21) -> Client:  # noqa: B008 -- frozen
    """A client with whom a rhythm was agreed, seen last so many days ago, without a date ahead."""
    client = world.client()
    world.workspace.clients.set_status(client.id, ClientStatus.ACTIVE, "")
    world.workspace.commitments.agree(client.id, CommitmentTerms(rhythm), world.today - timedelta(days=60))
    world.held(client, -days)
    return client


def silence(world: World, client: Client) -> Silence | None:
    return world.workspace.outreaches.view(client.id).silence


def contact(world: World, days: int, direction: Direction, by: StartedBy) -> ContactDetails:
    at = world.clock.now() + timedelta(days=days)
    return ContactDetails(at, world.clock.zone(), "Left word", ContactKind.CALL, Channel.PHONE, direction, by)


def out(world: World, days: int = 0) -> ContactDetails:
    return contact(world, days, Direction.OUT, StartedBy.COUNSELOR)


def test_three_weeks_without_a_word_are_a_silence_where_a_session_every_week_was_agreed(world: World) -> None:
    found = silence(world, watched(world))
    assert found is not None
    assert (found.quiet_days, found.allowed_days) == (21, 21)
    assert (found.heard.sign, found.heard.day) == (Sign.SESSION, world.today - timedelta(days=21))
    assert silence(world, watched(world, days=20)) is None
    assert silence(world, watched(world, Rhythm(1, 2), days=22)) is None


def test_without_an_agreed_rhythm_nobody_is_watched(world: World) -> None:
    assert silence(world, watched(world, None)) is None
    bare = world.client()
    world.held(bare, -90)
    assert silence(world, bare) is None


def test_a_date_ahead_ends_the_silence_and_a_session_nobody_marked_counts_as_a_sign(world: World) -> None:
    client = watched(world, days=40)
    ahead = world.planned(client, 3)
    assert silence(world, client) is None
    world.workspace.sessions.remove(ahead.id)
    assert silence(world, client) is not None
    past = world.planned(client, -5)
    assert silence(world, client) is None
    world.workspace.sessions.set_attendance(past.id, Attendance.DID_NOT_ATTEND)
    assert silence(world, client) is not None


def test_the_days_the_practice_was_closed_do_not_count_and_nothing_is_said_in_them(world: World) -> None:
    client, today = watched(world), world.today
    closed = world.workspace.closures.add(
        Closure(ClosureId(0), today - timedelta(days=10), today - timedelta(days=4))
    ).closure
    assert silence(world, client) is None
    world.clock.advance(days=7)
    assert silence(world, client) is not None
    world.workspace.closures.add(Closure(ClosureId(0), world.today, world.today))
    assert silence(world, client) is None
    world.clock.advance(days=1)
    assert silence(world, client) is not None
    world.workspace.closures.remove(closed.id)
    assert silence(world, client) is not None


def test_an_agreed_break_is_waited_for_and_counts_as_having_spoken_on_the_day_it_was_agreed(world: World) -> None:
    client, commitments = watched(world), world.workspace.commitments
    taken = commitments.agree_break(
        client.id, world.today - timedelta(days=1), world.today + timedelta(days=10), agreed_on=date(2026, 2, 10)
    )
    assert silence(world, client) is None
    commitments.take_back_break(taken.id)
    assert silence(world, client) is not None
    commitments.agree_break(client.id, world.today + timedelta(days=30), world.today + timedelta(days=31))
    assert silence(world, client) is None


def test_nobody_is_watched_while_the_work_is_paused_or_once_it_has_ended(world: World) -> None:
    client, w = watched(world, days=30), world.workspace
    w.clients.set_status(client.id, ClientStatus.PAUSED, "Abroad")
    assert silence(world, client) is None
    world.clock.advance(days=40)
    w.clients.set_status(client.id, ClientStatus.ACTIVE, "Back")
    found = silence(world, client)
    assert found is not None
    assert found.quiet_days == 30
    w.episodes.end(client.id, Ending.LOSS_OF_CONTACT, DecidedBy.OTHER, world.today)
    assert silence(world, client) is None


def test_a_contact_from_the_client_ends_the_silence_and_one_from_a_third_party_does_not(world: World) -> None:
    client, contacts = watched(world, days=30), world.workspace.contacts
    contacts.add(client.id, contact(world, -2, Direction.IN, StartedBy.THIRD_PARTY))
    assert silence(world, client) is not None
    contacts.add(client.id, contact(world, -2, Direction.IN, StartedBy.CLIENT))
    assert silence(world, client) is None


def test_reaching_out_is_a_contact_note_and_an_answer_is_waited_for_a_week(world: World) -> None:
    client, w = watched(world), world.workspace
    before = world.rows()
    line = w.outreaches.reach_out(client.id, out(world))
    assert world.rows() == before + 1
    assert [one.id for one in w.contacts.of_client(client.id)] == [line.contact.id]
    assert w.outreaches.view(client.id).log == (line,)
    assert silence(world, client) is None
    world.clock.advance(days=7)
    found = silence(world, client)
    assert found is not None
    assert found.reached_out == (line.contact.details.day,)


def test_a_contact_note_that_went_out_is_in_the_log_wherever_it_was_written(world: World) -> None:
    client, w = watched(world), world.workspace
    by_hand = w.contacts.add(client.id, out(world, -1))
    w.contacts.add(client.id, contact(world, -1, Direction.IN, StartedBy.CLIENT))
    w.contacts.add(client.id, replace(out(world, -1), kind=ContactKind.THIRD_PARTY))
    assert [one.contact.id for one in w.outreaches.view(client.id).log] == [by_hand.id]


def test_a_call_to_somebody_else_is_no_reaching_out(world: World) -> None:
    client, w = watched(world), world.workspace
    w.contacts.add(client.id, replace(out(world), kind=ContactKind.THIRD_PARTY))
    found = silence(world, client)
    assert found is not None
    assert found.reached_out == ()


def test_a_reply_ends_the_silence_on_its_day_and_the_last_word_counts(world: World) -> None:
    client, w = watched(world, days=40), world.workspace
    line = w.outreaches.reach_out(client.id, out(world, -14))
    assert silence(world, client) is not None
    w.outreaches.note_reply(line.contact.id, Reply.REPLIED, world.today - timedelta(days=3), "Next month")
    assert silence(world, client) is None
    assert w.outreaches.view(client.id).log[0].is_answered
    w.outreaches.note_reply(line.contact.id, Reply.NONE_YET, world.today, "That was about another matter")
    assert silence(world, client) is not None
    with pytest.raises(DateIsImpossible):
        w.outreaches.note_reply(line.contact.id, Reply.REPLIED, world.today - timedelta(days=15))


def test_a_reply_is_noted_only_to_what_went_out(world: World) -> None:
    client, w = watched(world), world.workspace
    came = w.contacts.add(client.id, contact(world, -1, Direction.IN, StartedBy.CLIENT))
    with pytest.raises(NotFound):
        w.outreaches.note_reply(came.id, Reply.REACHED, world.today)
    with pytest.raises(ValueError, match="in"):
        w.outreaches.reach_out(client.id, contact(world, -1, Direction.IN, StartedBy.CLIENT))
    assert len(w.contacts.of_client(client.id)) == 1


def test_a_conversation_is_a_reply_at_once(world: World) -> None:
    client, w = watched(world, days=40), world.workspace
    line = w.outreaches.reach_out(client.id, out(world, -20), Reply.REACHED, "Will call in May")
    assert line.is_answered
    found = silence(world, client)
    assert found is None
    world.clock.advance(days=1)
    later = silence(world, client)
    assert later is not None
    assert (later.heard.sign, later.reached_out) == (Sign.REPLY, ())


def flagged(world: World) -> set[int]:
    return {int(flag.client_id) for flag in world.workspace.home.today().flags if flag.kind is FlagKind.LONG_SILENCE}


def test_what_the_day_page_keeps_follows_every_change_and_the_next_day(world: World) -> None:
    """The silences are kept between looks: of one client, of all after a closure, and until midnight."""
    w = world.workspace
    one = watched(world)
    assert flagged(world) == {one.id}
    other = world.client("Idris K.")
    w.commitments.agree(other.id, CommitmentTerms(), world.today - timedelta(days=20))
    assert flagged(world) == {one.id}
    world.clock.advance(days=1)
    assert flagged(world) == {one.id, other.id}
    w.contacts.add(other.id, contact(world, 0, Direction.IN, StartedBy.CLIENT))
    assert flagged(world) == {one.id}
    closed = w.closures.add(Closure(ClosureId(0), world.today, world.today)).closure
    assert flagged(world) == set()
    w.closures.remove(closed.id)
    assert flagged(world) == {one.id}
    ahead = world.planned(one, 0, time(23))
    assert flagged(world) == set()
    w.sessions.remove(ahead.id)
    assert flagged(world) == {one.id}
    assert w.outreaches.view(one.id).silence is not None
