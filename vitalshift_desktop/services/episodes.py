"""What the counselor can do with episodes, and which episode a session belongs to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId, ClientStatus, Phase, PhaseMark, StatusChange
from vitalshift_desktop.domain.episodes import (
    Confirm,
    DecidedBy,
    Ending,
    Episode,
    EpisodeId,
    episode_on,
    latest,
    next_episode,
)
from vitalshift_desktop.domain.problems import DateIsImpossible, EpisodeHasEnded, EpisodeIsOpen, NotConfirmed, NotFound
from vitalshift_desktop.domain.sessions import Attendance, Session
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.last_episode import LastEpisode, last_episode
from vitalshift_desktop.services.session_reminders import recount_reminders
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class EndedWork:
    """An episode that was just ended, and the planned sessions that were taken out with it."""

    episode: Episode
    removed: tuple[Session, ...] = ()


class Episodes:
    """The episodes of the work with each client."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def of_client(self, client_id: ClientId) -> tuple[Episode, ...]:
        """The episodes of one client, the first one first."""
        with self._vault.read() as work:
            return work.episodes.of_client(client_id)

    def current(self, client_id: ClientId) -> Episode | None:
        """The last episode of one client, open or ended; None before the first."""
        with self._vault.read() as work:
            return work.episodes.current(client_id)

    def last(self, client_id: ClientId) -> LastEpisode:
        """The last episode on one page; raises NotFound."""
        with self._vault.read() as work:
            return last_episode(work, client_id)

    def ahead(self, client_id: ClientId) -> tuple[Session, ...]:
        """The planned sessions still to come, which an ending can take out."""
        with self._vault.read() as work:
            return self._ahead(work, client_id)

    def end(
        self,
        client_id: ClientId,
        ending: Ending | None,
        decided_by: DecidedBy | None,
        on: date,
        words: str = "",
        *,
        remove_planned: bool = False,
        by: object = None,
    ) -> EndedWork:
        """End the open episode: the client is closed on that day, with these words as the reason.

        Raises EpisodeHasEnded, NotFound without an episode, TextTooLong, or DateIsImpossible for a day to come, one
        before the episode opened, or one before a session that was held.
        """
        day = today(self._clock)
        with self._vault.write() as work:
            episode = self._open_one(work, client_id)
            _check_last_day(work, episode, on, day)
            ended = episode.ended(on, ending, decided_by, words)
            work.episodes.save(ended)
            removed = self._ahead(work, client_id) if remove_planned else ()
            for session in removed:
                work.sessions.remove(session.id)
            _set_status(work, StatusChange(client_id, ClientStatus.CLOSED, on, ended.words))
            recount_reminders(work, client_id)
            detail: dict[str, str | int] = {"ending": ending.value if ending else "", "removed": len(removed)}
            work.audit.append(AuditAct.EPISODE_ENDED, f"episode:{ended.id}", **detail)
        self._publish(client_id, by)
        return EndedWork(ended, removed)

    def undo_end(self, client_id: ClientId, removed: Sequence[Session] = (), *, by: object = None) -> Episode:
        """Take the ending back: the episode goes on, the client stands where they stood, these sessions come back.

        Raises NotFound without an episode, EpisodeIsOpen once nothing is ended (another episode may have opened since).
        """
        with self._vault.write() as work:
            episode = _found(work, client_id)
            if episode.is_open:
                raise EpisodeIsOpen
            work.episodes.save(episode.going_on())
            self._back_to_earlier_status(work, client_id)
            for session in removed:
                work.sessions.restore(session)
            recount_reminders(work, client_id)
            work.audit.append(AuditAct.EPISODE_ENDED, f"episode:{episode.id}", undone=True)
        self._publish(client_id, by)
        return episode.going_on()

    def open_new(self, client_id: ClientId, confirmed: Collection[Confirm], *, by: object = None) -> Episode:
        """Begin again from today on: the client is active, the phase is the beginning, numbers start at 1.

        Raises NotConfirmed until everything in `Confirm` was looked at, or EpisodeIsOpen while one goes on.
        """
        if set(confirmed) != set(Confirm):
            raise NotConfirmed
        day = today(self._clock)
        with self._vault.write() as work:
            episode = work.episodes.add(next_episode(work.episodes.of_client(client_id), client_id, day))
            _set_status(work, StatusChange(client_id, ClientStatus.ACTIVE, day))
            work.clients.mark_phase(PhaseMark(client_id, Phase.BEGINNING, day))
            work.audit.append(AuditAct.EPISODE_OPENED, f"episode:{episode.id}", number=episode.number)
        self._publish(client_id, by)
        return episode

    # ------------------------------------------------------------ within one unit of work

    def _ahead(self, work: UnitOfWork, client_id: ClientId) -> tuple[Session, ...]:
        now = self._clock.now()
        theirs = work.sessions.of_client(client_id)
        return tuple(one for one in theirs if one.attendance is Attendance.PLANNED and one.starts > now)

    def _open_one(self, work: UnitOfWork, client_id: ClientId) -> Episode:
        episode = _found(work, client_id)
        if not episode.is_open:
            raise EpisodeHasEnded
        return episode

    def _back_to_earlier_status(self, work: UnitOfWork, client_id: ClientId) -> None:
        changes = work.clients.status_changes(client_id)
        status = next((one.status for one in reversed(changes) if one.status is not ClientStatus.CLOSED), None)
        closed = next((one for one in reversed(changes) if one.status is ClientStatus.CLOSED), None)
        if closed is not None:
            work.clients.remove_status_change(closed.id)
        work.clients.save(replace(work.clients.get(client_id), status=status or ClientStatus.ACTIVE))

    def _publish(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.CLIENTS, client_id, by))


