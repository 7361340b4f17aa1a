"""The list of clients beside the client: filter, status, order, and one row for each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.services.client_lines import ClientLine
from vitalshift_desktop.ui.clients.list_rows import Entry, Order, entries, how_many, in_order, matching, order_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import IconButton, LinkButton, MenuButton
from vitalshift_desktop.ui.widgets.choice_menu import ChoiceMenu
from vitalshift_desktop.ui.widgets.field import SearchField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.rows_list import RowsList
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

WIDTH = 248


class FilterField(SearchField):
    """A search field from which Down leads into the list; Esc empties it."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ClientList(QFrame):
    """Filters while one types; a click or Enter opens, arrows only move.

    It may be shown the active clients alone; `all_wanted` asks for the others, once somebody looks for them.
    """

    opened = Signal(object)
    add_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self._privacy = privacy
        self._entries: tuple[Entry, ...] = ()
        self._ordered: tuple[Entry, ...] = ()
        self._has_all = True
        self._status: ClientStatus | None = ClientStatus.ACTIVE
        self._order = Order.NAME
        self._open: ClientId | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.filter = FilterField(_("Filter"))
        self.filter.setObjectName("clients.filter")
        self.add = IconButton("plus", _("New client"), framed=True)
        self.add.setObjectName("clients.add")
        statuses = [(status, _status_words(status)) for status in (*ClientStatus, None)]
        self._status_menu = ChoiceMenu(statuses, self)
        self._order_menu = ChoiceMenu(order_words(), self)
        self.status = MenuButton("", self._status_menu, framed=False)
        self.status.setObjectName("clients.status")
        self.order = MenuButton("", self._order_menu, framed=False)
        self.order.setObjectName("clients.order")
        self.rows = RowsList(_("Clients"))
        self.rows.setObjectName("clients.list")
        self._nobody = TextLabel(tone="2", size="m")
        self._nobody.setObjectName("clients.nobody")
        self._among_all = LinkButton(_("Look among all clients"))
        self._among_all.setObjectName("clients.among_all")
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.filter, 1)
        top.addWidget(self.add)
        choices = QHBoxLayout()
        choices.setContentsMargins(4, 4, 0, 2)
        choices.addWidget(self.status)
        choices.addStretch(1)
        choices.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 9, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(choices)
        column.addWidget(self._nobody)
        column.addWidget(self._among_all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.rows, 1)
        self.fit()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._on_enter)
        self.filter.left_down.connect(self._on_down)
        self.add.clicked.connect(self.add_wanted)
        self.rows.opened.connect(self.opened)
        self._status_menu.chosen.connect(self.choose_status)
        self._order_menu.chosen.connect(self.choose_order)
        self._among_all.clicked.connect(self._on_among_all)

    def fit(self) -> None:
        """Be as wide as the text size asks for."""
        self.setFixedWidth(theme().scale(WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), theme().color("hair"))

    @property
    def wants_all(self) -> bool:
        """Whether more than the active clients is looked at now."""
        return self._status is not ClientStatus.ACTIVE

    def show_lines(self, lines: Sequence[ClientLine], today: date, *, has_all: bool = True) -> None:
        """Show these clients, all or the active ones; filter, choices and selection stay."""
        self._has_all = has_all
        self._entries = entries(lines, self._privacy, today)
        self._sort()
        self._show_choices()

    def select(self, client_id: ClientId | None) -> None:
        """Mark the client that is open; one the list does not show now is looked for among all."""
        self._open = client_id
        if client_id is not None and client_id not in self.shown_ids():
            self._reveal(client_id)
        self.rows.select(client_id)

    def shown_ids(self) -> tuple[ClientId, ...]:
        """The clients in the list, from top to bottom."""
        return tuple(ClientId(int(str(row.key))) for row in self.rows.rows)

    def neighbor(self, client_id: ClientId | None, step: int) -> ClientId | None:
        """The client so many places below (or above) in the list; None at its ends."""
        shown = self.shown_ids()
        if client_id not in shown:
            return shown[0 if step > 0 else -1] if shown else None
        place = shown.index(client_id) + step
        return shown[place] if 0 <= place < len(shown) else None

    def choose_status(self, status: ClientStatus | None) -> None:
        """Show the clients with this status; None shows all."""
        self._status = status
        self._find_all(when=self.wants_all)
        self._filter()
        self._show_choices()

    def choose_order(self, order: Order) -> None:
        """Put the clients in this order."""
        self._order = order
        self._sort()
        self._show_choices()

    def _find_all(self, *, when: bool) -> None:
        if when and not self._has_all:
            self.all_wanted.emit()

    def _reveal(self, client_id: ClientId) -> None:
        self._find_all(when=all(entry.row.key != client_id for entry in self._entries))
        entry = next((entry for entry in self._entries if entry.row.key == client_id), None)
        if entry is None:
            return
        if self._status not in (None, entry.status):
            self._status = None
        self.filter.clear()
        self._filter()
        self._show_choices()

    def _sort(self) -> None:
        self._ordered = in_order(self._entries, self._order)
        self._filter()

    def _filter(self) -> None:
        text = self.filter.text()
        rows = matching(self._ordered, text, self._status)
        if text and not rows and not self._has_all:
            self._find_all(when=True)
            rows = matching(self._ordered, text, self._status)
        self.rows.show_rows(rows)
        if self._open is not None and self.rows.selected_key() is None:
            self.rows.select(self._open)
        self._show_nobody(bool(rows), text)

    def _show_nobody(self, found: bool, text: str) -> None:
        self._nobody.setVisible(not found)
        elsewhere = not found and self._status is not None and bool(matching(self._ordered, text, None))
        self._among_all.setVisible(elsewhere)
        self.rows.setVisible(found)
        if not found:
            self._nobody.setText(_("No client here has this name or code.") if text else _("No client here."))

    def _show_choices(self) -> None:
        count = how_many(self._entries, self._status)
        self.status.setText(_("{status}, {n}").format(status=_status_words(self._status), n=count))
        self.status.setAccessibleName(_("Which clients: {chosen}").format(chosen=self.status.text()))
        orders = dict(order_words())
        self.order.setText(orders[self._order])
        self.order.setAccessibleName(_("Order: {chosen}").format(chosen=orders[self._order]))
        self._status_menu.choose(self._status)
        self._order_menu.choose(self._order)

    def _on_enter(self) -> None:
        shown = self.shown_ids()
        if shown:
            self.opened.emit(shown[0])

    def _on_down(self) -> None:
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_among_all(self) -> None:
        self.choose_status(None)
        self.filter.setFocus()


def _status_words(status: ClientStatus | None) -> str:
    return _("All") if status is None else label(status)
