"""The drift watch: plain lists of what went beyond what was agreed; each row opens what it is about."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.drift import DriftPage as Found
from vitalshift_desktop.ui.boundary_events.drift_days import DriftDays
from vitalshift_desktop.ui.boundary_events.drift_words import (
    client_words,
    contact_words,
    contacts_words,
    fee_words,
    overrun_words,
    overruns_words,
    waived_words,
)
from vitalshift_desktop.ui.dates_in_words import full_day, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.hours_words import hours_words
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn, empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _, ngettext

MOST_ROWS = 60
"""More would keep the page from opening; the newest come first."""
_BETWEEN = 26
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
Line = tuple[str, ClientId, str, partial[None]]


class DriftPage(Page):
    """Over all clients or for one, over a time that is said; no score, no color."""

    concerns = frozenset(
        {Subject.SESSIONS, Subject.CONTACTS, Subject.FEES, Subject.AGREEMENTS, Subject.BOUNDARY_EVENTS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("drift")
        self._desk = desk
        self._client_id: ClientId | None = None
        self.links: list[LinkButton] = []
        self.chosen = DriftDays(self._today)
        self.whose = ChoiceField(_("Whom with"), [])
        self.whose.setObjectName("drift.whose")
        self.days = TextLabel(tone="2", size="m")
        self.days.setObjectName("drift.days")
        self.hours = TextLabel(tone="2", size="m")
        self.change_hours = LinkButton(_("Hours of the practice, in Settings"))
        self.change_hours.setObjectName("drift.hours")
        self._lists = QVBoxLayout()
        self._lists.setSpacing(8)
        self._lay_out()
        self.chosen.changed.connect(self.look_again)
        self.whose.picked.connect(self._on_whose)
        self.change_hours.clicked.connect(partial(desk.wishes.settings.emit, "practice"))
        desk.privacy.changed.connect(self.look_again_soon)

    def _lay_out(self) -> None:
        words = _(
            "About your own practice: what lasted longer, came out of hours or was waived, beside what was agreed. "
            "Counts, not a judgment; a long session can be the right one."
        )
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(self.chosen, 2)
        choices.addWidget(self.whose, 1, Qt.AlignmentFlag.AlignTop)
        hours = QHBoxLayout()
        hours.setSpacing(12)
        hours.addWidget(self.hours, 1)
        hours.addWidget(self.change_hours)
        self._flow = FlowColumn()
        self._flow.add(TextLabel(_("Drift watch"), role="h1"))
        self._flow.add(TextLabel(words, tone="2"), gap=6)
        self._flow.add_layout(choices, gap=14)
        self._flow.add(self.days, gap=10)
        self._flow.add_layout(hours, gap=2)
        self._flow.add_layout(self._lists, gap=10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)

    def show_whom(self, client_id: ClientId | None) -> None:
        """Show the lists of one client, or over all."""
        self._client_id = client_id
        self.look_again_soon()

    def look_again(self) -> None:
        """Read the lists of the chosen days anew."""
        first, last = self.chosen.days()
        page = self._desk.workspace.drift.page(first, last, self._client_id)
        self._show_whose(page)
        self.days.setText(_("{first} to {last}").format(first=full_day(first), last=full_day(last)))
        known = page.practice_hours
        none = _("No hours of the practice are set; only agreements that name hours are compared.")
        self.hours.setText(_("Hours of the practice: {hours}").format(hours=hours_words(known)) if known else none)
        empty(self._lists)
        self.links.clear()
        self._show_lists(page)

    def focus_first(self) -> None:
        """Go to the choice of the time."""
        self.chosen.period.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_whose(self, page: Found) -> None:
        """Offer everybody in the lists; the chosen one too when there is nothing about them."""
        clients = dict(page.clients)
        if self._client_id is not None and self._client_id not in clients:
            clients[self._client_id] = self._desk.workspace.clients.get(self._client_id)
        named = sorted((self._desk.privacy.name(one), number) for number, one in clients.items())
        everybody = [(0, _("All clients"))] if self._client_id is None else [(0, _("All clients…"))]
        self.whose.show_choices([*everybody, *((number, name) for name, number in named)])
        self.whose.choose(self._client_id or 0)

    def _show_lists(self, page: Found) -> None:
        drift, wishes = page.drift, self._desk.wishes
        if self._client_id is None and len(page.clients) > 1:
            self._show_clients(page)
        self._show_list(
            page,
            (_("Longer than agreed"), overruns_words(drift)),
            [
                (full_day(one.day), one.client_id, overrun_words(one), partial(wishes.note.emit, one.session_id))
                for one in drift.overruns
            ],
        )
        self._show_list(
            page,
            (_("Calls and messages out of hours"), contacts_words(drift)),
            [
                (
                    _("{day}, {time}").format(day=full_day(one.at.date()), time=time_words(one.at)),
                    one.client_id,
                    contact_words(one),
                    partial(wishes.entry.emit, one.client_id, "contacts", one.contact_id, 0),
                )
                for one in drift.out_of_hours
            ],
        )
        self._show_list(
            page,
            (_("Fees waived"), waived_words(drift)),
            [
                (full_day(one.day), one.client_id, fee_words(one), partial(wishes.charge_session.emit, one.session_id))
                for one in drift.waived
            ],
        )

    def _show_clients(self, page: Found) -> None:
        self._lists.addWidget(SectionHeading(_("Client by client"), len(page.clients)))
        grid = _grid()
        for place, one in enumerate(page.drift.by_client()[:MOST_ROWS]):
            name = cut(self._desk.privacy.name(page.clients[one.client_id]))
            self._add_link(grid, place, name, f"{name}, {client_words(one)}", partial(self._narrow, one.client_id))
            grid.addWidget(TextLabel(client_words(one), size="m"), place, 1, _MIDDLE)
        self._lists.addLayout(grid)
        self._lists.addSpacing(_BETWEEN)

    def _show_list(self, page: Found, told: tuple[str, str], lines: Sequence[Line]) -> None:
        title, counted = told
        self._lists.addWidget(SectionHeading(title, len(lines) or None))
        self._lists.addWidget(TextLabel(counted, tone="2", size="m"))
        grid = _grid()
        for place, (when, client_id, words, opens) in enumerate(lines[:MOST_ROWS]):
            name = cut(self._desk.privacy.name(page.clients[client_id]))
            self._add_link(grid, place, when, f"{when}, {name}, {words}", opens)
            grid.addWidget(TextLabel(name, size="m", wrap=False), place, 1, _MIDDLE)
            grid.addWidget(TextLabel(words, tone="2", size="m"), place, 2, _MIDDLE)
        self._lists.addLayout(grid)
        rest = len(lines) - MOST_ROWS
        if rest > 0:
            more = ngettext("and {n} earlier one", "and {n} earlier ones", rest).format(n=rest)
            self._lists.addWidget(TextLabel(more, tone="2", size="m"))
        self._lists.addSpacing(_BETWEEN)

    def _add_link(self, grid: QGridLayout, place: int, words: str, spoken: str, opens: partial[None]) -> None:
        link = LinkButton(words)
        link.setAccessibleName(spoken)
        link.clicked.connect(opens)
        self.links.append(link)
        grid.addWidget(link, place, 0, _MIDDLE)

    def _today(self) -> date:
        return today(self._desk.workspace.clock)

    def _narrow(self, client_id: ClientId, _checked: bool = False) -> None:
        self.show_whom(client_id)

    def _on_whose(self, number: object) -> None:
        chosen = int(str(number))
        self.show_whom(ClientId(chosen) if chosen else None)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(2, 1)
    return grid
