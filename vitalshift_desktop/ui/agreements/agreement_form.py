"""Agreeing on clauses: the starter as it stands, or the next version of what is in force."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.agreements.agree_part import AgreePart
from vitalshift_desktop.ui.agreements.clause_editor import ClauseEditor
from vitalshift_desktop.ui.agreements.offered_clauses import Offer, offers_for
from vitalshift_desktop.ui.agreements.signing_paper import SigningPaper
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, MenuButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.reading_order import follow_reading_order
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

_WIDTH, _HEIGHT = 720, 640
_OWN_FIELDS = ("agreement.day", "agreement.how", "agreement.review")
_CHOSEN = "agreement.chosen."


class AgreementForm(DialogFrame):
    """When, how, until when; then one clause below the other. With `only`, one clause of those in force."""

    agreed = Signal(object)
    printed = Signal(object)

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget, *, only: Topic | None = None) -> None:
        super().__init__(_("Agree on boundaries"), width=_WIDTH, parent=parent)
        self.setObjectName("agreement_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._agreements = desk.workspace.agreements
        self._desk = desk
        self._clock = desk.workspace.clock
        self._client_id = client_id
        self._offers = offers_for(desk.workspace, client_id)
        self.editors: list[ClauseEditor] = []
        self._build()
        self._connect()
        shown = self._offers.shown(only)
        for offer in shown:
            self._add_editor(offer)
        self.review.show_day(self._suggested_review(shown))
        self._show_count()
        self._fit(parent)
        self.keep(f"agreement_form:{client_id}:{only or ''}", *_OWN_FIELDS, *self.who.fields(), *self._editor_fields())
        if only is None:
            self.agree.setFocus()
        else:
            self.editors[0].editor.setFocus()

    def _build(self) -> None:
        self.day = DateField(_("Agreed on"), day=self._today(), today=self._today)
        self.day.setObjectName("agreement.day")
        how = [(one, label(one)) for one in (AgreedHow.ON_PAPER, AgreedHow.VERBAL, AgreedHow.DRAWN)]
        self.how = ChoiceField(_("How"), how, chosen=AgreedHow.ON_PAPER)
        self.how.setObjectName("agreement.how")
        self.who = AgreePart(self._desk, self._client_id, self._today())
        self.review = DateField(_("Look at it again on"), optional=True, today=self._today)
        self.review.setObjectName("agreement.review")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for place, field in enumerate((self.day, self.how, self.review)):
            grid.addWidget(field, 0, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        self._menu = QMenu(self)
        self.other = MenuButton(_("Another topic"), self._menu, framed=False)
        self.other.setObjectName("agreement.other")
        self._count = TextLabel(tone="2", size="m", wrap=False)
        line = QHBoxLayout()
        line.addWidget(TextLabel(_("Clauses"), role="h3", wrap=False))
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(self.other)
        self.flow = FlowColumn(padded=False)
        self._error = ErrorSentence()
        self.column.addLayout(grid)
        heading = QWidget()
        line.setContentsMargins(0, 8, 0, 4)
        heading.setLayout(line)
        self.flow.add(self.who)
        self.flow.add(heading)
        self.column.addWidget(self.flow, 1)
        self.paper = SigningPaper(self._desk, self, self._client_id, self._for_paper)
        self.column.addWidget(self.paper.note)
        self.column.addWidget(self._error)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self.cancel = Button(_("Cancel"))
        self.agree = Button(_("Agree"), variant="primary")
        self.agree.setObjectName("agreement.agree")
        for button in (self.paper.preview, self.paper.print):
            self.add_button(button)
        self.add_button(self.cancel)
        self.add_button(self.agree, safe=True)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self._on_agree)
        self.paper.done.connect(self._on_printed)
        self.paper.failed.connect(self._on_failed)
        self.how.picked.connect(self._on_how)
        self.who.changed.connect(self._on_changed)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._on_other)

    @property
    def problem(self) -> str:
        """What is said about the whole form, or ""."""
        return self._error.sentence()

    def editor(self, topic: Topic) -> ClauseEditor:
        """The part about this topic."""
        return next(editor for editor in self.editors if editor.topic is topic)

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept, in the topics that were added too."""
        shown = {editor.topic.value for editor in self.editors}
        for name in form.fields:
            topic = name.removeprefix(_CHOSEN)
            if topic != name and topic in set(Topic) - shown:
                self._add_other(Topic(topic))
        super().take_back(form)
        self.who.take_back()
        self._on_how()

    def focusNextPrevChild(self, next: bool) -> bool:
        # Clauses are added after the buttons were made, and Qt goes by when a widget was made.
        follow_reading_order(self)
        return super().focusNextPrevChild(next)

    def _editor_fields(self) -> list[str]:
        return [name for editor in self.editors for name in editor.fields()]

    def _add_other(self, topic: Topic) -> ClauseEditor:
        editor = self._add_editor(self._offers.other(topic))
        self.keep_also(*editor.fields())
        return editor

    def _fit(self, parent: QWidget) -> None:
        room = parent.window().size()
        self.resize(
            min(theme().scale(_WIDTH), max(_WIDTH, room.width() - 60)),
            min(theme().scale(_HEIGHT), max(_HEIGHT - 80, room.height() - 40)),
        )

    def _today(self) -> date:
        return today(self._clock)

    def _suggested_review(self, shown: Sequence[Offer]) -> date | None:
        """The next day that is set for these clauses; else none, since all are looked at together by sessions."""
        now = self._today()
        clauses = [offer.standing for offer in shown if offer.standing is not None]
        coming = [clause.review_on for clause in clauses if clause.review_on is not None and clause.review_on > now]
        return min(coming, default=None)

    def _add_editor(self, offer: Offer) -> ClauseEditor:
        editor = ClauseEditor(offer)
        editor.changed.connect(self._on_changed)
        self.editors.append(editor)
        self.flow.add(editor)
        return editor

    def _on_changed(self) -> None:
        self._error.show_sentence("")
        self._show_count()

    def _show_count(self) -> None:
        chosen = sum(editor.is_chosen for editor in self.editors)
        self._count.setText(ngettext("{n} ticked", "{n} ticked", chosen).format(n=chosen))
        self.paper.show_note([editor.draft() for editor in self.editors if editor.is_chosen])

    def _fill_menu(self) -> None:
        self._menu.clear()
        shown = {editor.topic for editor in self.editors}
        for topic in Topic:
            if topic not in shown:
                self._menu.addAction(label(topic)).setData(topic.value)

    def _on_other(self, action: QAction) -> None:
        editor = self._add_other(Topic(action.data()))
        self._on_changed()
        editor.editor.setFocus()

    def _on_how(self, _how: object = None) -> None:
        if isinstance(self.how.value, AgreedHow):
            self.who.show_how(self.how.value)
        self._on_changed()

    def _on_agree(self) -> None:
        self._on_how()
        day, drafts = self.day.day(), self._checked_drafts()
        if drafts is None or not self._days_are_right() or day is None:
            return
        try:
            agreement = self._agreements.agree(self._client_id, drafts, day, self.review.day(), self.who.value())
        except Problem as problem:
            self._error.show_sentence(_whole(problem))
            return
        self.agreed.emit(agreement)
        self.accept()

    def _for_paper(self) -> tuple[tuple[DraftClause, ...], date | None] | None:
        """What is to be printed, or None after saying what is wrong."""
        drafts = self._checked_drafts()
        return None if drafts is None or not self.review.is_valid() else (drafts, self.review.day())

    def _on_printed(self, page: object) -> None:
        """The page waits for its signature, and the form has done its work."""
        self.printed.emit(page)
        self.accept()

    def _on_failed(self, problem: Problem) -> None:
        self._error.show_sentence(_whole(problem))

    def _days_are_right(self) -> bool:
        if not (self.day.is_valid() and self.review.is_valid()):
            return False
        day = self.day.day()
        if day is not None and day > self._today():
            self.day.show_error(_("This day has not come yet."))
            return False
        return True

    def _checked_drafts(self) -> tuple[DraftClause, ...] | None:
        """The ticked clauses, or None after saying at the first wrong one what is wrong with it."""
        drafts = []
        for editor in self.editors:
            if not editor.is_chosen:
                continue
            try:
                drafts.append(editor.draft().checked())
            except TextIsMissing:
                self._show_wrong(editor, _("Write the wording, or untick the clause."))
                return None
            except Problem as problem:
                self._show_wrong(editor, _whole(problem))
                return None
        if not drafts:
            self._error.show_sentence(_("Tick at least one clause."))
            return None
        return tuple(drafts)

    def _show_wrong(self, editor: ClauseEditor, words: str) -> None:
        """Say it at this clause, and bring the clause into view."""
        editor.show_error(words)
        QTimer.singleShot(0, editor, partial(self.flow.ensureWidgetVisible, editor, 0, 12))


def _whole(problem: Problem) -> str:
    advice = sentence(problem)
    return f"{advice.what} {advice.next_step}"
