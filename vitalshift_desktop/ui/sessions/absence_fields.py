"""What is asked about a session that did not take place."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from vitalshift_desktop.domain.attendance import MOST_NOTICE_HOURS, Absence
from vitalshift_desktop.domain.clients import LONGEST_FIELD
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Session
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _


class AbsenceFields(QWidget):
    """Who canceled and with what notice, which only a canceled session has, and one line instead of a note."""

    NAMES = ("cancel.by", "cancel.notice", "cancel.hours", "cancel.line")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices: list[tuple[object, str]] = [
            (CancelledBy.CLIENT, _("The client canceled")),
            (CancelledBy.COUNSELOR, _("I canceled")),
            (CancelledBy.OTHER, _("Somebody else")),
        ]
        self.by = Segments(choices, name=_("Who canceled"))
        self.by.setObjectName("cancel.by")
        self.notice = CheckBox(_("On short notice"))
        self.notice.setObjectName("cancel.notice")
        self.hours = Field(_("Hours of notice (optional)"))
        self.hours.setObjectName("cancel.hours")
        self.line = Field(_("One line instead of a note (optional)"))
        self.line.setObjectName("cancel.line")
        self.line.edit.setMaxLength(LONGEST_FIELD)
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.by, self.notice, self.hours, self.line):
            column.addWidget(part)

    def show_absence(self, session: Session, absence: Absence) -> None:
        """Show what is known of this session."""
        self.by.choose(session.cancelled_by or CancelledBy.CLIENT)
        self.notice.setChecked(session.late_notice)
        self.hours.show_text("" if absence.notice_hours is None else str(absence.notice_hours))
        self.line.show_text(absence.line)

    def show_for(self, attendance: Attendance) -> None:
        """Ask only what this attendance leaves open."""
        canceled = attendance is Attendance.CANCELLED
        for part in (self.by, self.notice, self.hours):
            part.setVisible(canceled)
        self.setVisible(canceled or attendance is Attendance.DID_NOT_ATTEND)

    @property
    def canceled_by(self) -> CancelledBy:
        """Who canceled."""
        value = self.by.value
        if not isinstance(value, CancelledBy):
            raise TypeError("one of the three is always chosen")
        return value

    def absence(self) -> Absence | None:
        """What is to be kept; None, with a sentence at the field, while the hours are no hours."""
        text = self.hours.text()
        if text and self.hours.isVisibleTo(self):
            if not (text.isascii() and text.isdecimal()) or int(text) > MOST_NOTICE_HOURS:
                self.hours.show_error(_("Whole hours, such as 24; or nothing."))
                return None
            return Absence(self.line.text(), int(text))
        return Absence(self.line.text())
