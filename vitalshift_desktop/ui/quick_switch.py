"""Ctrl+K: go to a client or a page by typing a few letters."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.services.search import Hit as Found
from vitalshift_desktop.services.search import HitKind
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.switcher import Hit, Switcher
from vitalshift_desktop.words import _


class QuickSwitch(QObject):
    """Opens the switcher over the window and goes where it points."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def open(self) -> None:
        """Show the switcher."""
        switcher = Switcher(self._search, parent=self._window)
        switcher.chosen.connect(self._on_chosen)
        switcher.open_over(self._window)

    def _search(self, text: str) -> tuple[Hit, ...]:
        found = self._desk.workspace.search.find(text)
        clients = [one.client for one in found if one.client is not None]
        tabs = self._tabs(clients[0]) if clients and text.strip() else ()
        people = tuple(self._hit(one) for one in found if one.client is not None)
        return (*people, *tabs, *(self._hit(one) for one in found if one.client is None), *_acts(text))

    def _tabs(self, client: Client) -> tuple[Hit, ...]:
        name = self._desk.privacy.name(client)
        pages = (
            ("alliance", _("Alliance"), "chart-line-up"),
            ("goals", _("Goals"), "check-circle"),
            ("agreements", _("Boundaries"), "handshake"),
            ("sessions", _("Sessions"), "calendar-blank"),
        )
        return tuple(Hit(("client", client.id, tab), name, words, _("Go to"), icon) for tab, words, icon in pages)

    def _hit(self, found: Found) -> Hit:
        if found.kind is HitKind.CLIENT and found.client is not None:
            name = self._desk.privacy.name(found.client)
            return Hit(("client", found.client.id, "overview"), name, found.detail, _("Clients"), "user")
        return Hit(("page", found.page, ""), found.title, "", _("Go to"), "arrow-right")

    def _on_chosen(self, key: tuple[str, object, str]) -> None:
        kind, what, tab = key
        if kind == "act":
            self._act(str(what))
        elif kind == "client":
            self._desk.wishes.client.emit(what, tab)
        elif "/" in str(what):
            self._desk.wishes.vault.emit(str(what).partition("/")[2])
        else:
            self._desk.wishes.page.emit(str(what))

    def _act(self, name: str) -> None:
        if name == "back_up":
            self._desk.wishes.back_up.emit()
        else:
            self._desk.wishes.vault.emit("backups")
            self._desk.wishes.drill.emit()


def _acts(text: str) -> tuple[Hit, ...]:
    """The acts about backups that begin so in any of their words; none before something was typed."""
    wanted = folded(text).split()
    known = (
        ("back_up", _("Back up now…"), "hard-drives"),
        ("drill", _("Run the restore drill"), "clock-counter-clockwise"),
    )
    return tuple(
        Hit(("act", name, ""), words, "", _("Do"), icon)
        for name, words, icon in known
        if wanted and all(any(word.startswith(part) for word in folded(words).split()) for part in wanted)
    )
