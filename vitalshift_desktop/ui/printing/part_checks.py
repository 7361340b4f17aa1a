"""What stands on the page: one check box for each part that is built."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.progress import Parts
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.labels import IconLabel
from vitalshift_desktop.words import _

_INSET = 24


class PartChecks(QWidget):
    """The parts of the client's copy; finer choices stand below the part they belong to."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.letterhead = self._add("letterhead", _("Letterhead"))
        self.reason = self._add("reason", _("Reason for coming"))
        self.attendance = self._add("attendance", _("Attendance"))
        self.missed = self._add("missed", _("Missed and canceled sessions"), below=self.attendance)
        self.goals = self._add("goals", _("Goals and ratings"))
        self.chart = self._add("chart", _("Check-in chart"))
        self.own = self._add("own", _("Counselor’s own ratings"), below=self.chart)
        self.usual_range = self._add("usual_range", _("Usual range"), below=self.chart)
        self.talked = self._add("talked", _("What was talked through"), below=self.chart)
        self.agreements = self._add("agreements", _("Agreements in force"))
        self.wording = self._add("wording", _("Their wording"), below=self.agreements)
        self.signatures = self._add("signatures", _("Lines to sign on"))
        self._add_process_notes()
        self.show_parts(Parts())

    def parts(self) -> Parts:
        """What is ticked; the counselor's own words are on the page wherever there are some."""
        return Parts(
            letterhead=self.letterhead.isChecked(),
            reason=self.reason.isChecked(),
            attendance=self.attendance.isChecked(),
            missed_sessions=self.missed.isChecked(),
            goals=self.goals.isChecked(),
            checkin_chart=self.chart.isChecked(),
            counselor_ratings=self.own.isChecked(),
            usual_range=self.usual_range.isChecked(),
            talked_through=self.talked.isChecked(),
            agreements=self.agreements.isChecked(),
            agreement_wording=self.wording.isChecked(),
            signatures=self.signatures.isChecked(),
        )

    def show_parts(self, parts: Parts) -> None:
        """Tick these parts without telling anybody."""
        ticks = {
            self.letterhead: parts.letterhead,
            self.reason: parts.reason,
            self.attendance: parts.attendance,
            self.missed: parts.missed_sessions,
            self.goals: parts.goals,
            self.chart: parts.checkin_chart,
            self.own: parts.counselor_ratings,
            self.usual_range: parts.usual_range,
            self.talked: parts.talked_through,
            self.agreements: parts.agreements,
            self.wording: parts.agreement_wording,
            self.signatures: parts.signatures,
        }
        for box, ticked in ticks.items():
            box.setChecked(ticked)
        self._open_finer_choices()

    def _add(self, name: str, words: str, *, below: CheckBox | None = None) -> CheckBox:
        box = CheckBox(words)
        box.setObjectName(f"summary.part.{name}")
        box.setProperty("below", below)
        box.clicked.connect(self._on_clicked)
        row = QHBoxLayout()
        row.setContentsMargins(0 if below is None else theme().scale(_INSET), 0, 0, 0)
        row.addWidget(box)
        row.addStretch()
        self._column.addLayout(row)
        return box

    def _add_process_notes(self) -> None:
        why = _("Process notes are never printed or saved with a summary.")
        self.process_notes = CheckBox(_("Process notes"))
        self.process_notes.setObjectName("summary.part.process_notes")
        self.process_notes.setEnabled(False)
        self.process_notes.setToolTip(why)
        self.process_notes.setAccessibleDescription(why)
        lock = IconLabel("lock-simple", "text2", 16)
        lock.setToolTip(why)
        row = QHBoxLayout()
        row.addWidget(self.process_notes)
        row.addStretch()
        row.addWidget(lock, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(row)

    def _open_finer_choices(self) -> None:
        for box in self.findChildren(CheckBox):
            above = box.property("below")
            if isinstance(above, CheckBox):
                box.setEnabled(above.isChecked())
                tip = _("Tick “{part}” first.").format(part=above.text())
                box.setToolTip("" if above.isChecked() else tip)

    def _on_clicked(self) -> None:
        self._open_finer_choices()
        self.changed.emit()
