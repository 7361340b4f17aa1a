"""What the switcher finds while one types: people, their tabs, months, acts, and sentences of the record."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import Client, ClientId, ClientStatus
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.domain.record_search import PREFIX_FROM, Question
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.record_search import Answer, Inquiry
from vitalshift_desktop.services.search import Hit as Found
from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.record_hits import record_hits
from vitalshift_desktop.ui.widgets.hits_view import Hit
from vitalshift_desktop.ui.wishes import Wishes
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

MOST_PEOPLE, MOST_ACTS, FROM_THE_RECORD = 8, 6, 5
# Commands that stand in the list by other names, or work on the field that has the focus.
_NOT_HERE = frozenset(
    f"action.{name}"
    for name in (
        "undo", "redo", "cut", "copy", "paste", "select_all", "go_to", "home", "clients", "reminders", "settings",
        "vault", "check_vault", "audit_trail", "back_up", "drill", "back",
    )
)  # fmt: skip


class SwitchHits:
    """Made for one opening of the switcher; every key of a hit is called to go there."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk = desk
        self._window = window
        lines = desk.workspace.sessions.day(self._today())
        self._at = {line.session.client_id: line.session.local_start for line in reversed(lines)}

    def at_once(self, text: str) -> tuple[Hit, ...]:
        """People by name, legal name or code, their tabs, pages, months and acts; quick enough for every key."""
        found = self._desk.workspace.search.find(text)
        pages = tuple(_page(self._desk, one) for one in found if one.client is None)
        if not text.strip():
            return pages
        people, rest = self._people(text)
        named = () if rest else tuple(self._person(client) for client in people[:MOST_PEOPLE])
        theirs, acts = (self._tabs(people[0], rest), self._acts_for(people[0], rest)) if people else ((), ())
        return (*named, *theirs, *pages, *_months(self._desk, text, self._today()), *acts, *self._commands(text))

    def inquiry(self, text: str) -> Inquiry | None:
        """What the record is asked: first that of one client where the text begins with a name; None for too little."""
        if len(text.replace('"', "")) < PREFIX_FROM:
            return None
        people, rest = self._people(text)
        theirs = [Question(" ".join(rest), people[0].id)] if people and rest else []
        return self._desk.workspace.record_search.inquiry([*theirs, Question(text)], FROM_THE_RECORD)

    def in_the_record(self, answer: Answer) -> tuple[tuple[Hit, ...], bool]:
        """The best sentences of the record, and a way to all.

        True with them while the index still reads what was written earlier, so that there may be more in a while.
        """
        group, found = _("In the record"), answer.found
        hits = record_hits(self._desk, answer.hits, group)
        if not hits:
            return (), found.is_catching_up
        go = partial(self._desk.wishes.search.emit, found.question.client_id, found.question.text)
        see_all = Hit(go, _("See all that was found"), "", group, "magnifying-glass")
        return (*hits, see_all), found.is_catching_up

    def _people(self, text: str) -> tuple[list[Client], list[str]]:
        """The clients whose names the first words begin, as many words as fit, and the words that are left."""
        words = text.split()
        for count in range(len(words), 0, -1):
            found = self._desk.workspace.search.find(" ".join(words[:count]))
            clients = [one.client for one in found if one.client is not None]
            if clients:
                return clients, words[count:]
        return [], words

    def _person(self, client: Client) -> Hit:
        go = partial(self._desk.wishes.client.emit, client.id, "overview")
        at = self._at.get(client.id)
        parts = [client.code]
        if at is not None:
            parts.append(_("today, {time}").format(time=time_words(at)))
        if client.status is not ClientStatus.ACTIVE:
            parts.append(label(client.status))
        detail = ", ".join(part for part in parts if part)
        return Hit(go, self._desk.privacy.name(client), detail, _("Clients"), "user")

    def _tabs(self, client: Client, rest: list[str]) -> tuple[Hit, ...]:
        name = self._desk.privacy.name(client)
        tabs = (
            ("alliance", _("Alliance"), "chart-line-up"),
            ("agreements", _("Boundaries"), "handshake"),
            ("goals", _("Goals"), "check-circle"),
            ("sessions", _("Sessions"), "calendar-blank"),
            ("outcomes", _("Outcomes"), "chart-line-up"),
            ("documents", _("Documents"), "file-text"),
            ("reminders", _("Reminders"), "bell"),
            ("contacts", _("Contacts"), "phone"),
            ("details", _("Details"), "user"),
        )
        shown = [tab for tab in tabs if _begins(rest, tab[1])] if rest else tabs[:2]
        wish = self._desk.wishes.client
        return tuple(
            Hit(partial(wish.emit, client.id, tab), name, words, _("Go to"), icon) for tab, words, icon in shown
        )

    def _acts_for(self, client: Client, rest: list[str]) -> tuple[Hit, ...]:
        name, wishes = self._desk.privacy.name(client), self._desk.wishes
        acts: tuple[tuple[Callable[[ClientId], None], str, str], ...] = (
            (wishes.unplanned_note.emit, _("New session note for {name}…"), "note-pencil"),
            (wishes.plan_session.emit, _("Plan a session with {name}…"), "calendar-blank"),
            (wishes.new_reminder.emit, _("New reminder about {name}…"), "bell"),
            (wishes.new_goal.emit, _("Agree a goal with {name}…"), "check-circle"),
            (wishes.consents.emit, _("Consents of {name}"), "check-square"),
            (wishes.agree.emit, _("Agree on boundaries with {name}…"), "handshake"),
            (wishes.client_measures.emit, _("Measures of {name}"), "chart-line-up"),
            (partial(_enter, wishes), _("Enter a measure for {name}…"), "note-pencil"),
            (wishes.edit_client.emit, _("Client details of {name}…"), "user"),
            (wishes.safety_plan.emit, _("Safety plan of {name}"), "heart"),
            (wishes.summary.emit, _("Progress summary of {name}…"), "printer"),
        )
        if client.status is ClientStatus.CLOSED:
            acts = ((wishes.new_episode.emit, _("Open a new episode with {name}…"), "arrow-counter-clockwise"), *acts)
        shown = [act for act in acts if _begins(rest, act[1])] if rest else acts[:2]
        return tuple(
            Hit(partial(go, client.id), words.format(name=name), "", _("Do"), icon) for go, words, icon in shown
        )

    def _commands(self, text: str) -> tuple[Hit, ...]:
        """The commands of the menus that make sense where the counselor is, and those about backups."""
        hits = [
            Hit(act, words, "", _("Do"), icon)
            for act, words, icon in _backup_acts(self._desk)
            if _begins(text.split(), words)
        ]
        for action in self._window.actions():
            words = action.text().replace("&", "")
            if action.isEnabled() and action.objectName() not in _NOT_HERE and _begins(text.split(), words):
                hits.append(Hit(action.trigger, words, "", _("Do"), "arrow-right", _keys(action)))
        return tuple(hits[:MOST_ACTS])

    def _today(self) -> date:
        return today(self._desk.workspace.clock)


