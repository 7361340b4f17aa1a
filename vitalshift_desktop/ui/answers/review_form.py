"""The review of one answer to a critical item: the fixed text, what can be done about it, and the review's note."""

from datetime import time
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.answers import AnswerToReview, reminded_at
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.services.risk_notes import NoteStanding
from vitalshift_desktop.ui.answer_words import not_between_sessions, prompt_words
from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

REMINDERS = (30, 60, 120)
"""In how many minutes a reminder can come; it never moves to the next day."""


class ReviewForm(RoomyDialog):
    """Nothing here puts an answer aside: it is reviewed with a note, or it stays where it stands.

    `place` and `total` say where it stands among those that wait.
    """

    FIELDS = ("answer_review.note",)

    reviewed = Signal()
    next_wanted = Signal()
    safety_plan_wanted = Signal()
    risk_note_wanted = Signal()

    def __init__(self, desk: Desk, answer: AnswerToReview, place: int, total: int, parent: QWidget) -> None:
        super().__init__(_("Answer to review"), width=600, height=520, parent=parent)
        self.setObjectName("answer_review")
        self.answer = answer
        self._desk = desk
        self._build(place, total)
        self._add_buttons(place, total)
        self.show_words()
        self.keep(f"answer_review:{answer.administration.id}", *self.FIELDS)
        desk.privacy.changed.connect(self.show_words)
        self.note.setFocus()
        self.fit_content()

    def _build(self, place: int, total: int) -> None:
        self.who = TextLabel(role="name")
        self.who.setObjectName("answer_review.who")
        self.place = TextLabel(_("{n} of {total}").format(n=place, total=total), tone="2", size="m")
        self.place.setObjectName("answer_review.place")
        self.place.setVisible(total > 1)
        self.told = MarkLabel("warning-octagon", "", tone="risk")
        self.told.setObjectName("answer_review.told")
        self.given = TextLabel(tone="2", size="m")
        self.given.setObjectName("answer_review.given")
        limits = TextLabel(not_between_sessions(), tone="2", size="m")
        limits.setObjectName("answer_review.limits")
        asked = _("What was talked about, and what follows from it")
        self.note = ProseEditor(asked, minimum_lines=3)
        self.note.setObjectName("answer_review.note")
        caption = TextLabel(asked, role="name", size="m")
        caption.setBuddy(self.note)
        self.error = ErrorSentence()
        self.error.setObjectName("answer_review.error")
        self.reminded = TextLabel(tone="2", size="m")
        self.reminded.setObjectName("answer_review.reminded")
        self.reminded.hide()
        above: tuple[QWidget, ...] = (self.who, self.place, self.told, self.given, limits)
        for part in above:
            self.content.addWidget(part)
        self.content.addLayout(self._acts())
        below: tuple[QWidget, ...] = (self.reminded, caption, self.note, self.error)
        for part in below:
            self.content.addWidget(part)

    def _acts(self) -> QBoxLayout:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(down if theme().wide_text else across)
        row.setSpacing(8)
        self.plan = Button(_("Open safety plan"))
        self.plan.setObjectName("answer_review.plan")
        self.plan.clicked.connect(self.safety_plan_wanted)
        standing = self._desk.workspace.risk_notes.place(self.answer.administration.id).standing
        self.risk_note = Button(_risk_note_words(standing))
        self.risk_note.setObjectName("answer_review.risk_note")
        self.risk_note.clicked.connect(self.risk_note_wanted)
        self.remind = Button(_("Remind me"))
        self.remind.setObjectName("answer_review.remind")
        self.remind.clicked.connect(self._on_remind)
        for button in (self.plan, self.risk_note, self.remind):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_buttons(self, place: int, total: int) -> None:
        self.close_button = Button(_("Not yet"))
        self.close_button.setObjectName("answer_review.close")
        self.close_button.clicked.connect(self.reject)
        self.add_button(self.close_button, safe=True)
        if place < total:
            self.next = LinkButton(_("Next answer"))
            self.next.setObjectName("answer_review.next")
            self.next.clicked.connect(self.next_wanted)
            self.add_button(self.next)
        self.save = Button(_("Reviewed with client"), variant="primary")
        self.save.setObjectName("answer_review.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(self.save)

    def show_words(self) -> None:
        """Say what was answered, or that it is hidden while names are shortened."""
        hidden = self._desk.privacy.initials_on
        words = _("Hidden while names are shortened.") if hidden else prompt_words(self.answer.facts)
        self.told.show_mark("warning-octagon", words, "risk")
        given = self.answer.administration
        self.given.setText(_("Given: {how}.").format(how=label(given.how_given)))
        name = self._desk.privacy.name(self.answer.client)
        self.who.setText(name)
        self.setAccessibleName(_("Answer to review: {name}").format(name=name))

    def _on_remind(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("answer_review.reminders")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = local(self._desk.workspace.clock, self._desk.workspace.clock.now()).time()
        for at, minutes in {reminded_at(now, minutes): minutes for minutes in reversed(REMINDERS)}.items():
            words = _("Today at {time}").format(time=time_words(at))
            menu.addAction(words).triggered.connect(partial(self.remind_in, minutes))
        menu.popup(self.remind.mapToGlobal(self.remind.rect().bottomLeft()))

    def remind_in(self, minutes: int, _checked: bool = False) -> None:
        """Let a reminder come back the same day; the answer stays where it stands."""
        answers, given = self._desk.workspace.answers, self.answer.administration
        try:
            reminder = answers.remind(given.id, minutes, _reminder_words(), by=self)
        except Problem as problem:
            self._show_problem(problem)
            return
        words = _("A reminder comes today at {time}. The answer stays on Today until it is reviewed.")
        self.reminded.setText(words.format(time=time_words(reminder.details.at or time(0))))
        self.reminded.show()
        self.fit_content()
        undo = partial(self._desk.workspace.reminders.remove, reminder.id)
        self._desk.wishes.undo_offered.emit(_("Reminder set for today."), undo)

    def _on_save(self) -> None:
        try:
            self._desk.workspace.answers.review(
                self.answer.administration.id, self.note.text(), reminders=_reminder_words(), by=self
            )
        except TextIsMissing:
            self.error.show_sentence(_("Write a few words about the review first."))
            self.note.setFocus()
            self.fit_content()
        except Problem as problem:
            self._show_problem(problem)
        else:
            self.accept()
            self.reviewed.emit()

    def _show_problem(self, problem: Problem) -> None:
        advice = sentence(problem)
        self.error.show_sentence(f"{advice.what} {advice.next_step}")
        self.fit_content()


def _risk_note_words(standing: NoteStanding) -> str:
    return {
        NoteStanding.NO_SESSION: _("Write a contact note"),
        NoteStanding.NOT_BEGUN: _("Start risk note"),
        NoteStanding.OPEN: _("Open risk note"),
        NoteStanding.SIGNED: _("Open the signed note"),
    }[standing]


def _reminder_words() -> str:
    """The title of the reminder that "Remind me" makes; the review settles those called so."""
    return _("Answer to review")
