"""The quiet choice of an earlier episode; nothing is seen of it while there is only one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.episodes import Episode, EpisodeId
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.words import _


class EpisodeChoice(ChoiceField):
    """Every episode has its own course; the current one is shown until another is chosen."""

    def __init__(self, name: str = "alliance.episode", parent: QWidget | None = None) -> None:
        super().__init__(_("Episode"), [(None, _("The present one"))], inline=True, parent=parent)
        self.setObjectName(name)
        self.setContentsMargins(0, 0, 0, 10)
        self._wanted: object = None
        self.picked.connect(self._on_picked)
        self.hide()

    def show_episodes(self, episodes: Sequence[Episode]) -> None:
        """Offer these episodes, the current one first; one that somebody chose and is still there stays chosen."""
        choices: list[tuple[object, str]] = [(one.id, _words(one)) for one in reversed(episodes)]
        self.setVisible(len(episodes) > 1)
        if choices:
            self.show_choices(choices)
            self.choose(self._wanted if self._wanted in dict(choices) else choices[0][0])

    def forget(self) -> None:
        """Another client is shown: begin with their current episode."""
        self._wanted = None

    @property
    def episode_id(self) -> EpisodeId | None:
        """The episode that is chosen."""
        value = self.value
        return EpisodeId(value) if isinstance(value, int) else None

    def _on_picked(self, value: object) -> None:
        self._wanted = value


def _words(episode: Episode) -> str:
    if episode.ended_on is None:
        return _("Episode {n}, since {day}").format(n=episode.number, day=full_day(episode.opened_on))
    return _("Episode {n}, {first} to {last}").format(
        n=episode.number, first=full_day(episode.opened_on), last=full_day(episode.ended_on)
    )
