"""Saying why a measure was not given in a session: from a menu, with a way back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.not_given import NotGiven, NotGivenReason
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class NotGivenMenu(QMenu):
    """The reasons; another one asks for words in a form."""

    def __init__(self, desk: Desk, session_id: SessionId, instrument_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("not_given.menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._session_id = session_id
        self._instrument_id = instrument_id
        for reason in NotGivenReason:
            is_other = reason is NotGivenReason.OTHER
            self.addAction(_("Another reason…") if is_other else label(reason)).setData(reason.value)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        reason = NotGivenReason(action.data())
        if reason is NotGivenReason.OTHER:
            self._desk.wishes.not_given.emit(self._session_id, self._instrument_id)
        else:
            note_not_given(self._desk, self._session_id, self._instrument_id, reason)


def note_not_given(desk: Desk, session_id: SessionId, instrument_id: str, reason: NotGivenReason) -> None:
    """Write down that a measure was not given, and offer to take it back."""
    measures = desk.workspace.measures
    if desk.did(partial(measures.not_given, session_id, instrument_id, reason)):
        offer_way_back(desk, session_id, instrument_id)


def offer_way_back(desk: Desk, session_id: SessionId, instrument_id: str) -> None:
    """Offer to take back that a measure was not given."""
    name = desk.workspace.measures.instrument(instrument_id).name
    words = _("No check-in in this session.") if instrument_id == CHECKIN else _("{name}: not given in this session.")
    undo = partial(desk.workspace.measures.take_back_not_given, session_id, instrument_id)
    desk.wishes.undo_offered.emit(words.format(name=name), undo)


def not_given_word(reason: NotGivenReason) -> str:
    """The reason in a word that fits under a point of a chart."""
    return {
        NotGivenReason.DECLINED: _("declined"),
        NotGivenReason.FORGOT: _("forgot"),
        NotGivenReason.NOT_SUITABLE: _("unsuited"),
        NotGivenReason.OTHER: _("other"),
    }[reason]


def not_given_words(noted: NotGiven, *, hidden: bool) -> str:
    """Why a measure was not given; the counselor's own words are left out while somebody may be looking."""
    reason = label(noted.reason)
    return reason if hidden or not noted.note else _("{reason}: {words}").format(reason=reason, words=noted.note)
