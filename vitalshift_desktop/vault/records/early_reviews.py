"""Review sheets of the first sessions: rows to domain and back."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.early_reviews import ReviewSheet
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.vault.records.refusals import flush
from vitalshift_desktop.vault.records.shelf import Shelf, among, columns_of
from vitalshift_desktop.vault.tables.early_reviews import EarlyReviewRow

_SHEET = columns_of(EarlyReviewRow, ReviewSheet)
_ONE = select(EarlyReviewRow.changed_at, *_SHEET).where(
    EarlyReviewRow.episode_id == bindparam("episode"), EarlyReviewRow.number == bindparam("number")
)
_OF_EPISODES = select(EarlyReviewRow.episode_id, EarlyReviewRow.number, *_SHEET).where(among(EarlyReviewRow.episode_id))


class EarlyReviewShelf(Shelf):
    """The review sheets of the vault."""

    def sheet(self, episode_id: EpisodeId, number: int) -> tuple[ReviewSheet, datetime] | None:
        """One sheet and when it was last changed; None before anything was written on it."""
        found = ((ReviewSheet(*rest), at) for at, *rest in self._rows(_ONE, episode=episode_id, number=number))
        return next(found, None)

    def of_episodes(self, episode_ids: Collection[EpisodeId]) -> dict[EpisodeId, dict[int, ReviewSheet]]:
        """The sheets of some episodes by their number; an episode without one has none."""
        sheets: dict[EpisodeId, dict[int, ReviewSheet]] = {episode_id: {} for episode_id in episode_ids}
        for episode_id, number, *rest in self._rows(_OF_EPISODES, ids=list(episode_ids)):
            sheets[episode_id][number] = ReviewSheet(*rest)
        return sheets

    def keep(self, episode_id: EpisodeId, number: int, sheet: ReviewSheet, at: datetime) -> None:
        """Write a sheet in place of what was there."""
        self._connection.merge(EarlyReviewRow(episode_id=episode_id, number=number, changed_at=at, **asdict(sheet)))
        flush(self._connection)