def episode_for(work: UnitOfWork, client_id: ClientId, day: date) -> EpisodeId:
    """The episode that a session of this day joins; the first session of a client opens the first one.

    Raises EpisodeHasEnded after the last ending: whether the work begins again is for the counselor to say.
    """
    episodes = work.episodes.of_client(client_id)
    if not episodes:
        return work.episodes.add(next_episode((), client_id, day)).id
    episode = episode_on(episodes, day)
    if episode is None:
        raise EpisodeHasEnded
    if episode.reaching(day) != episode:
        work.episodes.save(episode.reaching(day))
    return episode.id


def follow_status(work: UnitOfWork, client_id: ClientId, status: ClientStatus, day: date) -> None:
    """Keep the episodes in step with a status set on a day: closing ends the open one, without a coded ending.

    A client who is more than an enquiry has an episode. Raises EpisodeHasEnded where the work ended before: it begins
    again only with an episode of its own.
    """
    episode = latest(work.episodes.of_client(client_id))
    if episode is None:
        if status not in (ClientStatus.ENQUIRY, ClientStatus.CLOSED):
            work.episodes.add(next_episode((), client_id, day))
    elif status is ClientStatus.CLOSED:
        if episode.is_open:
            work.episodes.save(episode.ended(max(day, episode.opened_on)))
    elif not episode.is_open:
        raise EpisodeHasEnded


def put_right_with_status(work: UnitOfWork, client: Client, day: date) -> None:
    """Keep the episodes in step after an entry in the history of the status was put right, not newly made.

    The work that turns out not to have been closed goes on as the same episode.
    """
    episode = latest(work.episodes.of_client(client.id))
    if episode is not None and not episode.is_open and client.status is not ClientStatus.CLOSED:
        work.episodes.save(episode.going_on())
    else:
        follow_status(work, client.id, client.status, day)


def _found(work: UnitOfWork, client_id: ClientId) -> Episode:
    episode = work.episodes.current(client_id)
    if episode is None:
        raise NotFound
    return episode


def _check_last_day(work: UnitOfWork, episode: Episode, on: date, today: date) -> None:
    held = [one.day for one in work.sessions.of_client(episode.client_id) if one.was_held]
    if not max(held, default=episode.opened_on) <= on <= today:
        raise DateIsImpossible


def _set_status(work: UnitOfWork, change: StatusChange) -> None:
    work.clients.save(replace(work.clients.get(change.client_id), status=change.status))
    work.clients.add_status_change(change)
