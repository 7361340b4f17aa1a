"""Ctrl+K: go to a client or a page by typing a few letters."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import Client
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
        return (*people, *tabs, *(self._hit(one) for one in found if one.client is None))

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
        if kind == "client":
            self._desk.wishes.client.emit(what, tab)
        elif "/" in str(what):
            self._desk.wishes.vault.emit(str(what).partition("/")[2])
        else:
            self._desk.wishes.page.emit(str(what))
