"""The versions of a goal, the newest first: who asked for each change, when and why, and what differs, side by side."""

from datetime import date
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.goal_versions import FieldChange, GoalVersion, differences
from vitalshift_desktop.domain.goals import LEVEL_FIELDS, GoalId
from vitalshift_desktop.domain.text_difference import side_by_side
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.dates_in_words import with_year
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.level_words import level_words
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.difference_view import DifferenceLabel
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_WIDTH, _HEIGHT = 760, 560
_WORDS = ("wording", "short", *LEVEL_FIELDS)


class VersionsView(RoomyDialog):
    """To be read only: nothing of a version can be changed."""

    def __init__(self, desk: Desk, goal_id: GoalId, parent: QWidget) -> None:
        super().__init__(_("Versions of this goal"), width=_WIDTH, height=_HEIGHT, parent=parent.window())
        self.setObjectName("goal_versions")
        self._desk = desk
        versions = desk.workspace.goals.versions(goal_id)
        for before, after in reversed(tuple(pairwise(versions))):
            self._add_head(after)
            self._add_differences(differences(before, after))
            self.content.addWidget(Hairline())
        self._add_head(versions[0])
        self.content.addWidget(RecordLabel(versions[0].details.wording, privacy=desk.privacy))
        close = Button(_("Close"))
        close.clicked.connect(self.accept)
        self.add_button(close, safe=True)
        self.fit_content()

    def _add_head(self, version: GoalVersion) -> None:
        made = local(self._desk.workspace.clock, version.made_at).date()
        title = _("Version {n}, {day}").format(n=version.number, day=with_year(made))
        self.content.addWidget(TextLabel(title, role="name"))
        asked = label(version.asked_by) if version.number > 1 else _("Written down first")
        self.content.addWidget(TextLabel(asked, tone="2", size="m"))
        if version.reason:
            self.content.addWidget(RecordLabel(version.reason, privacy=self._desk.privacy, role="detail"))

    def _add_differences(self, changes: tuple[FieldChange, ...]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, words in enumerate(("", _("before"), _("from then on"))):
            grid.addWidget(TextLabel(words, tone="3", size="c", wrap=False), 0, column)
            grid.setColumnStretch(column, 2 if column else 1)
        for row, change in enumerate(changes, start=1):
            grid.addWidget(TextLabel(_field_words(change.field), tone="2", size="m"), row, 0, _TOP)
            for column, part in enumerate(self._both(change), start=1):
                grid.addWidget(part, row, column, _TOP)
        self.content.addLayout(grid)

    def _both(self, change: FieldChange) -> tuple[QWidget, QWidget]:
        """What stood and what stands now; words with what went struck out and what came underlined."""
        before, after = change.before, change.after
        if not (change.field in _WORDS and before and after):
            return self._value(change.field, before), self._value(change.field, after)
        old, new = side_by_side(str(before), str(after))
        privacy = self._desk.privacy
        return DifferenceLabel(old, privacy=privacy, removed=True), DifferenceLabel(new, privacy=privacy, removed=False)

    def _value(self, field: str, value: object) -> QWidget:
        words = _value_words(field, value)
        if field in _WORDS and value:
            return RecordLabel(words, privacy=self._desk.privacy, role="rail")
        return TextLabel(words, size="m")


_TOP = Qt.AlignmentFlag.AlignTop


def _field_words(field: str) -> str:
    if field in LEVEL_FIELDS:
        return level_words(LEVEL_FIELDS.index(field) - 2)
    return {
        "wording": _("In the client’s words"),
        "short": _("Short name"),
        "proposed_by": _("Proposed by"),
        "agreed_on": _("Agreed on"),
        "review_on": _("Look at it again on"),
        "target": _("Target, 0 to 10"),
        "start_level": _("Where we started"),
        "status": _("Status"),
    }[field]


def _value_words(field: str, value: object) -> str:
    if value is None or value == "":
        return _("none")
    if isinstance(value, date):
        return with_year(value)
    if isinstance(value, StrEnum):
        return label(value)
    if field == "start_level" and isinstance(value, int):
        return level_words(value)
    return str(value)
