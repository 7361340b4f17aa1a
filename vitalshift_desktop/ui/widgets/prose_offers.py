"""What an editor offers beside the caret: snippets by their triggers, and other spellings of a word."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from vitalshift_desktop.domain.snippets import Snippet, filled, offered, typed_trigger
from vitalshift_desktop.domain.spelling import word_at
from vitalshift_desktop.ui.widgets.caret_list import CaretList, Choice
from vitalshift_desktop.ui.widgets.caret_note import CaretNote
from vitalshift_desktop.ui.widgets.prose_help import facts_around, prose_help
from vitalshift_desktop.ui.widgets.spell_marks import OUTSIDE, SpellMarks
from vitalshift_desktop.ui.widgets.spell_waves import Mark
from vitalshift_desktop.words import _

_MOST_BEFORE = 40
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
Act = Callable[[], object]


class ProseOffers(QObject):
    """The list and the sentence beside the caret of one editor, made when they are first needed."""

    def __init__(self, editor: QTextEdit, marks: SpellMarks) -> None:
        super().__init__(editor)
        self._editor = editor
        self._marks = marks
        self._list: CaretList | None = None
        self._note: CaretNote | None = None
        self._acts: tuple[Act, ...] = ()
        self._typed = ""
        self._was_moved = False
        self._waved_away = -1
        self._is_busy = False

    @property
    def is_open(self) -> bool:
        """Whether something can be chosen now."""
        return self._list is not None and self._list.isVisible()

    @property
    def words(self) -> str:
        """The sentence that is shown, or ""."""
        return self._note.words if self._note is not None and self._note.isVisible() else ""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen now."""
        return self._list.choices if self._list is not None and self.is_open else ()

    def say(self, icon: str, words: str, tone: str = "text2") -> None:
        """Show a sentence beside the caret."""
        self.close()
        if self._note is None or self._note.window() is not self._editor.window():
            self._note = CaretNote(self._editor.window())
        self._note.show_words(icon, words, tone, self._caret())

    def follow(self) -> None:
        """Keep the list beside the caret when the editor changes its size or place."""
        if self._list is not None and self.is_open:
            self._list.follow(self._caret())

    def close(self) -> None:
        """Offer nothing any more."""
        self._acts = ()
        self._typed = ""
        if self._list is not None:
            self._list.hide()

    def close_all(self) -> None:
        """Take everything away, the sentence too."""
        self.close()
        if self._note is not None:
            self._note.close_words()

    # ------------------------------------------------------------ keys

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the list or the sentence."""
        key = Qt.Key(event.key())
        if not self.is_open:
            if key == Qt.Key.Key_Escape and self.words:
                self.close_all()
                return True
            return False
        if key in _STEPS:
            return self._step(_STEPS[key])
        if key == Qt.Key.Key_Escape:
            self._wave_away()
            return True
        if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._enter_takes():
            return self.take_current()
        if not self._typed and event.text():
            self.close()  # typing goes on with the text
        return False

    def take_current(self) -> bool:
        """Do what the line that is marked says; False where nothing is offered."""
        if not self.is_open or self._list is None:
            return False
        self._on_picked(self._list.current)
        return True

    def _step(self, by: int) -> bool:
        if self._list is not None:
            self._was_moved = True
            self._list.step(by)
        return True

    def _enter_takes(self) -> bool:
        """Half a trigger at the end of a line may be meant as it stands; Enter takes what is clearly wanted."""
        snippets = prose_help().snippets
        return not self._typed or self._was_moved or any(one.typed == self._typed.lower() for one in snippets)

    def _wave_away(self) -> None:
        self._waved_away = self._editor.textCursor().position() - len(self._typed) if self._typed else -1
        self.close()

    # ------------------------------------------------------------ snippets

    def look(self) -> None:
        """See whether the trigger of a snippet stands before the caret."""
        if self._is_busy:
            return
        snippets = prose_help().snippets
        cursor = self._editor.textCursor()
        if not snippets or cursor.hasSelection() or not self._editor.hasFocus():
            self.close()
            return
        typed = typed_trigger(_before(cursor))
        found = offered(snippets, typed) if typed else ()
        if not found or cursor.position() - len(typed) == self._waved_away:
            self._waved_away = self._waved_away if typed else -1
            self.close()
            return
        self._was_moved = self._was_moved and self._typed != ""
        self._offer_snippets(found, typed)

    def show_snippets(self) -> None:
        """Offer all snippets, whatever stands before the caret."""
        snippets = prose_help().snippets
        if not snippets:
            self.say("info", _("There are no snippets yet. Settings, Writing, is where they are written."))
            return
        self._offer_snippets(snippets, "")

    def _offer_snippets(self, snippets: Sequence[Snippet], typed: str) -> None:
        choices = [Choice(one.typed, " ".join(one.text.split())) for one in snippets]
        foot = _("Tab puts it in, Esc leaves the text as it is")
        self._show(choices, [_expand(self, one, len(typed)) for one in snippets], foot)
        self._typed = typed

    def expand(self, snippet: Snippet, typed: int) -> None:
        """Put a snippet in place of so many characters before the caret; one step to undo."""
        cursor = self._editor.textCursor()
        if typed:
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, typed)
        self._insert(cursor, filled(snippet.text, facts_around(self._editor)))

    # ------------------------------------------------------------ spelling

    def show_spellings(self) -> None:
        """Offer other spellings of the word at the caret, or say that it is right."""
        speller = prose_help().speller
        if speller is None or not self._marks.is_checking:
            self.say("info", _("Spelling is not checked here. Settings, Writing, says why."))
            return
        self._marks.finish()
        cursor = self._editor.textCursor()
        mark = self._marks.mark_at(cursor.selectionStart())
        if mark is None:
            word = word_at(cursor.block().text(), cursor.positionInBlock())
            self.say("check-circle", _("“{word}” is spelled right.").format(word=word.text) if word else _no_word())
            return
        suggestions = speller.suggestions(mark.word)
        acts: list[Act] = [_replace(self, mark, one) for one in suggestions]
        choices = [Choice(one) for one in suggestions]
        choices += [Choice(_("Add to my words"), mark.word), Choice(_("Ignore in this text"), mark.word)]
        acts += [lambda: prose_help().keep_word(mark.word), lambda: self._marks.ignore(mark.word)]
        foot = _("Enter chooses") if suggestions else _("No word like it was found. Enter chooses")
        self._show(choices, acts, foot)

    def next_misspelt(self) -> None:
        """Select the next misspelt word and offer other spellings."""
        self._marks.finish()
        cursor = self._editor.textCursor()
        mark = self._marks.mark_after(cursor.selectionEnd())
        if mark is None or not self._marks.is_checking:
            checked = self._marks.is_checking
            self.say("check-circle", _("No misspelt word here.")) if checked else self.show_spellings()
            return
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self.show_spellings()

    def replace(self, mark: Mark, word: str) -> None:
        """Put another spelling in place of a word; one step to undo."""
        cursor = self._editor.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        self._insert(cursor, word)

    # ------------------------------------------------------------ showing

    def _show(self, choices: Sequence[Choice], acts: Sequence[Act], foot: str) -> None:
        if self._note is not None:
            self._note.close_words()
        if self._list is None or self._list.window() is not self._editor.window():
            self._list = CaretList(self._editor.window())
            self._list.picked.connect(self._on_picked)
        self._acts = tuple(acts)
        self._list.show_choices(choices, foot, self._caret())

    def _on_picked(self, place: int) -> None:
        acts = self._acts
        self.close()
        if place < len(acts):
            acts[place]()

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        self._is_busy = True  # what is put in may end like a trigger itself
        cursor.insertText(text)
        self._editor.setTextCursor(cursor)
        self._is_busy = False

    def _caret(self) -> QRect:
        caret = self._editor.cursorRect()
        window, viewport = self._editor.window(), self._editor.viewport()
        return QRect(viewport.mapTo(window, caret.topLeft()), caret.size())


def _before(cursor: QTextCursor) -> str:
    """What stands in the paragraph before the caret, its last part."""
    text = OUTSIDE.sub("\ufffd\ufffd", cursor.block().text())  # Qt counts in halves of such characters
    place = cursor.positionInBlock()
    return text[max(0, place - _MOST_BEFORE) : place]


def _expand(offers: ProseOffers, snippet: Snippet, typed: int) -> Act:
    return lambda: offers.expand(snippet, typed)


def _replace(offers: ProseOffers, mark: Mark, word: str) -> Act:
    return lambda: offers.replace(mark, word)


def _no_word() -> str:
    return _("The caret stands at no word that is checked.")
