"""What the counselor can do with what both agreed to keep: rhythm, length, sessions before a review, and breaks."""

from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.commitment_kept import Happened, KeptPart, kept_in
from vitalshift_desktop.domain.commitments import (
    AgreedBreak,
    BreakId,
    Commitment,
    CommitmentId,
    CommitmentTerms,
    counts_for,
    in_force_on,
    parts_of,
    review_day,
)
from vitalshift_desktop.domain.episodes import Episode, EpisodeId
from vitalshift_desktop.domain.problems import DateIsImpossible, EpisodeHasEnded
from vitalshift_desktop.domain.sessions import in_episode
from vitalshift_desktop.domain.time_away import times_away
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.episodes import episode_for
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET, _NO_BREAK = CommitmentId(0), BreakId(0)


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """What is agreed with one client at present: the current episode, the version in force, every version, breaks.

    `breaks` are those that were not taken back and are not over, the earliest first. `held_since` counts the sessions
    held under the version in force; `review_on` is the day from which both are to look at it again, if it is known.
    `can_compare` says whether something was agreed in any episode, so that it can be set beside what happened.
    """

    episode: Episode | None
    now: Commitment | None
    versions: tuple[Commitment, ...]
    breaks: tuple[AgreedBreak, ...]
    held_since: int = 0
    review_on: date | None = None
    can_compare: bool = False

    @property
    def can_agree(self) -> bool:
        """Whether something can be agreed: not once the work has ended."""
        return self.episode is None or self.episode.is_open


@dataclass(frozen=True, slots=True)
class Kept:
    """Agreed and actual of one episode, the latest part first; `episodes` are those that have something agreed."""

    episode: Episode
    parts: tuple[KeptPart, ...]
    episodes: tuple[Episode, ...]


