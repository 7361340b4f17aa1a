"""Ctrl+K: go to a client or a page by typing a few letters."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
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
        return tuple(self._hit(found) for found in self._desk.workspace.search.find(text))

    def _hit(self, found: Found) -> Hit:
        if found.kind is HitKind.CLIENT and found.client is not None:
            name = self._desk.privacy.name(found.client)
            return Hit(("client", found.client.id), name, found.detail, _("Clients"), "user")
        return Hit(("page", found.page), found.title, "", _("Go to"), "arrow-right")

    def _on_chosen(self, key: tuple[str, object]) -> None:
        kind, what = key
        if kind == "client":
            self._desk.wishes.client.emit(ClientId(int(str(what))), "overview")
        else:
            self._desk.wishes.page.emit(str(what))
