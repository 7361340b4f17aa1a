"""An episode: one stretch of work with a client, from its opening to its ending; a client may come back years later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.problems import DateIsImpossible, EpisodeHasEnded, EpisodeIsOpen, TextTooLong

EpisodeId = NewType("EpisodeId", int)


class Ending(StrEnum):
    """How an episode ended."""

    PLANNED = "planned"
    UNPLANNED = "unplanned"
    LOSS_OF_CONTACT = "loss_of_contact"
    REFERRED_ON = "referred_on"


class Confirm(StrEnum):
    """What has to be looked at again with a client before another episode opens."""

    CONTACT = "contact"
    SAFE_CONTACT = "safe_contact"
    MEDICINES = "medicines"
    CONSENTS = "consents"


class DecidedBy(StrEnum):
    """Who decided that it ends."""

    CLIENT = "client"
    COUNSELOR = "counselor"
    BOTH = "both"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Episode:
    """One episode; `number` counts a client's episodes from 1.

    `ended_on` is None while the work goes on; `ending` and `decided_by` are None for an ending that nobody coded.
    """

    id: EpisodeId
    client_id: ClientId
    number: int
    opened_on: date
    ended_on: date | None = None
    ending: Ending | None = None
    decided_by: DecidedBy | None = None
    words: str = ""

    @property
    def is_open(self) -> bool:
        """True while the work goes on."""
        return self.ended_on is None

    def ended(
        self, on: date, ending: Ending | None = None, decided_by: DecidedBy | None = None, words: str = ""
    ) -> "Episode":
        """The same episode, ended; raises EpisodeHasEnded, DateIsImpossible before its first day, or TextTooLong."""
        if not self.is_open:
            raise EpisodeHasEnded
        if on < self.opened_on:
            raise DateIsImpossible
        if len(words) > LONGEST_TEXT:
            raise TextTooLong
        return replace(self, ended_on=on, ending=ending, decided_by=decided_by, words=words.strip())

    def going_on(self) -> "Episode":
        """The same episode as if it had not ended."""
        return replace(self, ended_on=None, ending=None, decided_by=None, words="")

    def reaching(self, day: date) -> "Episode":
        """The same episode, opened no later than a day on which a session of it was."""
        return replace(self, opened_on=min(self.opened_on, day))


def next_episode(episodes: Sequence[Episode], client_id: ClientId, day: date) -> Episode:
    """The episode that opens on a day, after those so far; raises EpisodeIsOpen or DateIsImpossible."""
    last = latest(episodes)
    if last is not None and last.ended_on is None:
        raise EpisodeIsOpen
    if last is not None and last.ended_on is not None and day < last.ended_on:
        raise DateIsImpossible
    return Episode(EpisodeId(0), client_id, last.number + 1 if last else 1, day)


def latest(episodes: Iterable[Episode]) -> Episode | None:
    """The last episode of one client: the current one, or the one that ended last."""
    return max(episodes, key=lambda episode: episode.number, default=None)


def episode_on(episodes: Iterable[Episode], day: date) -> Episode | None:
    """The episode that a session of this day belongs to: the one open then, else the next one to open.

    On the day on which one ended and the next one opened it is the later one; None after the last ending.
    """
    reaching = [one for one in episodes if one.ended_on is None or day <= one.ended_on]
    open_then = latest(one for one in reaching if one.opened_on <= day)
    return open_then or min(reaching, key=lambda episode: episode.number, default=None)
