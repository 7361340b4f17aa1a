"""Episodes: rows to domain and back, one at a time and in bulk."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import Episode, EpisodeId
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.clients import ClientRow
from vitalshift_desktop.vault.tables.episodes import EpisodeRow

_ALL = select(*columns_of(EpisodeRow, Episode)).order_by(EpisodeRow.client_id, EpisodeRow.number)
_ONE = _ALL.where(EpisodeRow.id == bindparam("episode"))
_OF_CLIENT = _ALL.where(EpisodeRow.client_id == bindparam("client"))
_OF_CLIENTS = _ALL.where(among(EpisodeRow.client_id))
_ENDED_SINCE = _ALL.where(EpisodeRow.ended_on >= bindparam("since"))
_Theirs = aliased(EpisodeRow)
_LAST_NUMBER = select(func.max(_Theirs.number)).where(_Theirs.client_id == ClientRow.id).scalar_subquery()
_CURRENT = (
    select(*columns_of(EpisodeRow, Episode))
    .join(ClientRow, ClientRow.id == EpisodeRow.client_id)
    .where(among(ClientRow.id), EpisodeRow.number == _LAST_NUMBER)
)


class EpisodeShelf(Shelf):
    """The episodes of the vault."""

    def add(self, episode: Episode) -> Episode:
        """Write a new episode and give it its id; the id it came with is not used. AlreadyRecorded for its number."""
        row = EpisodeRow(client_id=episode.client_id, number=episode.number)
        insert(self._connection, [_write(row, episode)])
        return replace(episode, id=EpisodeId(row.id))

    def save(self, episode: Episode) -> None:
        """Write what changed about an episode; it keeps its client and number. Raises NotFound."""
        _write(self._row(episode.id), episode)
        flush(self._connection)

    def remove(self, episode_id: EpisodeId) -> None:
        """Take out an episode in which nothing happened. Raises NotFound or StillInUse."""
        delete(self._connection, self._row(episode_id))

    def get(self, episode_id: EpisodeId) -> Episode:
        """One episode; raises NotFound."""
        return found(next(iter(self._found(_ONE, episode=episode_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[Episode, ...]:
        """The episodes of one client, the first one first."""
        return self._found(_OF_CLIENT, client=client_id)

    def of_clients(self, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[Episode, ...]]:
        """The episodes of some clients, each client's first one first; a client without one is left out."""
        episodes: dict[ClientId, tuple[Episode, ...]] = {}
        for episode in self._found(_OF_CLIENTS, ids=list(client_ids)):
            episodes[episode.client_id] = (*episodes.get(episode.client_id, ()), episode)
        return episodes

    def current(self, client_id: ClientId) -> Episode | None:
        """The last episode of one client, open or ended; None before the first."""
        return self.current_of((client_id,)).get(client_id)

    def current_of(self, client_ids: Collection[ClientId]) -> dict[ClientId, Episode]:
        """The last episode of each client that has one, open or ended."""
        return {episode.client_id: episode for episode in self._found(_CURRENT, ids=list(client_ids))}

    def ended_since(self, since: date) -> tuple[Episode, ...]:
        """The episodes of all clients that ended on this day or later."""
        return self._found(_ENDED_SINCE, since=since)

    def _found(self, which: Question, **values: object) -> tuple[Episode, ...]:
        return tuple(Episode(*row) for row in self._rows(which, **values))

    def _row(self, episode_id: EpisodeId) -> EpisodeRow:
        return found(self._connection.get(EpisodeRow, episode_id))


def _write(row: EpisodeRow, episode: Episode) -> EpisodeRow:
    row.opened_on = episode.opened_on
    row.ended_on = episode.ended_on
    row.ending = episode.ending
    row.decided_by = episode.decided_by
    row.words = episode.words
    return row
