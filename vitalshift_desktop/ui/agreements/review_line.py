"""When all clauses are looked at together again, and why already now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clause_reviews import ClauseReview
from vitalshift_desktop.services.clause_reviews import ReviewState
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.agreements.clause_list import INSET
from vitalshift_desktop.ui.agreements.together_form import TogetherForm
from vitalshift_desktop.ui.dates_in_words import near
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.together_words import together_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _, ngettext


class ReviewLine(ClientPage):
    """One quiet line, with the last look below it; nothing at all while no clause is in force."""

    concerns = frozenset({Subject.AGREEMENTS, Subject.SESSIONS, Subject.CLIENTS, Subject.PRACTICE})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("client.agreements.review")
        self._desk = desk
        self.mark = MarkLabel("calendar-blank", "", "text2")
        self.look = LinkButton(_("Looked at together…"))
        self.look.setObjectName("client.agreements.looked")
        self._last = TextLabel(tone="2", size="m", wrap=False)
        self._words = RecordLabel(privacy=desk.privacy, role="detail", tone="text2")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.mark, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.look, 0, Qt.AlignmentFlag.AlignVCenter)
        below = QHBoxLayout()
        below.setContentsMargins(24, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(self._last, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._words, 1)
        self._below = QWidget()
        self._below.setLayout(below)
        self._all = QWidget()
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._below)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(INSET, 0, 0, 0)
        whole.addWidget(self._all)
        self.look.clicked.connect(self._on_look)

    def look_again(self) -> None:
        """Show where the client's clauses stand."""
        if self.client_id is None:
            return
        state = self._desk.workspace.clause_reviews.state(self.client_id)
        self._all.setVisible(state is not None)
        if state is None:
            return
        icon, tone = ("warning-circle", "attnmark") if state.is_due else ("calendar-blank", "text2")
        self.mark.show_mark(icon, _due_words(state) if state.is_due else _ahead_words(state), tone)
        self._show_last(next(iter(state.reviews), None))

    def _show_last(self, review: ClauseReview | None) -> None:
        self._below.setVisible(review is not None)
        if review is not None:
            day = near(review.reviewed_on, today(self._desk.workspace.clock))
            words = _("Last on {day}, after session {n}").format(day=day, n=review.session_no)
            self._last.setText(words)
            self._words.show_text(review.words)
            self._words.setVisible(bool(review.words))

    def _on_look(self) -> None:
        if self.client_id is not None:
            form = TogetherForm(self._desk, self.client_id, self.window())
            form.saved.connect(self.look_again)
            form.open_from(self.look)


def _ahead_words(state: ReviewState) -> str:
    """From which session on, and how many were held."""
    return ngettext(
        "All of it is looked at together after session {next}; {n} session was held so far.",
        "All of it is looked at together after session {next}; {n} sessions were held so far.",
        state.held,
    ).format(next=state.next_session, n=state.held)


def _due_words(state: ReviewState) -> str:
    return together_words(state.causes, state.next_session, state.age)