def _page(desk: Desk, found: Found) -> Hit:
    page, _slash, tab = found.page.partition("/")
    tabs = desk.wishes.settings if page == "settings" else desk.wishes.vault
    go = partial(tabs.emit, tab) if tab else partial(desk.wishes.page.emit, found.page)
    return Hit(go, found.title, "", _("Go to"), "arrow-right")


def _months(desk: Desk, text: str, day: date) -> tuple[Hit, ...]:
    """The months that are meant, such as by "mar" or "march 2024": the latest, or one of the next two."""
    name, *rest = folded(text).split()
    if len(name) < PREFIX_FROM or len(rest) > 1 or (rest and not (rest[0].isdecimal() and len(rest[0]) == 4)):
        return ()
    hits = []
    for month in range(1, 13):
        words = QLocale().standaloneMonthName(month)
        if folded(words).startswith(name):
            ahead = (month - day.month) % 12
            latest = day.year + (day.month + ahead > 12) if ahead <= 2 else day.year - (month > day.month)
            first = date(int(rest[0]) if rest and rest[0] > "1899" else latest, month, 1)
            hits.append(
                Hit(
                    partial(desk.wishes.week.emit, first),
                    f"{words} {first.year}",
                    _("its first week"),
                    _("Go to"),
                    "calendar-blank",
                )
            )
    return tuple(hits)


def _backup_acts(desk: Desk) -> tuple[tuple[Callable[[], None], str, str], ...]:
    def drill() -> None:
        desk.wishes.vault.emit("backups")
        desk.wishes.drill.emit()

    return (
        (desk.wishes.back_up.emit, _("Back up now…"), "hard-drives"),
        (drill, _("Run the restore drill"), "clock-counter-clockwise"),
    )


def _enter(wishes: Wishes, client_id: ClientId) -> None:
    wishes.enter_measure.emit(client_id, None, None)


def _begins(parts: Iterable[str], words: str) -> bool:
    """Whether each part begins one of the words."""
    known = folded(words).split()
    return all(any(word.startswith(folded(part)) for word in known) for part in parts)


def _keys(action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{keys[:-1].replace('+', ' ')}{keys[-1:]}"
