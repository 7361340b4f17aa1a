from dataclasses import replace
from datetime import timedelta

import pytest

from tests.vault.sample_records import DAY, a_client, a_session
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.episodes import DecidedBy, Ending, Episode, next_episode
from vitalshift_desktop.domain.problems import AlreadyRecorded, NotFound, StillInUse
from vitalshift_desktop.domain.sessions import Session, number_of
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


def two_episodes(work: UnitOfWork, client: Client) -> tuple[Episode, Episode]:
    first = work.episodes.add(next_episode((), client.id, DAY - timedelta(days=900)))
    ended = first.ended(DAY - timedelta(days=500), Ending.LOSS_OF_CONTACT, DecidedBy.OTHER, "No answer")
    work.episodes.save(ended)
    return ended, work.episodes.add(next_episode((ended,), client.id, DAY - timedelta(days=30)))


def sessions_in(work: UnitOfWork, client: Client, episode: Episode, days: list[int]) -> list[Session]:
    made = []
    for day in days:
        session = replace(a_session(work, client, day=day), episode_id=episode.id)
        work.sessions.save(session)
        made.append(session)
    return made


def test_episodes_come_back_as_they_were_written(open_vault: Vault) -> None:
    with open_vault.write() as work:
        robin, kim, lou = a_client(work), a_client(work, "Kim"), a_client(work, "Lou")
        first, second = two_episodes(work, robin)
        only = work.episodes.add(next_episode((), kim.id, DAY))
    with open_vault.read() as work:
        assert work.episodes.of_client(robin.id) == (first, second)
        assert work.episodes.get(first.id) == first
        assert work.episodes.current(robin.id) == second
        assert work.episodes.current(lou.id) is None
        everyone = (robin.id, kim.id, lou.id)
        assert work.episodes.current_of(everyone) == {robin.id: second, kim.id: only}
        assert work.episodes.of_clients(everyone) == {robin.id: (first, second), kim.id: (only,)}


def test_a_client_has_each_number_once_and_an_episode_in_use_stays(open_vault: Vault) -> None:
    with open_vault.write() as work:
        robin = a_client(work)
        _, second = two_episodes(work, robin)
        sessions_in(work, robin, second, [0])
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.episodes.add(replace(second, opened_on=DAY))
    with pytest.raises(StillInUse), open_vault.write() as work:
        work.episodes.remove(second.id)
    with open_vault.write() as work:
        work.episodes.add(replace(second, number=3))
        work.episodes.remove(work.episodes.of_client(robin.id)[-1].id)
        assert work.episodes.of_client(robin.id)[-1] == second
        with pytest.raises(NotFound):
            work.episodes.get(type(second.id)(99))


def test_counts_and_numbers_are_those_of_the_episode(open_vault: Vault) -> None:
    with open_vault.write() as work:
        robin = a_client(work)
        first, second = two_episodes(work, robin)
        sessions_in(work, robin, first, [-700, -693, -686])
        sessions_in(work, robin, second, [-21, -14])
        sessions = work.sessions.of_client(robin.id)
        assert work.sessions.held_counts((robin.id,)) == {robin.id: 2}
        before = work.sessions.held_before([one.id for one in sessions])
        assert [before[one.id] for one in sessions] == [0, 1, 2, 0, 1]
        assert [number_of(one, sessions) for one in sessions] == [1, 2, 3, 1, 2]


def test_a_session_cannot_belong_to_the_episode_of_another_client(open_vault: Vault) -> None:
    with open_vault.write() as work:
        robin, kim = a_client(work), a_client(work, "Kim")
        other = work.episodes.add(next_episode((), kim.id, DAY))
        session = a_session(work, robin)
    with pytest.raises(Exception, match="FOREIGN KEY"), open_vault.write() as work:
        work.sessions.save(replace(session, episode_id=other.id))
