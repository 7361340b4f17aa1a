"""What a clause version permits between sessions, or the hours of the practice."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.agreements import ClauseVersion, Topic
from vitalshift_desktop.domain.contact_rules import DAYS_OF_A_WEEK, KINDS_OF, ContactHours
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.hours_words import weekday_name
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.ui.widgets.time_field import TimeField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_WORKDAYS = 5
_BEGINS, _ENDS = time(9, 0), time(18, 0)
_IN_A_ROW = 4


class RuleForm(RoomyDialog):
    """Kinds of contact to tick, and hours where the clause is about contact; without a clause, hours alone."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget, version: ClauseVersion | None = None) -> None:
        title = _("Hours of the practice") if version is None else _("What this version permits")
        super().__init__(title, width=540, height=460, parent=parent)
        self.setObjectName("rule_form")
        self._desk = desk
        self._version = version
        self._has_hours = version is None or version.topic is Topic.CONTACT
        rules = desk.workspace.contact_rules
        rule = rules.of_version(version) if version is not None else None
        hours = rule.hours if rule is not None else rules.practice_hours() if version is None else None
        self._build_kinds(rule.kinds if rule is not None else frozenset())
        self._build_hours(hours)
        self._build_foot()
        place = "rule_form:0:0" if version is None else f"rule_form:{version.client_id}:{version.clause_id}"
        self.keep(place, *(one.objectName() for one in (*self.kinds.values(), *self.days, self.begins, self.ends)))
        self.fit_content()

    def _build_kinds(self, ticked: frozenset[object]) -> None:
        about = KINDS_OF.get(self._version.topic, ()) if self._version is not None else ()
        words = (
            _("Calls and messages outside these hours stand in the drift watch, where no agreement says otherwise.")
            if self._version is None
            else _("A contact that is permitted here is not offered to be noted on the agreement.")
        )
        self.content.addWidget(TextLabel(words, tone="2", size="m"))
        self.kinds = {kind: CheckBox(label(kind)) for kind in about}
        for kind, box in self.kinds.items():
            box.setObjectName(f"rule.{kind.value}")
            box.setChecked(kind in ticked)
            self.content.addWidget(box)

    def _build_hours(self, hours: ContactHours | None) -> None:
        title = (
            _("Agreed hours; no day ticked means at any time")
            if self._version
            else _("On these days; no day ticked means that no hours are set")
        )
        self._title = TextLabel(title, role="name", size="m")
        self.days = [CheckBox(weekday_name(day)) for day in range(DAYS_OF_A_WEEK)]
        self.begins = TimeField(_("From"), at=hours.begins if hours else _BEGINS)
        self.ends = TimeField(_("Until"), at=hours.ends if hours else _ENDS)
        self.begins.setObjectName("rule.begins")
        self.ends.setObjectName("rule.ends")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for day, box in enumerate(self.days):
            box.setObjectName(f"rule.day{day}")
            box.setChecked(day in hours.weekdays if hours else self._version is None and day < _WORKDAYS)
            grid.addWidget(box, day // _IN_A_ROW, day % _IN_A_ROW)
        times = QGridLayout()
        times.setHorizontalSpacing(16)
        times.addWidget(self.begins, 0, 0)
        times.addWidget(self.ends, 0, 1)
        self.content.addWidget(self._title)
        self.content.addLayout(grid)
        self.content.addLayout(times)
        for part in (self._title, *self.days, self.begins, self.ends):
            part.setHidden(not self._has_hours)

    def _build_foot(self) -> None:
        self._error = ErrorSentence()
        self.column.addWidget(self._error)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("rule.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    @property
    def problem(self) -> str:
        """What is said about the whole form, or ""."""
        return self._error.sentence()

    def _on_save(self) -> None:
        valid = [self.begins.is_valid(), self.ends.is_valid()]
        if self._has_hours and not all(valid):
            return
        rules = self._desk.workspace.contact_rules
        try:
            if self._version is None:
                rules.set_practice_hours(self._hours())
            else:
                kinds = frozenset(kind for kind, box in self.kinds.items() if box.isChecked())
                rules.permit(self._version, kinds, self._hours())
        except Problem as problem:
            self._error.show_sentence(sentence(problem).whole)
            return
        self.saved.emit()
        self.accept()

    def _hours(self) -> ContactHours | None:
        days = frozenset(day for day, box in enumerate(self.days) if box.isChecked())
        begins, ends = self.begins.at(), self.ends.at()
        if not self._has_hours or not days or begins is None or ends is None:
            return None
        return ContactHours(days, begins, ends)
