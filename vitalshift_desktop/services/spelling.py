"""What the counselor can do about spelling: choose a word list, add own words, take them out."""

import locale
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.problems import TextIsMissing, TextTooLong
from vitalshift_desktop.domain.spelling import LONGEST_WORD, SpellingChoice, language_for, plain, words_in
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.dictionaries import languages, library_is_there, word_list
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.instruments import every_instrument
from vitalshift_desktop.services.speller import Speller
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


class SpellingState(StrEnum):
    """Whether spelling is checked, and if not, why."""

    ON = "on"
    OFF = "off"
    NO_LIBRARY = "no_library"
    NO_WORD_LIST = "no_word_list"


@dataclass(frozen=True, slots=True)
class SpellingView:
    """The choice as it is kept, what it comes to on this computer, and the word lists there are."""

    choice: SpellingChoice
    state: SpellingState
    language: str
    languages: tuple[str, ...]


class Spelling:
    """The spelling check of the practice. Own words lie in the vault, the word lists on the computer."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def choice(self) -> SpellingChoice:
        """The choice as it is kept; asks no library."""
        with self._vault.read() as work:
            return work.writing.choice()

    def view(self) -> SpellingView:
        """The choice and what it comes to."""
        choice, known = self.choice(), languages()
        return SpellingView(choice, _state(choice, known), _language(choice, known) or "", known)

    def speller(self) -> Speller | None:
        """What checks words, which takes a moment to load and may be loaded beside the window; None when off."""
        with self._vault.read() as work:
            choice = work.writing.choice()
            own = work.writing.own_words() if choice.is_on else ()
            names = _all_names(work) if choice.is_on else ()
            counselor = work.practice.get().counselor_name
        language = _language(choice, languages()) if choice.is_on else None
        words = word_list(language) if language else None
        if language is None or words is None:
            return None
        return Speller(language, words, (*own, *names, *(word.text for word in words_in(counselor))))

    def names_of(self, client_id: ClientId) -> tuple[str, ...]:
        """The words of a client's names, people and medicines, which count as right."""
        with self._vault.read() as work:
            people = (person.details.name for person in work.related_people.of_client(client_id))
            medicines = (medicine.details.name for medicine in work.medicines.of_client(client_id))
            return (*_names(work.clients.get(client_id)), *_words((*people, *medicines)))

    def choose(self, choice: SpellingChoice, *, by: object = None) -> None:
        """Keep this choice in place of the earlier one."""
        with self._vault.write() as work:
            work.writing.choose(choice)
            work.audit.append(AuditAct.SETTINGS_CHANGED, "practice")
        self._events.publish(Changed(Subject.WRITING, by=by))

    def own_words(self) -> tuple[str, ...]:
        """The words that count as right in this practice, by the alphabet."""
        with self._vault.read() as work:
            return work.writing.own_words()

    def add_word(self, word: str, *, by: object = None) -> str:
        """Let a word count as right; gives it as it is kept. Raises TextIsMissing or TextTooLong."""
        kept = plain(word.strip())
        if not kept:
            raise TextIsMissing
        if len(kept) > LONGEST_WORD:
            raise TextTooLong
        with self._vault.write() as work:
            work.writing.add_word(kept, self._clock.now())
            work.audit.append(AuditAct.OWN_WORD_ADDED, "practice")
        self._events.publish(Changed(Subject.WRITING, by=by))
        return kept

    def remove_word(self, word: str, *, by: object = None) -> None:
        """Let a word be checked again; raises NotFound."""
        with self._vault.write() as work:
            work.writing.remove_word(word)
            work.audit.append(AuditAct.OWN_WORD_REMOVED, "practice")
        self._events.publish(Changed(Subject.WRITING, by=by))


def _all_names(work: UnitOfWork) -> tuple[str, ...]:
    """Words that no word list knows: names of clients and of people around them, of medicines and of measures."""
    clients = (name for client in work.clients.all() for name in _names(client))
    measures = (one.name for one in every_instrument(work).values())
    return (*clients, *_words((*work.related_people.names(), *work.medicines.names(), *measures)))


def _names(client: Client) -> Iterator[str]:
    return _words((client.details.preferred_name, client.details.legal_name))


def _words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in words_in(name):
            yield word.text


def _language(choice: SpellingChoice, known: tuple[str, ...]) -> str | None:
    return language_for(choice.language, locale.getlocale()[0] or "", known)


def _state(choice: SpellingChoice, known: tuple[str, ...]) -> SpellingState:
    if not library_is_there():
        return SpellingState.NO_LIBRARY
    if not known:
        return SpellingState.NO_WORD_LIST
    return SpellingState.ON if choice.is_on else SpellingState.OFF
