from datetime import timedelta

import pytest

from tests.vault.sample_records import DAY, NOON, a_client, a_session
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.commitments import (
    AgreedBreak,
    BreakId,
    Commitment,
    CommitmentId,
    CommitmentTerms,
    Rhythm,
)
from vitalshift_desktop.domain.contacts import ContactDetails, ContactId, ContactNote, Direction, StartedBy
from vitalshift_desktop.domain.episodes import Episode, EpisodeId
from vitalshift_desktop.domain.outreach import OutreachReply, Reply
from vitalshift_desktop.domain.problems import AlreadyRecorded, StillInUse
from vitalshift_desktop.domain.session_course import SessionCourse, SessionMove
from vitalshift_desktop.domain.sessions import CancelledBy
from vitalshift_desktop.vault.records.refusals import delete, flush
from vitalshift_desktop.vault.tables.columns import Base
from vitalshift_desktop.vault.tables.commitments import AgreedBreakRow, CommitmentRow
from vitalshift_desktop.vault.tables.outreach import OutreachReplyRow
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


def agreed(work: UnitOfWork, number: int = 1, client: Client | None = None) -> Commitment:
    client = client or a_client(work)
    current = work.episodes.current(client.id)
    episode = current or work.episodes.add(Episode(EpisodeId(0), client.id, 1, DAY))
    terms = CommitmentTerms(Rhythm(2, 3), 60, 8, "Walks", "Reads")
    return work.commitments.add(Commitment(CommitmentId(0), client.id, episode.id, number, DAY, terms, NOON, "Because"))


def a_break(work: UnitOfWork) -> AgreedBreak:
    wanted = AgreedBreak(BreakId(0), a_client(work).id, DAY, DAY + timedelta(days=6), DAY, NOON, "By the sea")
    return work.commitments.add_break(wanted)


def a_reply(work: UnitOfWork) -> OutreachReply:
    client = a_client(work)
    details = ContactDetails(NOON, "Asia/Tokyo", "Left word", direction=Direction.OUT, started_by=StartedBy.COUNSELOR)
    contact = work.contacts.add(ContactNote(ContactId(0), client.id, details, NOON, NOON, filed_at=NOON))
    reply = OutreachReply(contact.id, client.id, Reply.REPLIED, DAY, "Next week", NOON)
    work.outreach.add(reply)
    return reply


def test_versions_and_breaks_come_back_as_they_were_agreed(open_vault: Vault) -> None:
    with open_vault.write() as work:
        first = agreed(work)
        later = agreed(work, 2, work.clients.get(first.client_id))
        one = a_break(work)
    with open_vault.read() as work:
        assert work.commitments.get(first.id) == first
        assert work.commitments.of_episode(first.episode_id) == (first, later)
        assert work.commitments.of_client(first.client_id) == (first, later)
        assert work.commitments.going_on() == {first.client_id: (first, later)}
        assert work.commitments.breaks_of((one.client_id, first.client_id)) == {
            one.client_id: (one,),
            first.client_id: (),
        }


def test_what_was_agreed_in_an_episode_that_has_ended_goes_on_no_more(open_vault: Vault) -> None:
    with open_vault.write() as work:
        first = agreed(work)
        assert set(work.commitments.going_on([first.client_id])) == {first.client_id}
        assert work.commitments.going_on([]) == {}
        work.episodes.save(work.episodes.get(first.episode_id).ended(DAY))
        assert work.commitments.going_on() == {}


def test_a_version_or_a_break_is_taken_back_once(open_vault: Vault) -> None:
    with open_vault.write() as work:
        first, one = agreed(work), a_break(work)
        work.commitments.take_back(first.id, NOON)
        work.commitments.take_back_break(one.id, NOON)
        assert work.commitments.get(first.id).taken_back_at == NOON
        assert work.commitments.get_break(one.id).taken_back_at == NOON
        assert work.commitments.going_on() == {}
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.commitments.take_back(first.id, NOON)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.commitments.take_back_break(one.id, NOON)


@pytest.mark.parametrize("deletes", [True, False])
@pytest.mark.parametrize(
    ("table", "field"), [(CommitmentRow, "client_does"), (AgreedBreakRow, "words"), (OutreachReplyRow, "words")]
)
def test_what_was_agreed_and_what_came_of_reaching_out_never_changes_and_never_goes(
    open_vault: Vault, table: type[Base], field: str, deletes: bool
) -> None:
    with open_vault.write() as work:
        agreed(work), a_break(work), a_reply(work)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        tamper(work, table, field, deletes=deletes)


def test_not_even_a_trigger_lets_a_version_be_written_with_the_number_of_another(open_vault: Vault) -> None:
    with open_vault.write() as work:
        first = agreed(work)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        agreed(work, 1, work.clients.get(first.client_id))


def test_a_contact_with_a_reply_stays_and_its_day_is_that_of_its_own_zone(open_vault: Vault) -> None:
    with open_vault.write() as work:
        reply = a_reply(work)
        assert work.outreach.replies_of((reply.client_id,)) == (reply,)
        (_client, contact_id, day), *_rest = work.outreach.went_out((reply.client_id,), NOON)
        assert (contact_id, day) == (reply.contact_id, DAY)
        assert work.outreach.went_out((reply.client_id,), NOON + timedelta(seconds=1)) == ()
        assert work.outreach.last_in((reply.client_id,)) == {}
    with pytest.raises(StillInUse), open_vault.write() as work:
        work.contacts.remove(reply.contact_id)


def test_the_last_time_a_client_got_in_touch_is_the_day_where_it_was_written(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        for hours, zone in ((0, "America/Toronto"), (9, "Asia/Tokyo")):
            at = NOON + timedelta(hours=hours)
            work.contacts.add(
                ContactNote(ContactId(0), client.id, ContactDetails(at, zone, "Wrote"), at, at, filed_at=at)
            )
        assert work.outreach.last_in((client.id,)) == {client.id: DAY + timedelta(days=1)}


def test_how_a_session_went_and_where_it_was_goes_with_it(open_vault: Vault) -> None:
    with open_vault.write() as work:
        session = a_session(work, a_client(work))
        course, move = SessionCourse(5, 45), SessionMove(session.id, NOON, "Asia/Tokyo", CancelledBy.COUNSELOR, NOON)
        work.session_courses.put(session.id, SessionCourse(1, None))
        work.session_courses.put(session.id, course)
        work.session_courses.add_move(move)
        assert work.session_courses.get(session.id) == course
        assert work.session_courses.of_client(session.client_id) == {session.id: course}
        assert work.session_courses.moves_of_client(session.client_id) == (move,)
        work.session_courses.put(session.id, SessionCourse())
        assert work.session_courses.get(session.id) == SessionCourse()
        work.session_courses.put(session.id, course)
        work.sessions.remove(session.id)
        assert work.session_courses.moves_of(session.id) == ()
        assert work.session_courses.get(session.id) == SessionCourse()


def tamper(work: UnitOfWork, table: type[Base], field: str, *, deletes: bool) -> None:
    connection = work.commitments._connection
    row = connection.get_one(table, 1)
    if deletes:
        delete(connection, row)
    else:
        setattr(row, field, "Something else")
        flush(connection)
