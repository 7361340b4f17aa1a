"""Asking the full-text index: which entries have the words, the newest ones with how well they fit, and their text."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, text

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.record_search import EntryKind, Question, Term
from vitalshift_desktop.vault.records.search_entries import KINDS, UNDATED, VERSIONS
from vitalshift_desktop.vault.records.search_index import FINAL, OPEN, day_of, end_of, first_of, unpacked
from vitalshift_desktop.vault.records.shelf import Shelf, among
from vitalshift_desktop.vault.tables.notes import AddendumRow, NoteRow
from vitalshift_desktop.vault.tables.search import SearchEntryRow

_KIND_OF = {number: kind for kind, number in KINDS.items()}
_END_OF_TIME = 1 << 62
# Both numbers of the range are the index's own row numbers, which begin with the day: the newest come first.
_MATCHES = {
    index: text(
        f"SELECT rowid, bm25({index}, 1.0, 0.0) FROM {index}"  # noqa: S608 -- our own names
        f" WHERE {index} MATCH :question AND rowid >= :first AND rowid < :end ORDER BY rowid DESC LIMIT :most"
    )
    for index in (OPEN, FINAL)
}
_TEXTS = select(
    SearchEntryRow.id, SearchEntryRow.kind, SearchEntryRow.item, SearchEntryRow.client_id, SearchEntryRow.words
).where(among(SearchEntryRow.id))
_SESSIONS_OF = {
    EntryKind.NOTE: select(NoteRow.id, NoteRow.session_id).where(among(NoteRow.id)),
    EntryKind.ADDENDUM: select(AddendumRow.id, NoteRow.session_id)
    .join(NoteRow, NoteRow.id == AddendumRow.note_id)
    .where(among(AddendumRow.id)),
}


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that has the words: its number, its day, and how well it fits beside the best one, 0 to 1."""

    entry: int
    day: date
    fit: float


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry with its text; `item` is the id of what it was made of, `session_id` that of a note or addendum.

    `part` is the number of a clause's version, else 0.
    """

    entry: int
    kind: EntryKind
    item: int
    client_id: ClientId | None
    day: date | None
    text: str
    session_id: int | None
    part: int = 0


class SearchShelf(Shelf):
    """The full-text index of the record."""

    def matches(self, question: Question, most: int, before: int | None = None) -> tuple[Match, ...]:
        """The newest entries that have all terms, so many at most; only those before a number, where one is given.

        Longer words count too, except where the words alone are found so often: all that begin like "the" would have
        to be gone through, and nobody looks for them.
        """
        terms = question.terms
        if not terms:
            return ()
        exact = tuple(Term(term.text, is_open=False) for term in terms)
        found = self._found(question, exact, most, before)
        return found if len(found) == most or exact == terms else self._found(question, terms, most, before)

    def _found(self, question: Question, terms: tuple[Term, ...], most: int, before: int | None) -> tuple[Match, ...]:
        first = first_of(question.first) if question.first else 0
        end = end_of(question.last) if question.last else _END_OF_TIME
        values = {"question": _match_of(question, terms), "first": first, "end": min(end, before or end), "most": most}
        found = [match for index in _MATCHES for match in self._matches_in(index, values)]
        return tuple(sorted(found, key=lambda one: -one.entry)[:most])

    def entries(self, numbers: Collection[int]) -> tuple[FoundEntry, ...]:
        """The entries with these numbers, in the order of the numbers given."""
        by_number = {one.entry: one for one in self._entries(numbers)}
        return tuple(by_number[number] for number in numbers if number in by_number)

    def count_stale(self, most: int) -> int:
        """How much changed since the index read it; counted up to `most`."""
        statement = text("SELECT count(*) FROM (SELECT 1 FROM search_stale LIMIT :most)")
        return int(self._connection.execute(statement, {"most": most}).scalar_one())

    def _matches_in(self, index: str, values: dict[str, object]) -> Iterator[Match]:
        rows: Sequence[tuple[int, float]] = self._connection.connection().execute(_MATCHES[index], values).all()
        best = min((score for _number, score in rows), default=0.0)
        for number, score in rows:
            yield Match(number, day_of(number), score / best if best else 1.0)

    def _entries(self, numbers: Collection[int]) -> Iterator[FoundEntry]:
        found = self._rows(_TEXTS, ids=list(numbers))
        sessions = self._sessions_of((_KIND_OF[kind], item) for _number, kind, item, *_rest in found)
        for number, kind_number, item, client, words in found:
            kind, day = _KIND_OF[kind_number], day_of(number)
            is_clause = kind is EntryKind.AGREEMENT
            yield FoundEntry(
                number,
                kind,
                item // VERSIONS if is_clause else item,
                client,
                None if day == UNDATED else day,
                unpacked(words),
                sessions.get((kind, item)),
                item % VERSIONS if is_clause else 0,
            )

    def _sessions_of(self, made_of: Iterable[tuple[EntryKind, int]]) -> dict[tuple[EntryKind, int], int]:
        """The sessions of notes and addenda, of a whole page at once."""
        items: defaultdict[EntryKind, list[int]] = defaultdict(list)
        for kind, item in made_of:
            items[kind].append(item)
        return {
            (kind, item): session
            for kind, statement in _SESSIONS_OF.items()
            if items[kind]
            for item, session in self._rows(statement, ids=items[kind])
        }


def _match_of(question: Question, terms: tuple[Term, ...]) -> str:
    """The question as the index takes it; every text in quotation marks, so that nothing in it is a command."""
    parts = [f"words : ({' AND '.join(_quoted(term) for term in terms)})"]
    if question.client_id is not None:
        parts.append(f'scope : "c{question.client_id}"')
    if question.kinds:
        kinds = " OR ".join(f'"k{KINDS[kind]}"' for kind in sorted(question.kinds))
        parts.append(f"scope : ({kinds})")
    return " AND ".join(parts)


def _quoted(term: Term) -> str:
    return '"' + term.text.replace('"', " ") + '"' + ("*" if term.is_open else "")