class Commitments:
    """What is agreed with the practice's clients, as dated versions, and what became of it."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    # ------------------------------------------------------------ looking

    def view(self, client_id: ClientId) -> CommitmentView:
        """What is agreed with one client at present."""
        day = today(self._clock)
        with self._vault.read() as work:
            episode = work.episodes.current(client_id)
            known = work.commitments.of_client(client_id)
            versions = tuple(one for one in known if episode is not None and one.episode_id == episode.id)
            breaks = work.commitments.breaks_of((client_id,))[client_id]
            now = in_force_on(versions, day)
            sessions = work.sessions.of_client(client_id) if now is not None else ()
        ahead = tuple(one for one in breaks if one.taken_back_at is None and one.last_day >= day)
        can_compare = any(one.taken_back_at is None for one in known)
        if now is None:
            return CommitmentView(episode, now, versions, ahead, can_compare=can_compare)
        held = sum(1 for one in sessions if one.was_held and counts_for(now, one))
        return CommitmentView(episode, now, versions, ahead, held, review_day(now, sessions), can_compare)

    def kept(self, client_id: ClientId, episode_id: EpisodeId | None = None) -> Kept | None:
        """Agreed and actual of an episode, of the latest one where none is named; None where nothing was agreed."""
        with self._vault.read() as work:
            versions = work.commitments.of_client(client_id)
            agreed = {one.episode_id for one in versions if one.taken_back_at is None}
            episodes = tuple(one for one in work.episodes.of_client(client_id) if one.id in agreed)
            wanted = next((one for one in episodes[::-1] if episode_id in (None, one.id)), None)
            if wanted is None:
                return None
            theirs = tuple(one for one in versions if one.episode_id == wanted.id)
            return Kept(wanted, self._parts(work, wanted, theirs), episodes)

    # ------------------------------------------------------------ agreeing

    def agree(
        self, client_id: ClientId, terms: CommitmentTerms, agreed_on: date, reason: str = "", *, by: object = None
    ) -> Commitment:
        """Write down what was agreed with the client on a day, as the next version in the current episode.

        Raises TextIsMissing for a later version without a reason, EpisodeHasEnded, DateIsImpossible for a day to come
        or before the episode, and what `CommitmentTerms.checked` raises. The first one opens the first episode.
        """
        day = today(self._clock)
        with self._vault.write() as work:
            work.clients.get(client_id)
            episode = self._episode_of(work, client_id, min(agreed_on, day))
            number = len(work.commitments.of_episode(episode.id)) + 1
            now = self._clock.now()
            wanted = Commitment(_NOT_YET, client_id, episode.id, number, agreed_on, terms, now, reason)
            agreed = work.commitments.add(wanted.checked(episode.opened_on, day))
            work.audit.append(AuditAct.COMMITMENT_AGREED, f"commitment:{agreed.id}", version=number)
        self._publish(client_id, by)
        return agreed

    def take_back(self, commitment_id: CommitmentId, *, by: object = None) -> Commitment:
        """Let a version that was written by mistake count no more; it stays. Raises AlreadyRecorded or NotFound."""
        now = self._clock.now()
        with self._vault.write() as work:
            work.commitments.take_back(commitment_id, now)
            taken = work.commitments.get(commitment_id)
            work.audit.append(AuditAct.COMMITMENT_TAKEN_BACK, f"commitment:{commitment_id}")
        self._publish(taken.client_id, by)
        return taken

    def agree_break(
        self,
        client_id: ClientId,
        first_day: date,
        last_day: date,
        words: str = "",
        *,
        agreed_on: date | None = None,
        by: object = None,
    ) -> AgreedBreak:
        """Write down a time without sessions, agreed today unless another day is given.

        Raises EndsBeforeItStarts, BreakTooLong, TextTooLong, HiddenCharacters or DateIsImpossible.
        """
        day = today(self._clock)
        wanted = AgreedBreak(
            _NO_BREAK, client_id, first_day, last_day, agreed_on or day, self._clock.now(), words
        ).checked(day)
        with self._vault.write() as work:
            work.clients.get(client_id)
            agreed = work.commitments.add_break(wanted)
            work.audit.append(AuditAct.BREAK_AGREED, f"agreed_break:{agreed.id}")
        self._publish(client_id, by)
        return agreed

    def take_back_break(self, break_id: BreakId, *, by: object = None) -> AgreedBreak:
        """Let a break count no more; it stays in the record. Raises NotFound or AlreadyRecorded."""
        now = self._clock.now()
        with self._vault.write() as work:
            work.commitments.take_back_break(break_id, now)
            taken = work.commitments.get_break(break_id)
            work.audit.append(AuditAct.BREAK_TAKEN_BACK, f"agreed_break:{break_id}")
        self._publish(taken.client_id, by)
        return taken

    # ------------------------------------------------------------ within one unit of work

    def _episode_of(self, work: UnitOfWork, client_id: ClientId, day: date) -> Episode:
        """The current episode; the first one reaches back to the day of agreeing, a later one does not."""
        episode = work.episodes.current(client_id)
        if episode is None:
            return work.episodes.get(episode_for(work, client_id, day))
        if not episode.is_open:
            raise EpisodeHasEnded
        if day < episode.opened_on and episode.number > 1:
            raise DateIsImpossible
        reaching = episode.reaching(day)
        if reaching != episode:
            work.episodes.save(reaching)
        return reaching

    def _parts(self, work: UnitOfWork, episode: Episode, versions: tuple[Commitment, ...]) -> tuple[KeptPart, ...]:
        client_id, now = episode.client_id, self._clock.now()
        until = min(today(self._clock), episode.ended_on or date.max)
        parts = parts_of(versions, until)
        if not parts:
            return ()
        sessions = in_episode(work.sessions.of_client(client_id), episode.id)
        courses, moves = work.session_courses.of_client(client_id), work.session_courses.moves_of_client(client_id)
        first = parts[0].first_day
        away = times_away(
            work.closures.between(first, until),
            work.commitments.breaks_of((client_id,))[client_id],
            work.clients.status_changes(client_id),
            first,
            until,
        )
        happened = Happened(sessions, courses, moves, work.tasks.of_client(client_id))
        return tuple(kept_in(part, happened, away, now) for part in parts[::-1])

    def _publish(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.AGREEMENTS, client_id, by))
