"""One clause in the agreement form: in or out, its wording, and in whose words."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreements import DraftClause, WordsOf
from vitalshift_desktop.ui.agreements.offered_clauses import Offer, draft_of
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class ClauseEditor(QWidget):
    """A tick with the topic; while it is ticked, the wording can be changed below it."""

    changed = Signal()

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        draft = offer.draft
        self.topic = draft.topic
        self._standing = offer.standing
        self.check = CheckBox(label(draft.topic))
        self.check.setObjectName(f"agreement.chosen.{draft.topic.value}")
        self.check.setChecked(offer.chosen)
        self._becomes = TextLabel(tone="2", size="m", wrap=False)
        self.editor = ProseEditor(_("Wording, {topic}").format(topic=label(draft.topic)), role="rail", minimum_lines=2)
        self.editor.setObjectName(f"agreement.wording.{draft.topic.value}")
        self.editor.setProperty("state", "framed")
        self.editor.show_text(draft.wording)
        self._error = ErrorSentence()
        self.negotiated = CheckBox(_("Negotiated"), name=_("Negotiated, {topic}").format(topic=label(draft.topic)))
        self.negotiated.setObjectName(f"agreement.negotiated.{draft.topic.value}")
        self.negotiated.setChecked(draft.negotiated)
        words_of = [(who, label(who)) for who in (WordsOf.COUNSELOR, WordsOf.CLIENT, WordsOf.BOTH)]
        name = _("In whose words, {topic}").format(topic=label(draft.topic))
        self.words_of = ChoiceField(name, words_of, chosen=draft.words_of, inline=True)
        self.words_of.setObjectName(f"agreement.words_of.{draft.topic.value}")
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.check)
        head.addStretch(1)
        head.addWidget(self._becomes)
        self._below = QWidget()
        facts = QHBoxLayout()
        facts.setSpacing(20)
        facts.addWidget(self.negotiated)
        facts.addWidget(self.words_of)
        facts.addStretch(1)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(24, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self.editor)
        below.addWidget(self._error)
        below.addLayout(facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._below)

    def _connect(self) -> None:
        self.check.toggled.connect(self._on_changed)
        self.negotiated.toggled.connect(self._on_changed)
        self.words_of.picked.connect(self._on_changed)
        self.editor.typed.connect(self._on_changed)

    @property
    def is_chosen(self) -> bool:
        """Whether the clause is part of the agreement."""
        return self.check.isChecked()

    def fields(self) -> tuple[str, ...]:
        """The names of its fields, the tick first."""
        parts = (self.check, self.editor, self.negotiated, self.words_of)
        return tuple(part.objectName() for part in parts)

    @property
    def error(self) -> str:
        """What is said to be wrong with the wording, or ""."""
        return self._error.sentence()

    def draft(self) -> DraftClause:
        """The clause as it is written now."""
        words_of = self.words_of.value
        return DraftClause(
            self.topic,
            self.editor.text(),
            self.negotiated.isChecked(),
            words_of if isinstance(words_of, WordsOf) else WordsOf.COUNSELOR,
        )

    def show_error(self, sentence: str) -> None:
        """Say below the wording what is wrong with it, and go there."""
        self._error.show_sentence(sentence)
        self.editor.setAccessibleDescription(sentence)
        if sentence:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, _value: object = None) -> None:
        self._error.show_sentence("")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._below.setVisible(self.is_chosen)
        self._becomes.setText(self._becomes_words())

    def _becomes_words(self) -> str:
        if self._standing is None:
            return ""
        draft = self.draft()
        if self.is_chosen and replace(draft, wording=draft.wording.strip()) != draft_of(self._standing):
            return _("becomes version {n}").format(n=self._standing.number + 1)
        return _("version {n}, unchanged").format(n=self._standing.number)
