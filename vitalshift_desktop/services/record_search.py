"""Finding what was written: in notes, what was added to them, contacts, goals, agreements and names of attachments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.problems import DiskFull, DriveFailed, FolderIsReadOnly, VaultInUse, VaultIsDamaged
from vitalshift_desktop.domain.record_search import EntryKind, Question, Sentence, sentence_around
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.vault.records.search import FoundEntry, Match
from vitalshift_desktop.vault.stopping import Stopper
from vitalshift_desktop.vault.vault import Vault

MOST_AT_ONCE = 300  # entries that are ranked together; of more than that the newest are taken first
PAGE = 25
FRESHENED_FIRST = 12  # changed entries that a search reads in before it looks; more are left to the worker
_HALF_OLD = 180.0  # days after which what is new counts half
_WEIGHT_OF_FIT = 0.6


@dataclass(frozen=True, slots=True)
class RecordHit:
    """One entry that was found: where it stands, its day, and the sentence around what was looked for.

    `item` is the id of the contact, goal, clause or attachment, `part` the number of a clause's version; a note or an
    addendum is opened by `session_id`.
    """

    kind: EntryKind
    item: int
    client: Client | None
    session_id: SessionId | None
    day: date | None
    sentence: Sentence
    part: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The entries that have the words, the best first; `older_from` says where to go on where there are more.

    With `is_catching_up` the index has not read everything yet, such as after the app was updated.
    """

    question: Question
    entries: tuple[int, ...]
    older_from: int | None = None
    is_catching_up: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What an inquiry found, and the first of it with their sentences."""

    found: Found
    hits: tuple[RecordHit, ...]


class Inquiry:
    """Questions, and the first entries of the answer to the first one that has any.

    A word that many others begin with takes long to look for; so `answer` is called on a worker's thread, and `stop`
    on the window's when another key was typed meanwhile.
    """

    def __init__(
        self, search: "RecordSearch", questions: Sequence[Question], count: int, before: int | None = None
    ) -> None:
        self._search = search
        self._questions = tuple(questions)
        self._count = count
        self._before = before
        self._stopper = Stopper()

    def answer(self) -> Answer:
        """Look now; raises VaultIsLocked once it is stopped."""
        found = Found(self._questions[-1], ())
        for question in self._questions:
            found = self._search.find(question, self._before, stopper=self._stopper)
            if found.entries:
                break
        return Answer(found, self._search.page(found, 0, self._count))

    def stop(self) -> None:
        """Look no further, from any thread."""
        self._stopper.stop()


class RecordSearch:
    """The full-text search of the record; what is looked for is kept nowhere."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def inquiry(self, questions: Sequence[Question], count: int, before: int | None = None) -> "Inquiry":
        """A search that can be made away from the window's thread, and stopped; see `Inquiry`."""
        return Inquiry(self, questions, count, before)

    def find(self, question: Question, before: int | None = None, *, stopper: Stopper | None = None) -> Found:
        """Look for all terms of the question; `before` goes on to what is older than `older_from` of an answer.

        What was written a moment ago is found: the index reads it in first, unless nothing can be written now, as on a
        full drive. An index that is damaged is made anew. Raises VaultIsLocked when it is stopped.
        """
        if not question.terms:
            return Found(question, ())
        try:
            return self._found(question, before, stopper)
        except VaultIsDamaged:
            self._make_anew()
            return self._found(question, before, stopper)

    def _found(self, question: Question, before: int | None, stopper: Stopper | None) -> Found:
        matches, is_behind = self._matches(question, before, stopper)
        if is_behind and self._could_freshen():
            matches, is_behind = self._matches(question, before, stopper)
        older = matches[-1].entry if len(matches) == MOST_AT_ONCE else None
        day = today(self._clock)
        ranked = sorted(matches, key=lambda match: (-_worth(match, day), -match.entry))
        return Found(question, tuple(match.entry for match in ranked), older, is_behind)

    def page(self, found: Found, start: int = 0, count: int = PAGE) -> tuple[RecordHit, ...]:
        """So many of the entries that were found, with their sentences."""
        with self._vault.read() as work:
            entries = work.search.entries(found.entries[start : start + count])
            owners = {entry.client_id for entry in entries if entry.client_id is not None}
            clients = work.clients.of_ids(owners)
        return tuple(_hit(clients, entry, found.question) for entry in entries)

    def freshen(self, most: int) -> bool:
        """Read so much of what changed into the index; False once there is nothing left, or nothing can be written."""
        if self._vault.read_only is not None:
            return False
        try:
            return self._vault.freshen_search(most)
        except VaultIsDamaged:
            self._make_anew()
            return self._vault.freshen_search(most)

    def _could_freshen(self) -> bool:
        try:
            return self.freshen(FRESHENED_FIRST)
        except (DiskFull, DriveFailed, FolderIsReadOnly, VaultInUse):
            return False

    def _make_anew(self) -> None:
        """Raises VaultIsDamaged where that does not help."""
        if self._vault.read_only is not None:
            raise VaultIsDamaged
        self._vault.begin_search_anew()

    def _matches(
        self, question: Question, before: int | None, stopper: Stopper | None
    ) -> tuple[tuple[Match, ...], bool]:
        """What the index finds, and whether something changed since it read it."""
        with self._vault.read(stopper) as work:
            return work.search.matches(question, MOST_AT_ONCE, before), work.search.count_stale(1) > 0


def _worth(match: Match, day: date) -> float:
    """How high an entry stands: how well the words fit, and how new it is."""
    age = max((day - match.day).days, 0)
    return _WEIGHT_OF_FIT * match.fit + (1 - _WEIGHT_OF_FIT) * _HALF_OLD / (_HALF_OLD + age)


def _hit(clients: Mapping[ClientId, Client], entry: FoundEntry, question: Question) -> RecordHit:
    client = None if entry.client_id is None else clients[entry.client_id]
    session = None if entry.session_id is None else SessionId(entry.session_id)
    return RecordHit(entry.kind, entry.item, client, session, entry.day, sentence_around(entry.text, question.terms))
