"""Brings spelling, own words and snippets of the open vault to every editor, and takes them away when it closes."""

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.speller import Speller
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.prose_help import prose_help
from vitalshift_desktop.words import _


class WritingHelp(QObject):
    """Loads the word list beside the window, when the first editor is seen."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._spelling = desk.workspace.spelling
        self._help = prose_help()
        self._speller: Speller | None = None
        self._choice = self._spelling.choice()
        self._own_words = frozenset(self._spelling.own_words())
        self._is_asked = False
        self._is_stopped = False
        self._help.show_snippets(desk.workspace.snippets.all())
        self._help.wanted.connect(self._on_wanted)

    def hear(self, change: Changed) -> None:
        """Follow changes of the settings and of names."""
        if change.subject is Subject.WRITING:
            self._help.show_snippets(self._desk.workspace.snippets.all())
            self._look_at_spelling()
        elif change.subject is Subject.CLIENTS and change.client_id is not None and self._speller is not None:
            self._learn_names(change)

    def stop(self) -> None:
        """Nothing of the vault stays with the editors."""
        self._speller = None
        if not self._is_stopped:
            self._is_stopped = True
            self._help.wanted.disconnect(self._on_wanted)
            self._help.clear()

    def _on_wanted(self) -> None:
        if not self._is_asked and not self._is_stopped:
            self._is_asked = True
            self._load()

    def _load(self) -> None:
        self._desk.background.run(self, self._speller_of, self._on_loaded, self._on_failed)

    def _speller_of(self, _job: Job) -> Speller | None:
        return self._spelling.speller()

    def _on_loaded(self, speller: Speller | None) -> None:
        if not self._is_stopped:
            self._speller = speller
            self._help.show_spelling(speller, self._keep_word)

    def _on_failed(self, _problem: BaseException) -> None:
        """Spelling is a comfort: without it everything else goes on, and the settings say why."""

    def _look_at_spelling(self) -> None:
        choice = self._spelling.choice()
        words = frozenset(self._spelling.own_words())
        new, gone = words - self._own_words, self._own_words - words
        is_same, self._choice, self._own_words = choice == self._choice, choice, words
        if not is_same and self._is_asked:
            self._load()
        elif self._speller is not None and (new or gone):
            self._speller.learn(new)
            for word in gone:
                self._speller.forget(word)
            self._help.show_spelling(self._speller, self._keep_word)

    def _learn_names(self, change: Changed) -> None:
        if self._speller is None or change.client_id is None:
            return
        try:
            self._speller.learn(self._spelling.names_of(change.client_id))
        except Problem:
            return  # removed meanwhile
        self._help.show_spelling(self._speller, self._keep_word)

    def _keep_word(self, word: str) -> None:
        try:
            kept = self._spelling.add_word(word)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        words = _("“{word}” is one of your own words now.").format(word=kept)
        self._desk.wishes.undo_offered.emit(words, lambda: self._spelling.remove_word(kept))
