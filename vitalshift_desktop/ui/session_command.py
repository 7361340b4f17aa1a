"""The things that can be done with a session from a list, and their keys."""

from enum import StrEnum

from PySide6.QtCore import Qt

from vitalshift_desktop.domain.fees import ChargeState, PaidBy
from vitalshift_desktop.domain.sessions import Attendance


class SessionCommand(StrEnum):
    """One thing to do with a session."""

    NOTE = "note"
    CLIENT = "client"
    HAND_OVER = "hand_over"
    NEW_GOAL = "new_goal"
    ATTENDED = "attended"
    LATE = "late"
    CANCEL = "cancel"
    DID_NOT_ATTEND = "did_not_attend"
    NOT_MARKED = "not_marked"
    CORRECT = "correct"
    COURSE = "course"
    STANDING_FROM_HERE = "standing_from_here"
    BOOK_NEXT = "book_next"
    REMIND = "remind"
    MOVE = "move"
    PUT_ASIDE = "put_aside"
    TAKE_UP = "take_up"
    REMOVE = "remove"
    PAID = "paid"
    PAID_CASH = "paid_cash"
    PAID_TRANSFER = "paid_transfer"
    PAID_CARD = "paid_card"
    PAID_OTHER = "paid_other"
    FEE_DUE = "fee_due"
    FEE_WAIVED = "fee_waived"
    FEE_NOT_CHARGED = "fee_not_charged"
    FEE_FORGET = "fee_forget"
    FEE_FORM = "fee_form"
    FEE_AGREE = "fee_agree"


KEYS = {
    Qt.Key.Key_Return: SessionCommand.NOTE,
    Qt.Key.Key_Enter: SessionCommand.NOTE,
    Qt.Key.Key_A: SessionCommand.ATTENDED,
    Qt.Key.Key_L: SessionCommand.LATE,
    Qt.Key.Key_C: SessionCommand.CANCEL,
    Qt.Key.Key_D: SessionCommand.DID_NOT_ATTEND,
    Qt.Key.Key_P: SessionCommand.PAID,
    Qt.Key.Key_B: SessionCommand.BOOK_NEXT,
    Qt.Key.Key_R: SessionCommand.REMIND,
    Qt.Key.Key_Delete: SessionCommand.REMOVE,
}
"""The keys that work on a row, without Ctrl, Alt or Shift."""

MARKS = {
    SessionCommand.ATTENDED: Attendance.ATTENDED,
    SessionCommand.LATE: Attendance.LATE,
    SessionCommand.DID_NOT_ATTEND: Attendance.DID_NOT_ATTEND,
    SessionCommand.NOT_MARKED: Attendance.PLANNED,
}

PAID_BY = {
    SessionCommand.PAID_CASH: PaidBy.CASH,
    SessionCommand.PAID_TRANSFER: PaidBy.TRANSFER,
    SessionCommand.PAID_CARD: PaidBy.CARD,
    SessionCommand.PAID_OTHER: PaidBy.OTHER,
}

CHARGED = {
    SessionCommand.FEE_DUE: ChargeState.DUE,
    SessionCommand.FEE_WAIVED: ChargeState.WAIVED,
    SessionCommand.FEE_NOT_CHARGED: ChargeState.NOT_CHARGED,
}
