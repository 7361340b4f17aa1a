"""What part of the record is searched: a client, a kind of entries, days."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.record_search import EntryKind
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_ALL = 0


class SearchFilters(QWidget):
    """Four fields; `changed` tells only what the user did."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kinds = [(_ALL, _("Everything")), *((kind, label(kind)) for kind in EntryKind)]
        self.client = ChoiceField(_("Client"), [(_ALL, _("All clients"))])
        self.kind = ChoiceField(_("Kind"), kinds)
        self.first = DateField(_("From"), optional=True, today=today)
        self.last = DateField(_("Until"), optional=True, today=today)
        for name, field in (("client", self.client), ("kind", self.kind), ("first", self.first), ("last", self.last)):
            field.setObjectName(f"search.{name}")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._fit()
        theme().changed.connect(self._fit)
        for choice in (self.client, self.kind):
            choice.picked.connect(self._on_picked)
        for day in (self.first, self.last):
            day.changed.connect(self.changed)

    @property
    def client_id(self) -> ClientId | None:
        """The client the search is limited to."""
        value = self.client.value
        return ClientId(value) if isinstance(value, int) and value != _ALL else None

    @property
    def kinds(self) -> frozenset[EntryKind]:
        """The kinds that are wanted; none of them means all."""
        return frozenset({self.kind.value}) if isinstance(self.kind.value, EntryKind) else frozenset()

    def show_clients(self, names: Sequence[tuple[ClientId, str]]) -> None:
        """Offer these clients by the names the screen uses now."""
        self.client.show_choices([(_ALL, _("All clients")), *names])

    def begin(self, client_id: ClientId | None) -> None:
        """Limit to this client and to nothing else."""
        self.client.choose(_ALL if client_id is None else client_id)
        self.kind.choose(_ALL)
        for field in (self.first, self.last):
            field.show_day(None)

    def _fit(self) -> None:
        """Beside one another, or two and two where the text is wide."""
        beside = 2 if theme().wide_text else 4
        self._grid.setHorizontalSpacing(theme().scale(16))
        self._grid.setVerticalSpacing(theme().scale(10))
        for place, field in enumerate((self.client, self.kind, self.first, self.last)):
            self._grid.addWidget(field, place // beside, place % beside)
            self._grid.setColumnStretch(place, 1 if place < beside else 0)

    def _on_picked(self, _value: object) -> None:
        self.changed.emit()
