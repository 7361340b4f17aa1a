"""Writing a clause before it is agreed: a new one, or the next version of one that is in force."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreements import ClauseId, DraftClause, Topic
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import Problem, TextIsMissing
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.agreements.agreement_form import AgreementForm
from vitalshift_desktop.ui.agreements.clause_editor import ClauseEditor
from vitalshift_desktop.ui.agreements.offered_clauses import offers_for
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.reading_order import follow_reading_order
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_WIDTH, _HEIGHT = 680, 520
_TOPIC = "clause.topic"


class ClauseForm(DialogFrame):
    """One clause to talk about; it is kept as a draft, and can be agreed on from there at once."""

    saved = Signal(object)

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget, *, clause_id: ClauseId | None = None) -> None:
        offers = offers_for(desk.workspace, client_id)
        standing = offers.of_clause(clause_id) if clause_id is not None else None
        super().__init__(_title(standing.draft.topic if standing else None), width=_WIDTH, parent=parent)
        self.setObjectName("clause_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._drafts = desk.workspace.clause_drafts
        self._client_id = client_id
        self._offers = offers
        self._clause_id = clause_id if standing is not None else None
        topic = standing.draft.topic if standing is not None else offers.next_topic()
        self.topic = ChoiceField(_("What it is about"), [(one, label(one)) for one in Topic], chosen=topic)
        self.topic.setObjectName(_TOPIC)
        self.topic.setVisible(standing is None)
        self.flow = FlowColumn(padded=False)
        self._build(parent)
        self._show_topic(topic)
        self._keep_fields()
        self.topic.picked.connect(self._on_topic)
        (self.editor.editor if standing is not None else self.topic).setFocus()

    def _build(self, parent: QWidget) -> None:
        words = _("A draft is something to talk about. Nobody goes by it until both of you agree on it.")
        self.column.addWidget(TextLabel(words, tone="2"))
        self.column.addWidget(self.topic)
        self.column.addWidget(self.flow, 1)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.agree = Button(_("Agree on it…"))
        self.agree.setObjectName("clause.agree")
        self.agree.clicked.connect(self._on_agree)
        self.save = Button(_("Keep as draft"), variant="primary")
        self.save.setObjectName("clause.save")
        self.save.clicked.connect(self._on_save)
        for button in (cancel, self.agree):
            self.add_button(button)
        self.add_button(self.save, safe=True)
        room = parent.window().size()
        width = min(theme().scale(_WIDTH), max(_WIDTH, room.width() - 60))
        self.resize(width, min(theme().scale(_HEIGHT), max(_HEIGHT - 80, room.height() - 40)))

    def take_back(self, form: HalfFilled) -> None:
        """Fill in what was kept, under the topic it was written for."""
        topic = form.fields.get(_TOPIC)
        if topic in set(Topic) and self._clause_id is None:
            self.topic.choose(Topic(topic))
            self._on_topic(Topic(topic))
        super().take_back(form)

    def focusNextPrevChild(self, next: bool) -> bool:
        # Clauses are added after the buttons were made, and Qt goes by when a widget was made.
        follow_reading_order(self)
        return super().focusNextPrevChild(next)

    def _show_topic(self, topic: Topic) -> None:
        offer = self._offers.of_clause(self._clause_id) if self._clause_id is not None else self._offers.other(topic)
        self.flow.clear()
        self.editor = ClauseEditor(offer or self._offers.other(topic), alone=True)
        self.editor.own_wanted.connect(self._on_own)
        self.flow.add(self.editor)

    def _on_topic(self, topic: object) -> None:
        """Begin with what is known about another topic; what was typed already goes along."""
        if not isinstance(topic, Topic):
            return
        typed = self.editor.typed_words()
        self._show_topic(topic)
        self._keep_fields()
        if typed:
            self.editor.editor.show_text(typed)

    def _on_own(self, wording: str | None) -> None:
        """Keep the wording to begin from with other clients, or no longer, and offer the way back."""
        templates, topic = self._desk.workspace.clause_templates, self.editor.topic
        try:
            before = templates.keep_own(topic, wording)
        except TextIsMissing:
            self.editor.show_error(_("Write the wording first."))
            return
        except Problem as problem:
            advice = sentence(problem)
            self.editor.show_error(f"{advice.what} {advice.next_step}")
            return
        self.editor.show_own(wording)
        words = _("“{topic}” begins with your own wording now.") if wording else _("Your own wording is forgotten.")
        undo = partial(templates.keep_own, topic, before)
        self._desk.wishes.undo_offered.emit(words.format(topic=label(topic)), undo)

    def _keep_fields(self) -> None:
        self.keep(f"clause_form:{self._client_id}:{self._clause_id or 0}", _TOPIC, *self.editor.fields())

    def _on_save(self) -> None:
        self._keep_draft()

    def _on_agree(self) -> None:
        window, topic = self.parentWidget(), self._keep_draft()
        if topic is not None and window is not None:
            AgreementForm(self._desk, self._client_id, window, only=topic).open()

    def _keep_draft(self) -> Topic | None:
        """The topic of the draft that was kept; None after saying what is wrong."""
        draft: DraftClause = self.editor.draft()
        if self.editor.needs_reason and not draft.reason.strip():
            self.editor.show_reason_error(_("Write in a few words why it changes."))
            return None
        try:
            version = self._drafts.propose(self._client_id, draft)
        except TextIsMissing:
            self.editor.show_error(_("Write the wording first."))
            return None
        except Problem as problem:
            advice = sentence(problem)
            self.editor.show_error(f"{advice.what} {advice.next_step}")
            return None
        self.saved.emit(version)
        self.accept()
        return version.topic


def _title(topic: Topic | None) -> str:
    return _("New clause") if topic is None else _("Clause: {topic}").format(topic=label(topic))
