"""The rows of the client list: made once, then filtered and put in order without asking anybody."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.domain.flags import Flag, FlagKind
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.client_lines import ClientLine
from vitalshift_desktop.ui.dates_in_words import relative_day, time_words
from vitalshift_desktop.ui.flag_words import flag_icon, flag_title, flag_tone
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.rows_model import Row
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

_NEVER = datetime.max.replace(tzinfo=UTC)


class Order(StrEnum):
    """In which order the clients stand."""

    NAME = "name"
    NEXT_SESSION = "next_session"
    NEEDS_A_LOOK = "needs_a_look"


@dataclass(frozen=True, slots=True)
class Entry:
    """One client as the list knows them: what is looked through while filtering, and the row that is shown."""

    looked_through: str
    status: ClientStatus
    next_start: datetime
    look: int
    row: Row


def order_words() -> tuple[tuple[Order, str], ...]:
    """The orders to choose from, with their words."""
    return (
        (Order.NAME, _("By name")),
        (Order.NEXT_SESSION, _("By next session")),
        (Order.NEEDS_A_LOOK, _("Needs a look first")),
    )


def entries(lines: Iterable[ClientLine], privacy: Privacy, today: date) -> tuple[Entry, ...]:
    """The entries of these lines, in their order."""
    return tuple(_entry(line, privacy, today) for line in lines)


def in_order(found: Sequence[Entry], order: Order) -> tuple[Entry, ...]:
    """The entries in this order; those that are alike in it stay ordered by name."""
    keys: dict[Order, Callable[[Entry], object]] = {
        Order.NEXT_SESSION: lambda entry: entry.next_start,
        Order.NEEDS_A_LOOK: lambda entry: entry.look,
    }
    if order is Order.NAME:
        return tuple(found)
    return tuple(sorted(found, key=keys[order]))  # type: ignore[arg-type]  # each key gives one comparable type


def matching(found: Iterable[Entry], text: str, status: ClientStatus | None) -> list[Row]:
    """The rows whose name or code holds every word of `text` and whose status it is (None: any)."""
    words = folded(text).split()
    return [
        entry.row
        for entry in found
        if (status is None or entry.status is status) and all(word in entry.looked_through for word in words)
    ]


def how_many(found: Iterable[Entry], status: ClientStatus | None) -> int:
    """How many clients have this status; None counts all."""
    return sum(1 for entry in found if status is None or entry.status is status)


def _entry(line: ClientLine, privacy: Privacy, today: date) -> Entry:
    details = line.client.details
    upcoming = line.next_session
    first = line.flags[0] if line.flags else None
    row = Row(
        key=line.client.id,
        text=privacy.name(line.client),
        right=_when(upcoming, today) if upcoming else "",
        detail=_detail(line, "" if privacy.initials_on else line.risk_word),
        icon=flag_icon(first) if first else "",
        icon_tone=flag_tone(first) if first else "attnmark",
        tip=", ".join(flag_title(flag) for flag in line.flags),
    )
    return Entry(
        looked_through=folded(f"{details.preferred_name} {details.legal_name} {details.code}"),
        status=line.client.status,
        next_start=upcoming.starts if upcoming else _NEVER,
        look=_look(first),
        row=row,
    )


def _look(first: Flag | None) -> int:
    kinds = list(FlagKind)
    return kinds.index(first.kind) if first else len(kinds)


def _when(session: Session, today: date) -> str:
    day = relative_day(session.day, today)
    return f"{day} {time_words(session.local_start)}" if session.day == today else day


def _detail(line: ClientLine, risk_word: str) -> str:
    """Where the work stands; the counselor's risk word first, so that it is never cut."""
    return f"{risk_word} · {_standing(line)}" if risk_word else _standing(line)


def _standing(line: ClientLine) -> str:
    phase, held = label(line.phase), line.session_no
    if line.client.status is not ClientStatus.ACTIVE:
        count = ngettext("{n} session", "{n} sessions", held).format(n=held)
        return _("{status}, {sessions}").format(status=label(line.client.status), sessions=count)
    if line.next_session is None and not held:
        return _("No session yet")
    number = held + 1 if line.next_session else held
    return _("Session {n}, {phase}").format(n=number, phase=phase)
