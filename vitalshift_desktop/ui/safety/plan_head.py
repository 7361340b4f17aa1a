"""The head of the page of a safety plan: whose it is, which version, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from vitalshift_desktop.domain.safety_plans import SafetyPlanVersion
from vitalshift_desktop.services.safety_plans import PlanPage
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.save_state import SaveState
from vitalshift_desktop.words import _


class PlanHead(QFrame):
    """Two rows: name and acts; what is in force and the earlier versions."""

    version_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "head")
        self.back = IconButton("arrow-left", _("Back"))
        self.back.setObjectName("safety_plan.back")
        self.name = TextLabel(role="h1", wrap=False)
        self.name.setObjectName("safety_plan.client")
        self.state = SaveState()
        self.give_up = Button(_("Give up this draft"))
        self.give_up.setObjectName("safety_plan.give_up")
        self.force = Button(_("Put in force"), variant="primary")
        self.force.setObjectName("safety_plan.force")
        self.change = Button(_("Write the next version"), variant="primary")
        self.change.setObjectName("safety_plan.change")
        self.words = TextLabel(tone="2", size="m")
        self.words.setObjectName("safety_plan.words")
        self.versions = ChoiceField(_("Version"), [(None, "")], inline=True)
        self.versions.setObjectName("safety_plan.versions")
        top = QHBoxLayout()
        top.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        top.addWidget(self.back, 0, middle)
        top.addWidget(self.name, 0, middle)
        top.addStretch(1)
        for part in (self.state, self.give_up, self.force, self.change):
            top.addWidget(part, 0, middle)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.words, 1, middle)
        below.addWidget(self.versions, 0, middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(below)
        self.versions.picked.connect(self.version_chosen)

    def show_page(self, page: PlanPage, name: str, shown: SafetyPlanVersion | None) -> None:
        """Show whose plan it is; `shown` is the version that is read, None while the next one is written."""
        self.name.setText(_("Safety plan, {name}").format(name=name))
        self.words.setText(_words(page, shown))
        writes = shown is None
        self.give_up.setVisible(writes and page.draft is not None)
        self.force.setVisible(writes)
        self.state.setVisible(writes)
        self.change.setVisible(shown is not None and shown == page.in_force)
        choices: list[tuple[object, str]] = [(None, _("Being written"))] if page.draft is not None else []
        choices += [(version.number, _version_words(version)) for version in reversed(page.versions)]
        self.versions.setVisible(len(choices) > 1)
        if choices:
            self.versions.show_choices(choices)
            self.versions.choose(shown.number if shown else None)


def _version_words(version: SafetyPlanVersion) -> str:
    return _("Version {n}, {day}").format(n=version.number, day=full_day(version.in_force_on))


def _words(page: PlanPage, shown: SafetyPlanVersion | None) -> str:
    force = page.in_force
    if shown is None:
        if force is None:
            return _("In the client’s own words. Nothing is in force yet; what you write is kept as you write it.")
        words = _("The next version. Until it is put in force, version {n} of {day} counts.")
        return words.format(n=force.number, day=full_day(force.in_force_on))
    if shown != force:
        words = _("Version {n} was in force from {day}. What changed in it is marked.")
        return words.format(n=shown.number, day=full_day(shown.in_force_on))
    words = _("Version {n}, in force since {day}.").format(n=shown.number, day=full_day(shown.in_force_on))
    if shown.plan.review_on is None:
        return words
    return _("{sentence} To be looked at again on {day}.").format(sentence=words, day=full_day(shown.plan.review_on))
