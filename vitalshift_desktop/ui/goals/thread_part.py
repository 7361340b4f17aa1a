"""The golden thread of a goal: the sessions that worked on it, each a way to its note."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.goal_ledger import Thread
from vitalshift_desktop.ui.dates_in_words import near
from vitalshift_desktop.ui.goals.task_words import thread_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

_SHOWN = 4


class ThreadPart(QWidget):
    """A sentence, and the latest sessions as links; `note_wanted` names the session."""

    note_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self.words = TextLabel(tone="2", size="m")
        self.words.setObjectName("goals.thread")
        self._links = QHBoxLayout()
        self._links.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(_("Sessions that worked on it"), role="name", size="m"))
        column.addWidget(self.words)
        column.addLayout(self._links)

    def show_thread(self, thread: Thread, today: date) -> None:
        """Show the sessions of one goal, the latest first."""
        if (thread, today) == self._shown:
            return
        self._shown = thread, today
        self.words.setText(thread_words(thread))
        empty(self._links)
        for one in thread.worked[: -_SHOWN - 1 : -1]:
            words = _("Session {n}, {day}").format(n=one.number, day=near(one.day, today))
            link = LinkButton(words)
            link.setObjectName(f"goals.thread.{one.session_id}")
            link.clicked.connect(partial(self.note_wanted.emit, one.session_id))
            self._links.addWidget(link)
        self._links.addStretch(1)
