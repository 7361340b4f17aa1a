"""One clause to be written: in or out, its wording, in whose words, and why it changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreements import DraftClause, WordsOf
from vitalshift_desktop.domain.clause_templates import WordingKind, has_gap
from vitalshift_desktop.domain.clause_versions import is_same
from vitalshift_desktop.ui.agreements.offered_clauses import Offer
from vitalshift_desktop.ui.widgets.buttons import MenuButton
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import ErrorSentence, Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class ClauseEditor(QWidget):
    """A tick with the topic; while it is ticked, the wording can be changed below it. Alone it has no tick."""

    changed = Signal()
    own_wanted = Signal(object)

    def __init__(self, offer: Offer, *, alone: bool = False) -> None:
        super().__init__()
        self._alone = alone
        draft = self._first = offer.draft
        self.topic = draft.topic
        self._standing = offer.standing
        self._is_proposed = offer.is_proposed
        self._wordings = dict(offer.template.wordings) if offer.template is not None else {}
        name = label(draft.topic)
        self.check = CheckBox(name)
        self.check.setObjectName(f"agreement.chosen.{draft.topic.value}")
        self.check.setChecked(offer.chosen or alone)
        self.check.setHidden(alone)
        self._becomes = TextLabel(tone="2", size="m", wrap=False)
        self.editor = ProseEditor(_("Wording, {topic}").format(topic=name), role="rail", minimum_lines=2)
        self.editor.setObjectName(f"agreement.wording.{draft.topic.value}")
        self.editor.setProperty("state", "framed")
        self.editor.show_text(draft.wording)
        self._error = ErrorSentence()
        self._gap = TextLabel(_("“…” marks what is still to be filled in."), tone="2", size="m")
        self._make_facts(draft, name)
        self._build()
        self._connect()
        self._show()

    def _make_facts(self, draft: DraftClause, name: str) -> None:
        self.negotiated = CheckBox(_("Negotiated"), name=_("Negotiated, {topic}").format(topic=name))
        self.negotiated.setObjectName(f"agreement.negotiated.{draft.topic.value}")
        self.negotiated.setChecked(draft.negotiated)
        words_of = [(who, label(who)) for who in (WordsOf.COUNSELOR, WordsOf.CLIENT, WordsOf.BOTH)]
        self.words_of = ChoiceField(
            _("In whose words, {topic}").format(topic=name), words_of, chosen=draft.words_of, inline=True
        )
        self.words_of.setObjectName(f"agreement.words_of.{draft.topic.value}")
        self._menu = QMenu(self)
        self.other_wording = MenuButton(_("Other wording"), self._menu, framed=False)
        self.other_wording.setAccessibleName(_("Other wording, {topic}").format(topic=name))
        self.keep_own = self._menu_action(_("Keep this as my own wording"))
        self.forget_own = self._menu_action(_("Forget my own wording"))
        self._fill_menu()
        hint = _("In a few words, such as: set hours after late messages.")
        self.reason = Field(_("Why it changes"), text=draft.reason, hint=hint)
        self.reason.setObjectName(f"agreement.reason.{draft.topic.value}")
        self.reason.edit.setAccessibleName(_("Why it changes, {topic}").format(topic=name))

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
        facts.addWidget(self.other_wording)
        self.other_wording.setVisible(self._alone or len(self._wordings) > 1)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0 if self.check.isHidden() else 24, 0, 0, 0)
        below.setSpacing(6)
        for part in (self.editor, self._gap, self._error):
            below.addWidget(part)
        below.addLayout(facts)
        below.addWidget(self.reason)
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
        self.reason.edited.connect(self._on_changed)
        self._menu.triggered.connect(self._on_wording)

    @property
    def is_chosen(self) -> bool:
        """Whether the clause is part of the agreement."""
        return self.check.isChecked()

    @property
    def needs_reason(self) -> bool:
        """Whether it would follow a version that is in force, changed."""
        return self._standing is not None and not is_same(self.draft(), self._standing)

    def fields(self) -> tuple[str, ...]:
        """The names of its fields, the tick first."""
        parts = (self.check, self.editor, self.negotiated, self.words_of, self.reason)
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
            self.editor.text().strip(),
            self.negotiated.isChecked(),
            words_of if isinstance(words_of, WordsOf) else WordsOf.COUNSELOR,
            self.reason.text(),
            self._first.clause_id,
        )

    def typed_words(self) -> str:
        """The wording, where somebody wrote it here; "" while it is one that was offered."""
        text = self.editor.text().strip()
        return "" if text in (self._first.wording, *self._wordings.values()) else text

    def show_error(self, sentence: str) -> None:
        """Say below the wording what is wrong with it, and go there."""
        self._error.show_sentence(sentence)
        self.editor.setAccessibleDescription(sentence)
        if sentence:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_reason_error(self, sentence: str) -> None:
        """Say below the reason what is wrong with it, and go there."""
        self.reason.show_error(sentence)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, _value: object = None) -> None:
        self._error.show_sentence("")
        self._show()
        self.changed.emit()

    def show_own(self, wording: str | None) -> None:
        """Offer this as the counselor's own wording, or none."""
        self._wordings.pop(WordingKind.OWN, None)
        if wording is not None:
            self._wordings[WordingKind.OWN] = wording
        self._fill_menu()

    def _menu_action(self, words: str) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(self._on_own)
        return action

    def _fill_menu(self) -> None:
        """The wordings; a clause by itself offers to keep its wording, too."""
        self._menu.clear()
        for kind in self._wordings:
            self._menu.addAction(label(kind)).setData(kind.value)
        if self._alone:
            self._menu.addSeparator()
            self._menu.addAction(self.keep_own)
            self.forget_own.setVisible(WordingKind.OWN in self._wordings)
            self._menu.addAction(self.forget_own)

    def _on_own(self) -> None:
        self.own_wanted.emit(self.editor.text().strip() if self.sender() is self.keep_own else None)

    def _on_wording(self, action: QAction) -> None:
        """Another wording takes the place of this one; Ctrl+Z in the text takes that back."""
        if action in (self.keep_own, self.forget_own) or not action.data():
            return
        cursor = self.editor.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._wordings[WordingKind(action.data())])
        self._on_changed()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self._below.setVisible(self.is_chosen)
        self._gap.setVisible(has_gap(self.editor.text()))
        self.reason.setVisible(self.needs_reason)
        if not self.needs_reason:
            self.reason.clear_error()
        self._becomes.setText(self._becomes_words())
        self._becomes.setVisible(bool(self._becomes.text()))

    def _becomes_words(self) -> str:
        if self._standing is None:
            return _("proposed") if self._is_proposed else ""
        if self.is_chosen and self.needs_reason:
            return _("becomes version {n}").format(n=self._standing.number + 1)
        return _("version {n}, unchanged").format(n=self._standing.number)
