"""What part of the audit trail is wanted: a kind of acts, a client, days."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.audit_view import AuditFilter, AuditKind
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.vocabulary.audit_words import kind_words
from vitalshift_desktop.words import _

_ALL = 0
NameOf = Callable[[Client], str]


class AuditFilters(QWidget):
    """Four fields; `changed` tells only what the user did."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kinds = [(_ALL, _("Everything")), *((kind, kind_words(kind)) for kind in AuditKind)]
        self.kind = ChoiceField(_("What was done"), kinds)
        self.client = ChoiceField(_("Client"), [(_ALL, _("All clients"))])
        self.first = DateField(_("From"), optional=True, today=today)
        self.last = DateField(_("Until"), optional=True, today=today)
        for name, field in (("kind", self.kind), ("client", self.client), ("first", self.first), ("last", self.last)):
            field.setObjectName(f"vault.audit_{name}")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._fit()
        theme().changed.connect(self._fit)
        for choice in (self.kind, self.client):
            choice.picked.connect(self._on_picked)
        for day in (self.first, self.last):
            day.changed.connect(self.changed)

    def wanted(self) -> AuditFilter:
        """What is chosen now; a day that cannot be read is left out."""
        kind, client = self.kind.value, self.client.value
        return AuditFilter(
            kind=kind if isinstance(kind, AuditKind) else None,
            client_id=ClientId(client) if isinstance(client, int) and client != _ALL else None,
            first=self.first.day(),
            last=self.last.day(),
        )

    def show_clients(self, clients: Sequence[Client], name_of: NameOf) -> None:
        """Offer these clients by the names the screen uses now."""
        named = sorted(((client.id, name_of(client)) for client in clients), key=lambda one: one[1].casefold())
        self.client.show_choices([(_ALL, _("All clients")), *named])

    def clear(self) -> None:
        """Everything is wanted again."""
        self.kind.choose(_ALL)
        self.client.choose(_ALL)
        for field in (self.first, self.last):
            field.show_day(None)
        self.changed.emit()

    def _fit(self) -> None:
        """Beside one another, or two and two where the text is wide."""
        beside = 2 if theme().wide_text else 4
        self._grid.setHorizontalSpacing(theme().scale(16))
        self._grid.setVerticalSpacing(theme().scale(10))
        for place, field in enumerate((self.kind, self.client, self.first, self.last)):
            self._grid.addWidget(field, place // beside, place % beside)
            self._grid.setColumnStretch(place, 1 if place < beside else 0)

    def _on_picked(self, _value: object) -> None:
        self.changed.emit()


def wanted_words(wanted: AuditFilter, client: str) -> str:
    """What is wanted in one line; `client` is what to call the client on paper."""
    parts = [kind_words(wanted.kind) if wanted.kind else _("Everything")]
    if client:
        parts.append(_("about client {code}").format(code=client))
    if wanted.first:
        parts.append(_("from {day}").format(day=full_day(wanted.first)))
    if wanted.last:
        parts.append(_("until {day}").format(day=full_day(wanted.last)))
    return ", ".join(parts)
