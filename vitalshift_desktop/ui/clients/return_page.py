"""A client comes back: the last episode on one page, and what to confirm before another one opens."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.episodes import Confirm
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.last_episode import LastEpisode
from vitalshift_desktop.ui.clients.confirm_line import ConfirmLine
from vitalshift_desktop.ui.clients.return_words import (
    checkins_sentence,
    confirm_facts,
    ending_sentence,
    goal_sentence,
    span_sentence,
)
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn, empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import held
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

RETURN_PLACE = "new_episode"
_WIDEST = 720
_TICKED = "ticked"


class ReturnPage(ClientPage):
    """Nothing opens until every line is ticked; each line leads to where it can be changed."""

    concerns: ClassVar[frozenset[Subject]] = frozenset(
        {Subject.CLIENTS, Subject.SESSIONS, Subject.SAFETY_PLANS, Subject.CONSENTS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("new_episode")
        self._desk = desk
        self._build()
        self._connect()

    def _build(self) -> None:
        self.back = IconButton("arrow-left", _("Back"))
        self.back.setObjectName("new_episode.back")
        self.name = TextLabel(role="h1", wrap=False)
        self.name.setObjectName("new_episode.client")
        self.open = Button(_("Open a new episode"), variant="primary")
        self.open.setObjectName("new_episode.open")
        head = QFrame()
        head.setProperty("surface", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 16, 24, 12)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.name)
        row.addStretch(1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box = QWidget()
        self._was = QVBoxLayout(self._box)
        self._was.setContentsMargins(0, 0, 0, 0)
        self._was.setSpacing(theme().scale(4))
        self.lines = {what: ConfirmLine(what, self._desk.privacy) for what in Confirm}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme().scale(14), 0, 24)
        column.setSpacing(theme().scale(10))
        column.addWidget(SectionHeading(_("Confirm before it opens")))
        column.addWidget(TextLabel(_("Look at each line with the client. The old episode stays as it is."), tone="2"))
        for line in self.lines.values():
            column.addWidget(line)
        self._flow = FlowColumn()
        for part in (self._box, inside):
            part.setMaximumWidth(theme().scale(_WIDEST))
            self._flow.add_layout(held(part))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._flow, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self._desk.wishes.back)
        self.open.clicked.connect(self._on_open)
        self._desk.privacy.changed.connect(self.look_again_soon)
        for line in self.lines.values():
            line.ticked.connect(self._show_what_is_missing)
            line.change_wanted.connect(self._on_change)

    def show_client(self, client_id: ClientId) -> None:
        """Show this client's last episode; what was ticked for another client is not ticked here."""
        if client_id != self.client_id:
            for line in self.lines.values():
                line.tick.setChecked(False)
        super().show_client(client_id)
        self._freshen()
        self._flow.verticalScrollBar().setValue(0)

    def look_again(self) -> None:
        """Show the last episode and what is written down now."""
        if self.client_id is None:
            return
        last = self._desk.workspace.episodes.last(self.client_id)
        whole = self._desk.workspace.files.whole(self.client_id)
        self.name.setText(_("{name} comes back").format(name=self._desk.privacy.name(last.client)))
        self._show_what_was(last)
        consents = self._desk.workspace.consents.page(self.client_id)
        for what, line in self.lines.items():
            line.show_facts(confirm_facts(what, whole, consents))
        self._show_what_is_missing()

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """What is ticked and not opened yet."""
        ticks = {what.value: _TICKED if line.tick.isChecked() else "" for what, line in self.lines.items()}
        if self.client_id is None or not any(ticks.values()):
            return ()
        return (HalfFilled(f"{RETURN_PLACE}:{self.client_id}", ticks, dict.fromkeys(ticks, "")),)

    def take_back(self, form: HalfFilled) -> None:
        """Tick again what was ticked."""
        for what, line in self.lines.items():
            line.tick.setChecked(form.fields.get(what.value) == _TICKED)

    def focus_first(self) -> None:
        """Begin at the top, where one reads what was; the lines to tick follow below."""
        self.back.setFocus()

    @property
    def _confirmed(self) -> frozenset[Confirm]:
        return frozenset(what for what, line in self.lines.items() if line.tick.isChecked())

    def _show_what_was(self, last: LastEpisode) -> None:
        empty(self._was)
        self._add(SectionHeading(_("Last episode")), TextLabel(span_sentence(last)))
        if last.episode is not None and not last.episode.is_open:
            self._add(TextLabel(ending_sentence(last.episode)))
            self._add_words(last.episode.words)
        self._add(SectionHeading(_("Goals then"), len(last.goals) or None))
        for course in last.goals:
            self._add_words(course.goal.details.wording)
            self._add(TextLabel(goal_sentence(course), tone="2", size="m"))
        self._add(SectionHeading(_("Agreements in force"), len(last.clauses) or None))
        for clause in last.clauses:
            self._add(TextLabel(label(clause.topic), role="name", size="m"))
            self._add_words(clause.wording)
        self._add(SectionHeading(_("Last check-ins")), TextLabel(checkins_sentence(last)))
        self._show_last_time(last)

    def _show_last_time(self, last: LastEpisode) -> None:
        if last.last is not None and last.last.plan:
            self._add(SectionHeading(_("Last plan, {day}").format(day=full_day(last.last.day))))
            self._add_words(last.last.plan)
        plan = last.plan
        words = _("None was made.")
        if plan is not None:
            words = _("Version {n}, {day}").format(n=plan.number, day=full_day(plan.in_force_on))
        self._add(SectionHeading(_("Safety plan")), TextLabel(words, tone="2", size="m"))
        if plan is not None:
            self._add_words(plan.plan.warning_signs)
            self._add_words(plan.plan.whom_to_call)

    def _add(self, *parts: QWidget) -> None:
        for part in parts:
            if isinstance(part, SectionHeading) and self._was.count():
                self._was.addSpacing(theme().scale(12))
            self._was.addWidget(part)

    def _add_words(self, words: str) -> None:
        if words.strip():
            self._was.addWidget(RecordLabel(words.strip(), privacy=self._desk.privacy, role="rail"))

    def _show_what_is_missing(self) -> None:
        waiting = len(Confirm) - len(self._confirmed)
        self.open.setEnabled(waiting == 0)
        self.open.setToolTip(_("Every line below has to be ticked first.") if waiting else "")

    def _on_change(self, tab: str) -> None:
        if tab == "consents":
            self._desk.wishes.consents.emit(self.client_id)
        else:
            self._desk.wishes.client.emit(self.client_id, tab)

    def _on_open(self) -> None:
        if self.client_id is None:
            return
        try:
            self._desk.workspace.episodes.open_new(self.client_id, self._confirmed)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        for line in self.lines.values():
            line.tick.setChecked(False)
        self._desk.wishes.client.emit(self.client_id, "overview")
