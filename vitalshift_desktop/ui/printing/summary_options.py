"""What goes on the summary: period, paper, parts, and the counselor's own words."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.progress import Parts, Period
from vitalshift_desktop.ui.printing.own_words import OwnWords
from vitalshift_desktop.ui.printing.part_checks import PartChecks
from vitalshift_desktop.ui.printing.recipient_menu import RecipientMenu
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _

WIDTH = 300
_SIDE = 24


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the counselor wants on the page."""

    period: Period
    paper: Paper
    parts: Parts
    large_print: bool
    where_things_stand: str
    what_helped: str
    next_steps: str


class SummaryOptions(FlowColumn):
    """Everything that can be chosen; `changed` tells what the user did, `recipient_named` whom it is handed to.

    `note` is what is said about the recipient, below the field.
    """

    changed = Signal()
    recipient_named = Signal(str)

    def __init__(self, note: QWidget | None = None) -> None:
        super().__init__(padded=False)
        self._note = note
        self.setObjectName("summary.options")
        self._build()
        self._connect()
        self.fit()

    def _build(self) -> None:
        self.first = _day_field("first", _("From"))
        self.last = _day_field("last", _("To"))
        self.paper = Segments([(Paper.A4, _("A4")), (Paper.LETTER, _("Letter"))], name=_("Paper"))
        self.paper.setObjectName("summary.paper")
        self.audience = TextLabel(_("For the client"), tone="2", size="m")
        self.large_print = CheckBox(_("Large print"))
        self.large_print.setObjectName("summary.large_print")
        hint = _("A person or an office. Empty: the client.")
        self.recipient = Field(_("Handed to"), hint=hint)
        self.recipient.setObjectName("summary.recipient")
        self.known = RecipientMenu()
        self.parts = PartChecks()
        self.own = OwnWords()
        self.column.setContentsMargins(_SIDE, 18, _SIDE, 18)
        self._add_heading(_("Period and paper"))
        self.add_layout(self._period_grid(), gap=8)
        self.add_layout(self._paper_row(), gap=10)
        self.add(self.large_print, gap=6)
        self.add(self.recipient, gap=10)
        self.add_layout(_at_left(self.known), gap=2)
        if self._note is not None:
            self.add(self._note)
        self._add_rule()
        self._add_heading(_("Include"))
        self.add(self.parts, gap=4)
        self._add_rule()
        self._add_heading(_("In your own words"))
        self.add(TextLabel(_("What is left empty is not on the page."), tone="3", size="c"), gap=2)
        self.add(self.own, gap=8)
        self._add_rule()
        self.add(_promise())

    def _connect(self) -> None:
        for field in (self.first, self.last):
            field.changed.connect(self._on_period)
        self.paper.chosen.connect(self._on_chosen)
        self.large_print.clicked.connect(self.changed)
        self.parts.changed.connect(self.changed)
        self.own.changed.connect(self.changed)
        self.recipient.edited.connect(self.recipient_named)
        self.known.chosen.connect(self._on_known)

    def begin(self, period: Period, paper: Paper) -> None:
        """Show the choices a new summary starts from, without telling anybody."""
        self.first.show_day(period.first)
        self.last.show_day(period.last)
        self.paper.choose(paper)
        self.large_print.setChecked(False)
        self.parts.show_parts(Parts())
        self.recipient.show_text("")
        self.own.clear()
        self.verticalScrollBar().setValue(0)

    def set_covered(self, covered: bool) -> None:
        """Hide what was typed, or show it again."""
        self.own.set_covered(covered)
        self.recipient.edit.setEchoMode(QLineEdit.EchoMode.Password if covered else QLineEdit.EchoMode.Normal)

    def wanted(self) -> Wanted | None:
        """What is chosen, or None while the period cannot be; its field says why."""
        if not (self.first.is_valid() and self.last.is_valid()):
            return None
        first, last = self.first.day(), self.last.day()
        if first is None or last is None or not self._is_in_order(first, last):
            return None
        return Wanted(
            period=Period(first, last),
            paper=Paper(str(self.paper.value)),
            parts=self.parts.parts(),
            large_print=self.large_print.isChecked(),
            where_things_stand=self.own.where_things_stand.text(),
            what_helped=self.own.what_helped.text(),
            next_steps=self.own.next_steps.text(),
        )

    def fit(self) -> None:
        """Take the width that the text size asks for, at most half of the page, and never less than the words need."""
        wanted = theme().scale(WIDTH)
        page = self.parentWidget()
        half = page.width() // 2 if page is not None else wanted
        needed = self.column.totalMinimumSize().width() + self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(max(WIDTH, needed, min(wanted, half)))

    def _is_in_order(self, first: date, last: date) -> bool:
        if Period(first, last).holds(first):
            self.first.clear_error()
            return True
        self.first.show_error(_("The first day is after the last one."))
        return False

    def _period_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate(((_("From"), self.first), (_("To"), self.last))):
            label = TextLabel(words, tone="2", size="m", wrap=False)
            label.setBuddy(field)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)
        return grid

    def _paper_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.paper)
        row.addWidget(self.audience, 1)
        return row

    def _add_heading(self, words: str) -> None:
        self.add(TextLabel(words, role="name"))

    def _add_rule(self) -> None:
        self.add(Hairline(), gap=14)
        self.column.addSpacing(14)

    def _on_period(self) -> None:
        self.changed.emit()

    def _on_known(self, name: str) -> None:
        self.recipient.show_text(name)
        self.recipient_named.emit(name)
        self.recipient.setFocus()

    def _on_chosen(self, _paper: object) -> None:
        self.changed.emit()


def _day_field(name: str, words: str) -> DateField:
    field = DateField("")
    field.edit.setAccessibleName(words)
    field.setObjectName(f"summary.{name}")
    return field


def _at_left(part: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(part)
    row.addStretch(1)
    return row


def _promise() -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    words = _("A PDF is not encrypted. VitalShift logs what was printed or saved, when and for whom.")
    row.addWidget(IconLabel("info", "text2", 16, line=20), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(TextLabel(words, tone="2", size="m"), 1)
    return part
