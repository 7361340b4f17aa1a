"""Later evidence: the head of the audit trail now, and whether one that was kept on paper belongs to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.audit import AuditEntry
from vitalshift_desktop.domain.audit_view import HeadAnswer
from vitalshift_desktop.domain.problems import AuditTrailBroken, Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.dates_in_words import full_day, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.vocabulary.audit_words import act_words
from vitalshift_desktop.words import _


class AuditProof(QWidget):
    """One question and its answer in words."""

    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._head = TextLabel(tone="2", size="m")
        self._head.setObjectName("vault.audit_head")
        self.typed = Field(
            _("Was this code ever part of this trail?"),
            hint=_("Type it from a printed page: a number and eight groups of four."),
            placeholder="1204: 9f3c 21ab …",
        )
        self.typed.setObjectName("vault.audit_typed")
        self.look = Button(_("Look for it"))
        self.look.setObjectName("vault.audit_look")
        self._answer = MarkLabel("info", "", "text2")
        self._answer.setObjectName("vault.audit_answer")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().scale(10))
        for part in (Hairline(), TextLabel(_("Evidence on paper"), role="name"), self._head, self.typed):
            column.addWidget(part)
        column.addLayout(left(self.look))
        column.addWidget(self._answer)
        self._answer.hide()
        self.look.clicked.connect(self.look_for_head)
        self.typed.submitted.connect(self.look_for_head)
        self.typed.edited.connect(self._on_edited)

    def show_head(self) -> None:
        """Show the newest entry's code."""
        words = _("The newest entry has the code {head}. Print it, and keep the page in a safe place.")
        self._head.setText(words.format(head=self._desk.workspace.audit.head()))

    def look_for_head(self) -> None:
        """Say whether the typed head is this trail's; the trail is followed beside the window."""
        audit, typed = self._desk.workspace.audit, self.typed.text()
        self._desk.background.run(self, lambda _job: audit.was_head(typed), self._on_answer, self._on_failed)

    def _on_answer(self, answered: tuple[HeadAnswer, AuditEntry | None]) -> None:
        answer, entry = answered
        if answer is HeadAnswer.NOT_A_HEAD:
            self._answer.hide()
            self.typed.show_error(_("This is not such a code: it needs a number and eight groups of four."))
        elif entry is None:
            words = _("No. This trail never had this code; either it was mistyped, or the trail was made up anew.")
            self._say("warning-circle", words, "attnmark")
        else:
            moment = local(self._desk.workspace.clock, entry.at)
            words = _("Yes. It is entry {number} of {day}, {time}: {what}. Nothing before it was changed since.")
            when = {"day": full_day(moment.date()), "time": time_words(moment)}
            self._say("check-circle", words.format(number=entry.id, what=act_words(entry), **when), "ok")

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, AuditTrailBroken):
            self._say("warning-circle", sentence(error).what, "attnmark")
        elif isinstance(error, Problem):
            self.failed.emit(error)
        else:
            raise error

    def _say(self, icon: str, words: str, tone: str) -> None:
        self.typed.clear_error()
        self._answer.show_mark(icon, words, tone)
        self._answer.show()

    def _on_edited(self, _text: str) -> None:
        self._answer.hide()
