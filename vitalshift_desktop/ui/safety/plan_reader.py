"""A version of a safety plan to be read, by itself or with its marks beside the version before."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.safety_plans import PlanPart, SafetyPlan, changed_parts, differences
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.safety.marked_words import MarkedWords
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class PlanReader(QWidget):
    """Each part under its heading, in the client's words."""

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self._privacy = privacy
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().scale(6))

    def show_plan(self, plan: SafetyPlan, before: SafetyPlan | None = None) -> None:
        """Show a plan; with the version before, what changed since is marked."""
        empty(self._column)
        changed = changed_parts(before, plan) if before is not None else ()
        for part in PlanPart:
            if not plan.text(part) and part not in changed:
                continue
            words = _("{part}, changed").format(part=label(part)) if part in changed else label(part)
            self._column.addWidget(TextLabel(words, role="h3"))
            if before is not None and part in changed:
                marked = MarkedWords(label(part), self._privacy)
                marked.setObjectName(f"safety_plan.marked.{part.value}")
                marked.show_pieces(differences(before.text(part), plan.text(part)))
                self._column.addWidget(marked)
            else:
                self._column.addWidget(RecordLabel(plan.text(part), privacy=self._privacy))
            self._column.addSpacing(theme().scale(12))
        if before is not None and not changed:
            self._column.addWidget(TextLabel(_("The words are those of the version before."), tone="2"))
