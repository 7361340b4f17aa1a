"""The menu of one session: everything that can be done with it, with its keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vitalshift_desktop.domain.fees import ChargeState
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.services.session_lines import NoteState, SessionLine, Suggestion
from vitalshift_desktop.ui.money_words import fee_words
from vitalshift_desktop.ui.session_command import CHARGED, PAID_BY, SessionCommand
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class SessionMenu(QMenu):
    """Everything that can be done with one session, with its keys."""

    chosen = Signal(object, object)

    def __init__(self, line: SessionLine, following: tuple[str, bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("session.menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._line = line
        self._add_opening()
        self._add_marks()
        words, can_be_booked = following
        self._add(SessionCommand.BOOK_NEXT, words, "B" if can_be_booked else "").setEnabled(can_be_booked)
        standing = self._line.session.standing_id is not None
        self._add(SessionCommand.MOVE, _("Move this one…") if standing else _("Move…"))
        if standing:
            self._add(SessionCommand.STANDING_FROM_HERE, _("Change this and all that follow…"))
        self._add_fee()
        self._add_rarer()
        self.triggered.connect(self._on_triggered)

    def _add_opening(self) -> None:
        words = _("Open note") if self._line.note in (NoteState.DRAFT, NoteState.SIGNED) else _("Start note")
        self._add(SessionCommand.NOTE, words, _("Enter"))
        self._add(SessionCommand.CLIENT, _("Open client"))
        if self._line.session.stands:
            self._add(SessionCommand.HAND_OVER, _("Hand over check-in…"))
        self._add(SessionCommand.NEW_GOAL, _("Agree a goal…"))
        self.addSeparator()

    def _add_marks(self) -> None:
        for command, attendance, key in (
            (SessionCommand.ATTENDED, Attendance.ATTENDED, "A"),
            (SessionCommand.LATE, Attendance.LATE, "L"),
            (SessionCommand.CANCEL, Attendance.CANCELLED, "C"),
            (SessionCommand.DID_NOT_ATTEND, Attendance.DID_NOT_ATTEND, "D"),
        ):
            words = label(attendance) if command is not SessionCommand.CANCEL else _("Canceled…")
            action = self._add(command, words, key)
            action.setCheckable(True)
            action.setChecked(self._line.session.attendance is attendance)
        if self._line.session.attendance is not Attendance.PLANNED:
            self._add(SessionCommand.NOT_MARKED, _("Not marked"))
        self._add(SessionCommand.CORRECT, _("Correct attendance…"))
        if self._line.session.was_held:
            self._add(SessionCommand.COURSE, _("Start and length…"))
        self.addSeparator()

    def _add_fee(self) -> None:
        self.addSeparator()
        fee = self._line.fee
        state = fee.state if fee is not None else None
        self._add(SessionCommand.PAID, _("Paid"), "P").setEnabled(state is not ChargeState.PAID)
        menu = self.addMenu(_("Fee: {fee}").format(fee=fee_words(fee)) if fee is not None else _("Fee"))
        menu.setObjectName("session.fee_menu")
        for command, method in PAID_BY.items():
            self._add(command, _("Paid: {how}").format(how=label(method)), menu=menu)
        menu.addSeparator()
        for command, other in CHARGED.items():
            words = _("Charge as agreed") if fee is not None and fee.is_open and command.value == "fee_due" else ""
            action = self._add(command, words or label(other), menu=menu)
            action.setCheckable(True)
            action.setChecked(state is other)
        if fee is not None and fee.charge is not None:
            self._add(SessionCommand.FEE_FORGET, _("Nothing recorded"), menu=menu)
        menu.addSeparator()
        self._add(SessionCommand.FEE_FORM, _("Another amount or day…"), menu=menu)
        self._add(SessionCommand.FEE_AGREE, _("Agree a fee…"), menu=menu)

    def _add_rarer(self) -> None:
        self.addSeparator()
        self._add(SessionCommand.REMIND, _("New reminder…"), "R")
        if self._line.note is NoteState.NONE and self._line.session.stands:
            self._add(SessionCommand.PUT_ASIDE, _("Note another time"))
        elif self._line.note is NoteState.PUT_ASIDE:
            self._add(SessionCommand.TAKE_UP, _("Write the note after all"))
        if self._line.session.attendance is Attendance.PLANNED:
            self._add(SessionCommand.REMOVE, _("Remove from the calendar"), _("Del"))

    def _add(self, command: SessionCommand, words: str, key: str = "", menu: QMenu | None = None) -> QAction:
        action = (menu or self).addAction(f"{words}\t{key}" if key else words)
        action.setData(command.value)
        return action

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(SessionCommand(action.data()), self._line)


def suggested(suggestion: Suggestion, when: str) -> tuple[str, bool]:
    """What the entry for the next session says, and whether it can be booked."""
    if suggestion.already is not None:
        return _("Next: {when}, booked").format(when=when), False
    if suggestion.clash is not None:
        return _("Next: {when} is taken").format(when=when), False
    return _("Book next: {when}").format(when=when), True
