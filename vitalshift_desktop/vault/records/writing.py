"""Own words, snippets and the choice of a word list: rows to domain and back."""

from datetime import datetime

from sqlalchemy import select

from vitalshift_desktop.domain.snippets import Snippet, SnippetId
from vitalshift_desktop.domain.spelling import SpellingChoice
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Shelf, columns_of
from vitalshift_desktop.vault.tables.writing import OwnWordRow, SnippetRow, SpellingRow

ONLY_ROW = 1
_CHOICE = select(*columns_of(SpellingRow, SpellingChoice))
_WORDS = select(OwnWordRow.word).order_by(OwnWordRow.word)
_SNIPPETS = select(*columns_of(SnippetRow, Snippet)).order_by(SnippetRow.trigger)


class WritingShelf(Shelf):
    """What helps writing."""

    def choice(self) -> SpellingChoice:
        """The choice made last, or the one that stands at the beginning."""
        kept = self._rows(_CHOICE)
        return SpellingChoice(*kept[0]) if kept else SpellingChoice()

    def choose(self, choice: SpellingChoice) -> None:
        """Keep a choice in place of the earlier one."""
        self._connection.merge(SpellingRow(id=ONLY_ROW, is_on=choice.is_on, language=choice.language))
        flush(self._connection)

    def own_words(self) -> tuple[str, ...]:
        """All words that count as right here, by the alphabet."""
        return tuple(word for (word,) in self._rows(_WORDS))

    def add_word(self, word: str, at: datetime) -> None:
        """Let a word count as right; one that does already stays."""
        self._connection.merge(OwnWordRow(word=word, added_at=at))
        flush(self._connection)

    def remove_word(self, word: str) -> None:
        """Let a word be checked again. Raises NotFound."""
        delete(self._connection, found(self._connection.get(OwnWordRow, word)))

    def snippets(self) -> tuple[Snippet, ...]:
        """All snippets, by their triggers."""
        return tuple(Snippet(*row) for row in self._rows(_SNIPPETS))

    def add_snippet(self, snippet: Snippet) -> Snippet:
        """Write a new snippet; gives it with its id."""
        row = SnippetRow(trigger=snippet.trigger, text=snippet.text)
        insert(self._connection, [row])
        return Snippet(SnippetId(row.id), row.trigger, row.text)

    def save_snippet(self, snippet: Snippet) -> None:
        """Write a snippet anew. Raises NotFound."""
        row = found(self._connection.get(SnippetRow, snippet.id))
        row.trigger, row.text = snippet.trigger, snippet.text
        flush(self._connection)

    def remove_snippet(self, snippet_id: SnippetId) -> None:
        """Take a snippet out. Raises NotFound."""
        delete(self._connection, found(self._connection.get(SnippetRow, snippet_id)))
