"""What helps writing in every editor of the record while a vault is open: spelling, own words, snippets."""

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from vitalshift_desktop.domain.snippets import Snippet


class Spells(Protocol):
    """What says whether words are right."""

    def is_right(self, word: str) -> bool:
        """Whether the word needs no mark."""

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant."""


@runtime_checkable
class KnowsFacts(Protocol):
    """A page or dialog that knows what the placeholders of a snippet stand for: client, date, session."""

    def prose_facts(self) -> Mapping[str, str]:
        """The words for each placeholder that is known here."""


class ProseHelp(QObject):
    """There is one, and it belongs to the application; it is empty while no vault is open."""

    wanted = Signal()
    """An editor is seen: whoever has spelling may bring it now."""
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.speller: Spells | None = None
        self.snippets: tuple[Snippet, ...] = ()
        self._keep_word: Callable[[str], None] | None = None

    def show_spelling(self, speller: Spells | None, keep_word: Callable[[str], None] | None = None) -> None:
        """Check with this from now on, or not at all; `keep_word` makes a word one of the practice's own."""
        self.speller = speller
        self._keep_word = keep_word
        self.changed.emit()

    def show_snippets(self, snippets: tuple[Snippet, ...]) -> None:
        """Offer these snippets from now on."""
        self.snippets = snippets
        self.changed.emit()

    def keep_word(self, word: str) -> None:
        """Make a word one of the practice's own."""
        if self._keep_word is not None:
            self._keep_word(word)

    def clear(self) -> None:
        """Nothing of a vault stays here."""
        self.show_snippets(())
        self.show_spelling(None)


def prose_help() -> ProseHelp:
    """The help of the running application."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("a QApplication is needed before an editor")
    found = app.findChild(ProseHelp, "", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else ProseHelp(app)


def facts_around(editor: QWidget) -> Mapping[str, str]:
    """What the nearest page or dialog around an editor knows for the placeholders of a snippet."""
    around = editor.parentWidget()
    while around is not None:
        if isinstance(around, KnowsFacts):
            return around.prose_facts()
        around = around.parentWidget()
    return {}
