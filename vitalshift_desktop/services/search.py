"""Finding a client or a page by the first letters."""

from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId, ClientStatus
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault
from vitalshift_desktop.words import _

MOST_HITS = 50
_NO_MATCH = 9


class HitKind(StrEnum):
    """What was found."""

    CLIENT = "client"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found; `page` is the key of a page or empty, `detail` a client's record code."""

    kind: HitKind
    client: Client | None
    page: str
    title: str
    detail: str = ""

    @property
    def client_id(self) -> ClientId | None:
        """The client's id, None for a page."""
        return self.client.id if self.client else None


class Search:
    """Looks through clients and pages."""

    def __init__(self, vault: Vault, events: Events) -> None:
        self._vault = vault
        self._known: tuple[_Known, ...] | None = None
        events.subscribe(self._on_changed)

    def find(self, text: str) -> tuple[Hit, ...]:
        """What begins with this text, in any word of a name, in a code or in a page's title; the best match first.

        Capitals and accents make no difference; several words must all be found. Without text: the pages.
        """
        wanted = folded(text).split()
        if not wanted:
            return pages()
        begins = [f" {part}" for part in wanted]
        # Most clients are out at once; only the few that are left are looked at word by word.
        near = (known for known in self._clients() if all(part in known.words for part in begins))
        ranked = [(*_rank(wanted, known), known) for known in near]
        found = sorted((hit for hit in ranked if hit[0] < _NO_MATCH), key=lambda hit: (*hit[:2], hit[2].name))
        named = tuple(_client_hit(known.client) for _, _, known in found[:MOST_HITS])
        titled = tuple(page for page in pages() if _place(wanted, folded(page.title).split()) < _NO_MATCH)
        return (*named, *titled)

    def clients(self) -> tuple[Client, ...]:
        """All clients, ended ones too."""
        return tuple(known.client for known in self._clients())

    def _clients(self) -> tuple["_Known", ...]:
        if self._known is None:
            with self._vault.read() as work:
                self._known = tuple(_Known.of(client) for client in work.clients.all())
        return self._known

    def _on_changed(self, changed: Changed) -> None:
        if changed.subject is Subject.CLIENTS:
            self._known = None


@dataclass(frozen=True, slots=True)
class _Known:
    """A client with the words to be found by, made once and not for every key."""

    client: Client
    name: str
    preferred: list[str]
    legal: list[str]
    code: list[str]
    words: str

    @classmethod
    def of(cls, client: Client) -> "_Known":
        details = client.details
        texts = (details.preferred_name, details.legal_name, details.code)
        preferred, legal, code = (folded(text).split() for text in texts)
        every = " ".join(("", *preferred, *legal, *code))
        return cls(client, folded(client.name), preferred, legal, code, every)


def pages() -> tuple[Hit, ...]:
    """The pages by their keys; a tab of the vault page, or a section of the settings, behind a slash."""
    titles = {
        "home": _("Today"),
        "clients": _("Clients"),
        "reminders": _("Reminders"),
        "inbox": _("Inbox"),
        "settings": _("Settings"),
        "settings/measures": _("Measures and their sources"),
        "vault": _("Vault and backups"),
        "vault/check": _("Check my vault"),
        "vault/audit": _("Audit trail"),
    }
    return tuple(Hit(HitKind.PAGE, None, key, title) for key, title in titles.items())


def _client_hit(client: Client) -> Hit:
    return Hit(HitKind.CLIENT, client, "", client.name, client.code)


def _rank(wanted: list[str], known: _Known) -> tuple[int, bool]:
    places = (
        _place(wanted, known.preferred),
        _place(wanted, known.code),
        _place(wanted, known.legal) + 2,
        _place(wanted, known.preferred + known.legal + known.code) + 4,
    )
    return min(*places, _NO_MATCH), known.client.status is ClientStatus.CLOSED


def _place(wanted: list[str], words: list[str]) -> int:
    """0 when the first word begins so, 1 when others do, a high number when one is not found."""
    if not all(any(word.startswith(part) for word in words) for part in wanted):
        return _NO_MATCH
    return 0 if words[0].startswith(wanted[0]) else 1
