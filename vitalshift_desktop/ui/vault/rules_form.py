"""How many backups are kept, and how much smaller one may be before nothing older is given up for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.backup_rules import BackupRules
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence, Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _, ngettext

_MOST_DIGITS = 3


class RulesForm(DialogFrame):
    """What is refused is said below the fields, and nothing typed is lost."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Rules for keeping backups"), parent=parent)
        self.setObjectName("rules_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        rules = desk.workspace.backups.rules()
        self.last = self._field(_("The last"), rules.last, "last")
        self.daily = self._field(_("One a day, for days"), rules.daily, "daily")
        self.weekly = self._field(_("One a week, for weeks"), rules.weekly, "weekly")
        self.monthly = self._field(_("One a month, for months"), rules.monthly, "monthly")
        self.shrink = self._field(_("Warn when it holds less by, in percent"), rules.shrink_percent, "shrink")
        self.error = ErrorSentence()
        self.error.setObjectName("rules.error")
        self._lay_out()

    def _field(self, label: str, number: int, name: str) -> Field:
        field = Field(label, text=str(number))
        field.setObjectName(f"rules.{name}")
        field.edit.setValidator(QIntValidator(0, 10**_MOST_DIGITS - 1, field.edit))
        field.edit.setMaxLength(_MOST_DIGITS)
        return field

    def _lay_out(self) -> None:
        words = _(
            "A backup is taken away only after a newer one was opened and compared. These are kept at each place:"
        )
        self.column.addWidget(TextLabel(words, tone="2", size="m"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        for place, field in enumerate((self.last, self.daily, self.weekly, self.monthly)):
            grid.addWidget(field, place // 2, place % 2)
        self.column.addLayout(grid)
        self.column.addWidget(self.shrink)
        self.column.addWidget(self.error)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("Save"), variant="primary")
        self.save.setObjectName("rules.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel, safe=True)
        self.add_button(self.save)
        self.last.edit.setFocus()

    def _on_save(self) -> None:
        try:
            self._desk.workspace.backups.set_rules(self._rules())
        except Problem as problem:
            told = sentence(problem)
            self.error.show_sentence(f"{told.what} {told.next_step}")
            self.adjustSize()
            return
        self.accept()
        self.saved.emit()

    def _rules(self) -> BackupRules:
        fields = (self.last, self.daily, self.weekly, self.monthly, self.shrink)
        return BackupRules(*(int(field.text() or 0) for field in fields))


def rules_words(rules: BackupRules) -> str:
    """The rules in two sentences."""
    kept = _(
        "Kept at each place: the last {last}, one a day for {daily}, one a week for {weekly} "
        "and one a month for {monthly}."
    )
    words = kept.format(
        last=rules.last,
        daily=ngettext("{n} day", "{n} days", rules.daily).format(n=rules.daily),
        weekly=ngettext("{n} week", "{n} weeks", rules.weekly).format(n=rules.weekly),
        monthly=ngettext("{n} month", "{n} months", rules.monthly).format(n=rules.monthly),
    )
    guard = _("When one holds over {n} % less than the one before, nothing older is taken away until you say so.")
    return f"{words} {guard.format(n=rules.shrink_percent)}"
