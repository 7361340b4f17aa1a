"""The page of a client's safety plan: to be read in one glance, and to be written together."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.safety_plans import PlanPart, SafetyPlan, SafetyPlanVersion
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import local, today
from vitalshift_desktop.services.safety_plans import PlanPage
from vitalshift_desktop.ui.autosaver import Autosaver
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.safety.plan_editor import PlanEditor
from vitalshift_desktop.ui.safety.plan_head import PlanHead
from vitalshift_desktop.ui.safety.plan_reader import PlanReader
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.side_by_side import held
from vitalshift_desktop.words import _

PLAN_PLACE = "safety_plan"
_WIDEST = 660


class SafetyPlanPage(ClientPage):
    """What is in force is read; the next version begins from it, is kept as it is written, and put in force once."""

    concerns: ClassVar[frozenset[Subject]] = frozenset({Subject.SAFETY_PLANS, Subject.CLIENTS, Subject.PRACTICE})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("safety_plan")
        self._desk = desk
        self._plans = desk.workspace.safety_plans
        self._page: PlanPage | None = None
        self._chosen: int | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = PlanHead()
        self.editor = PlanEditor(self._today)
        self.reader = PlanReader(self._desk.privacy)
        self._layers = QStackedWidget()
        for part in (self.editor, self.reader):
            part.setMaximumWidth(theme().scale(_WIDEST))
            self._layers.addWidget(_flow(part))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._layers, 1)

    def _connect(self) -> None:
        self._autosaver = Autosaver(self._save_draft, self)
        self._autosaver.waiting.connect(self.head.state.show_unsaved)
        self._autosaver.saved.connect(self._on_saved)
        self._autosaver.failed.connect(self._on_save_failed)
        self.editor.typed.connect(self._autosaver.note_typing)
        self.head.back.clicked.connect(self._desk.wishes.back)
        self.head.force.clicked.connect(self._on_force)
        self.head.change.clicked.connect(self._on_change)
        self.head.give_up.clicked.connect(self._on_give_up)
        self.head.version_chosen.connect(self._on_version)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def show_client(self, client_id: ClientId) -> None:
        """Show this client's plan: what is being written, else what is in force."""
        super().show_client(client_id)
        self._chosen = None
        self._page = None
        self.head.state.clear()
        self._freshen()

    def look_again(self) -> None:
        """Show the plan as it is kept; words that are not saved yet stay."""
        if self.client_id is None or self._autosaver.is_unsaved:
            return
        page = self._page = self._plans.page(self.client_id)
        shown = self._shown
        self.head.show_page(page, self._desk.privacy.name(page.client), shown)
        self._layers.setCurrentIndex(0 if shown is None else 1)
        if shown is None:
            self._show_draft(page)
        else:
            before = next((one for one in page.versions if one.number == shown.number - 1), None)
            self.reader.show_plan(shown.plan, before.plan if before is not None else None)

    def save_now(self) -> None:
        """Keep what was typed last."""
        self._autosaver.save_now()

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """The words that could not be saved."""
        if self.client_id is None or not self._autosaver.is_unsaved:
            return ()
        base = self._begun_from() if self._page is not None else SafetyPlan()
        return (HalfFilled(f"{PLAN_PLACE}:{self.client_id}", _texts(self.editor.plan()), _texts(base)),)

    def take_back(self, form: HalfFilled) -> None:
        """Put back words that could not be saved."""
        plan = self.editor.plan()
        for part in PlanPart:
            plan = plan.with_text(part, form.fields.get(part.value, plan.text(part)))
        self._layers.setCurrentIndex(0)
        self.editor.show_plan(plan)
        self._autosaver.note_typing()
        self._autosaver.save_now()
        self.look_again()

    def focus_first(self) -> None:
        """Begin where one writes, or with what can be done."""
        if self._shown is None:
            self.editor.focus_first()
        elif self.head.change.isVisibleTo(self):
            self.head.change.setFocus()
        else:
            self.head.back.setFocus()

    @property
    def _shown(self) -> SafetyPlanVersion | None:
        """The version that is read; None while the next one is written."""
        if self._page is None:
            return None
        chosen = next((one for one in self._page.versions if one.number == self._chosen), None)
        return chosen or (None if self._page.draft is not None else self._page.in_force)

    def _show_draft(self, page: PlanPage) -> None:
        self.editor.show_plan(page.draft or self._begun_from())
        self.editor.show_numbers(self._desk.workspace.terms.get().numbers)
        self.editor.set_covered(covered=self._desk.privacy.initials_on)
        self.editor.setEnabled(self._desk.workspace.read_only is None)

    def _begun_from(self) -> SafetyPlan:
        """What the next version begins from: the words of the last one, with a review still to be set."""
        force = self._page.in_force if self._page is not None else None
        return SafetyPlan() if force is None else replace(force.plan, review_on=None)

    def _save_draft(self) -> None:
        if self.client_id is not None:
            self._plans.keep_draft(self.client_id, self.editor.plan(), by=self)

    def _on_saved(self) -> None:
        clock = self._desk.workspace.clock
        self.head.state.show_saved(local(clock, clock.now()))
        self.head.give_up.setVisible(True)

    def _on_save_failed(self, problem: Problem) -> None:
        advice = sentence(problem)
        self.head.state.show_failed(f"{advice.what} {advice.next_step}")

    def _on_force(self) -> None:
        if self.client_id is None or not self.editor.review.is_valid():
            return
        self._autosaver.save_now()
        try:
            self._plans.put_in_force(self.client_id, self.editor.plan(), by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self._autosaver.forget()
        self.head.state.clear()
        self._chosen = None
        self.look_again()
        self.head.change.setFocus()

    def _on_change(self) -> None:
        if self.client_id is None or self._page is None:
            return
        if self._page.draft is None and not self._do_keep(self._begun_from()):
            return
        self._chosen = None
        self.look_again()
        self.editor.focus_first()

    def _on_give_up(self) -> None:
        if self.client_id is None:
            return
        self._autosaver.save_now()
        client_id, plans = self.client_id, self._plans
        try:
            given_up = plans.drop_draft(client_id, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self.head.state.clear()
        self.look_again()
        self.focus_first()
        if given_up is not None:
            words = _("The draft of the safety plan was given up.")
            self._desk.wishes.undo_offered.emit(words, lambda: plans.keep_draft(client_id, given_up))

    def _on_version(self, number: object) -> None:
        self._autosaver.save_now()
        self._chosen = number if isinstance(number, int) else None
        self.look_again()

    def _do_keep(self, plan: SafetyPlan) -> bool:
        if self.client_id is None:
            return False
        try:
            self._plans.keep_draft(self.client_id, plan, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return False
        return True

    def _today(self) -> date:
        return today(self._desk.workspace.clock)


def _flow(part: QWidget) -> FlowColumn:
    flow = FlowColumn()
    flow.add_layout(held(part))
    return flow


def _texts(plan: SafetyPlan) -> dict[str, str]:
    return {part.value: plan.text(part) for part in PlanPart}
