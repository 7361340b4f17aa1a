"""Agreed beside actual: plain lists of what the client kept and what the counselor kept, version by version."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.commitments import AgreedBreak
from vitalshift_desktop.domain.episodes import Episode, EpisodeId
from vitalshift_desktop.services.commitments import Kept
from vitalshift_desktop.ui.commitments.kept_part import KeptPartView
from vitalshift_desktop.ui.commitments.terms_words import break_words
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class KeptDialog(RoomyDialog):
    """The latest version first; no score, no share, nothing that reads like a grade."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget) -> None:
        name = cut(desk.privacy.name(desk.workspace.clients.get(client_id)))
        super().__init__(_("Agreed and actual, {name}").format(name=name), width=760, height=640, parent=parent)
        self.setObjectName("kept")
        self._desk = desk
        self._client_id = client_id
        self._parts = QVBoxLayout()
        self._parts.setSpacing(14)
        told = _(
            "What you both agreed on, and what happened. Days on which the practice was closed, in an agreed break or "
            "while the work was paused are left out of what the rhythm makes."
        )
        self.content.addWidget(TextLabel(told, tone="2", size="m"))
        kept = desk.workspace.commitments.kept(client_id)
        self.episode = ChoiceField(_("Stretch of work"), [(one.id, _episode(one)) for one in self._episodes(kept)])
        self.episode.setObjectName("kept.episode")
        self.episode.setVisible(len(self._episodes(kept)) > 1)
        self.episode.picked.connect(self._on_episode)
        self.content.addWidget(self.episode)
        self.content.addLayout(self._parts)
        self.close_button = Button(_("Close"))
        self.close_button.setObjectName("kept.close")
        self.close_button.clicked.connect(self.reject)
        self.add_button(self.close_button, safe=True)
        self._show(kept)
        self.fit_content()
        self._flow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it; there is nothing else to do
        self._flow.setAccessibleName(self.accessibleName())
        self._flow.setFocus()

    @staticmethod
    def _episodes(kept: Kept | None) -> tuple[Episode, ...]:
        return () if kept is None else kept.episodes[::-1]

    def _show(self, kept: Kept | None) -> None:
        empty(self._parts)
        for part in () if kept is None else kept.parts:
            self._parts.addWidget(KeptPartView(part, self._desk.privacy))
        if kept is None or not kept.parts:
            self._parts.addWidget(TextLabel(_("Nothing agreed stands here any more."), tone="2", size="m"))
        self._show_breaks()

    def _show_breaks(self) -> None:
        breaks = self._desk.workspace.commitments.view(self._client_id).breaks
        if not breaks:
            return
        self._parts.addWidget(SectionHeading(_("Breaks now and ahead"), len(breaks)))
        for one in breaks:
            self._parts.addWidget(TextLabel(break_words(one), size="m"))
            if one.words:
                self._parts.addWidget(RecordLabel(one.words, privacy=self._desk.privacy, role="rail"))
            link = LinkButton(_("Take back"))
            link.setObjectName("kept.take_back_break")
            link.setAccessibleName(f"{link.text()}, {break_words(one)}")
            link.clicked.connect(partial(self._on_take_back, one))
            self._parts.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_take_back(self, one: AgreedBreak) -> None:
        if self._desk.did(partial(self._desk.workspace.commitments.take_back_break, one.id)):
            self._on_episode(self.episode.value)
            self.close_button.setFocus()

    def _on_episode(self, episode_id: object) -> None:
        number = episode_id if isinstance(episode_id, int) else None
        self._show(
            self._desk.workspace.commitments.kept(self._client_id, EpisodeId(number) if number is not None else None)
        )
        self.show_top()


def _episode(episode: Episode) -> str:
    opened = full_day(episode.opened_on)
    if episode.ended_on is None:
        return _("since {day}").format(day=opened)
    return _("{first} to {last}").format(first=opened, last=full_day(episode.ended_on))
