from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vault.sample_records import NOON, a_client, a_draft, a_session, a_signed_note
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import NotFound, StillInUse
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality, Session, SessionId, number_of
from vitalshift_desktop.vault.vault import Vault

INSTANTS = st.datetimes(datetime(1950, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- the strategy adds the zone
SESSIONS = st.builds(
    Session,
    id=st.just(SessionId(0)),
    client_id=st.just(ClientId(1)),
    starts=INSTANTS,
    zone=st.sampled_from(["America/Toronto", "Europe/London", "UTC"]),
    minutes=st.integers(1, 720),
    modality=st.sampled_from(Modality),
    attendance=st.sampled_from(Attendance),
    cancelled_by=st.none() | st.sampled_from(CancelledBy),
    late_notice=st.booleans(),
    note_put_aside=st.booleans(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(session=SESSIONS)
def test_a_session_comes_back_as_it_was_written(open_vault: Vault, session: Session) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        added = work.sessions.add(replace(session, client_id=client.id))
    with open_vault.read() as work:
        assert work.sessions.get(added.id) == added == replace(session, id=added.id, client_id=client.id)


def test_a_changed_session_is_the_one_that_comes_back(open_vault: Vault) -> None:
    with open_vault.write() as work:
        session = a_session(work, a_client(work))
        changed = replace(session, minutes=80, note_put_aside=True).marked(Attendance.CANCELLED, CancelledBy.CLIENT)
        work.sessions.save(changed)
    with open_vault.read() as work:
        assert work.sessions.get(session.id) == changed


def test_a_removed_session_can_be_restored_and_its_id_is_not_given_again(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        session = a_session(work, client)
        assert work.sessions.remove(session.id) == session
    with open_vault.write() as work:
        with pytest.raises(NotFound):
            work.sessions.get(session.id)
        assert a_session(work, client).id != session.id
        work.sessions.restore(session)
        assert work.sessions.get(session.id) == session


def test_a_session_with_a_note_cannot_be_removed(open_vault: Vault) -> None:
    with open_vault.write() as work:
        session = a_session(work, a_client(work))
        work.notes.add(a_draft(session))
    with pytest.raises(StillInUse), open_vault.write() as work:
        work.sessions.remove(session.id)
    with open_vault.read() as work:
        assert work.sessions.get(session.id) == session


def test_sessions_are_found_by_client_and_by_time(open_vault: Vault) -> None:
    with open_vault.write() as work:
        robin, kim = a_client(work), a_client(work, "Kim Sample")
        later, first, other = a_session(work, robin, day=7), a_session(work, robin), a_session(work, kim, day=3)
        assert work.sessions.all() == (first, other, later)
        assert work.sessions.of_client(robin.id) == (first, later)
        assert work.sessions.of_clients([robin.id, kim.id]) == {robin.id: (first, later), kim.id: (other,)}
        assert work.sessions.of_ids([other.id, SessionId(99)]) == {other.id: other}
        assert work.sessions.between(first.starts, later.starts) == (first, other)
        assert work.sessions.between(first.starts + timedelta(microseconds=1), later.starts) == (other,)


def test_next_last_and_count_are_told_for_many_clients_at_once(open_vault: Vault) -> None:
    with open_vault.write() as work:
        robin, kim, lou = a_client(work), a_client(work, "Kim Sample"), a_client(work, "Lou Sample")
        held = [a_session(work, robin, day=day) for day in (-14, -7)]
        late = a_session(work, kim, day=-7, attendance=Attendance.LATE)
        a_session(work, kim, day=-1, attendance=Attendance.DID_NOT_ATTEND)
        coming = a_session(work, robin, day=7, attendance=Attendance.PLANNED)
        a_session(work, robin, day=14, attendance=Attendance.PLANNED)
        a_session(work, kim, day=7, attendance=Attendance.CANCELLED)
        everyone = (robin.id, kim.id, lou.id)
        assert work.sessions.next_of(everyone, NOON) == {robin.id: coming}
        assert work.sessions.next_of((kim.id,), NOON) == {}
        assert work.sessions.last_of(everyone, NOON) == {robin.id: held[1], kim.id: late}
        assert work.sessions.last_of(everyone, NOON - timedelta(days=7)) == {robin.id: held[0]}
        assert work.sessions.held_counts(everyone) == {robin.id: 2, kim.id: 1}


def test_numbers_of_many_sessions_agree_with_the_domain(open_vault: Vault) -> None:
    with open_vault.write() as work:
        for name in ("Robin Sample", "Kim Sample"):
            client = a_client(work, name)
            for day, attendance in enumerate([*Attendance, *Attendance]):
                a_session(work, client, day=day, attendance=attendance)
        sessions = work.sessions.all()
        before = work.sessions.held_before([session.id for session in sessions])
        for session in sessions:
            if session.stands:
                assert before[session.id] + 1 == number_of(session, work.sessions.of_client(session.client_id))
        assert set(before) == {session.id for session in sessions}


def test_held_sessions_wait_for_a_note_until_it_is_signed_or_put_aside(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        signed, drafted, bare, aside = (a_session(work, client, day=day) for day in range(4))
        a_session(work, client, day=4, attendance=Attendance.CANCELLED)
        a_session(work, client, day=5, attendance=Attendance.PLANNED)
        a_signed_note(work, signed)
        work.notes.add(a_draft(drafted))
        work.sessions.save(replace(aside, note_put_aside=True))
        assert work.sessions.without_signed_note(NOON + timedelta(days=30)) == (drafted, bare)
        assert work.sessions.without_signed_note(bare.starts) == (drafted,)
        work.sessions.save(replace(signed, note_put_aside=True))
        assert work.sessions.without_signed_note(NOON + timedelta(days=30)) == (drafted, bare)
