"""What the head of a client leads to about the work itself: safety plan, ending, another episode, phases by day."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.clients.phase_form import PhaseForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.ui.clients.client_workspace import ClientWorkspace


class EpisodeActs(QObject):
    """Carries out what the head asks for."""

    def __init__(self, desk: Desk, owner: "ClientWorkspace") -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        header = owner.header
        header.safety_plan_wanted.connect(self._on_safety_plan)
        header.hand_over_wanted.connect(self._on_hand_over)
        header.end_wanted.connect(self._on_end)
        header.new_episode_wanted.connect(self._on_new_episode)
        header.end_undo_wanted.connect(self._on_end_undo)
        header.phase_day_wanted.connect(self._on_phase_day)

    def _on_safety_plan(self) -> None:
        self._desk.wishes.safety_plan.emit(self._owner.client_id)

    def _on_hand_over(self) -> None:
        self._desk.wishes.hand_over_client.emit(self._owner.client_id)

    def _on_end(self) -> None:
        self._desk.wishes.end_work.emit(self._owner.client_id)

    def _on_new_episode(self) -> None:
        self._desk.wishes.new_episode.emit(self._owner.client_id)

    def _on_end_undo(self) -> None:
        client_id, episodes = self._owner.client_id, self._desk.workspace.episodes
        if client_id is None:
            return
        try:
            ended = episodes.current(client_id)
            episodes.undo_end(client_id)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        if ended is not None and ended.ended_on is not None:
            again = partial(episodes.end, client_id, ended.ending, ended.decided_by, ended.ended_on, ended.words)
            self._desk.wishes.undo_offered.emit(_("The work goes on: the ending was taken back."), again)

    def _on_phase_day(self) -> None:
        if self._owner.client_id is not None:
            PhaseForm(self._desk, self._owner.client_id, self._owner).open_from(self._owner.header.thread_)
