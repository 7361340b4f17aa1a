"""What a reminder is about, beside its client: a goal, a clause or a measure."""

from dataclasses import replace

from vitalshift_desktop.domain.agreements import ClauseId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_NOTHING = ""
_GOAL, _CLAUSE, _MEASURE = "goal", "clause", "measure"


class AboutField(ChoiceField):
    """The client's goals, clauses in force and measures in use; each value is a kind and its number or id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("About"), [(_NOTHING, _("Nothing in particular"))])
        self.setObjectName("reminder.about")
        self._desk = desk

    def show_of(self, client_id: ClientId | None) -> None:
        """Offer what there is of this client; hidden where there is nothing."""
        choices = self._of(client_id) if client_id is not None else []
        self.show_choices([(_NOTHING, _("Nothing in particular")), *choices])
        self.setVisible(bool(choices))

    def show_details(self, details: ReminderDetails) -> None:
        """Show what this reminder is about; what is not offered any more stays as it is."""
        for kind, number in ((_GOAL, details.goal_id), (_CLAUSE, details.clause_id), (_MEASURE, details.measure)):
            if number:
                self.choose_text(f"{kind}:{number}")

    def with_about(self, details: ReminderDetails) -> ReminderDetails:
        """The details with what is chosen here."""
        kind, _colon, number = str(self.value or "").partition(":")
        return replace(
            details,
            goal_id=GoalId(int(number)) if kind == _GOAL else None,
            clause_id=ClauseId(int(number)) if kind == _CLAUSE else None,
            measure=number if kind == _MEASURE else "",
        )

    def _of(self, client_id: ClientId) -> list[tuple[object, str]]:
        workspace, is_covered = self._desk.workspace, self._desk.privacy.initials_on
        found: list[tuple[object, str]] = []
        for place, course in enumerate(workspace.goals.of_client(client_id), start=1):
            goal = course.goal
            words = _("Goal {n}").format(n=place) if is_covered else goal.details.short or goal.details.wording
            found.append((f"{_GOAL}:{goal.id}", _("Goal: {words}").format(words=words)))
        found += [
            (f"{_CLAUSE}:{clause.clause_id}", _("Agreement: {topic}").format(topic=label(clause.topic)))
            for clause in workspace.agreements.in_force(client_id)
        ]
        found += [
            (f"{_MEASURE}:{line.instrument.id}", _("Measure: {name}").format(name=line.instrument.name))
            for line in workspace.client_measures.of_client(client_id).lines
        ]
        return found
