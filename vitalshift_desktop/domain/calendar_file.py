"""A calendar file as RFC 5545 has it: events with a code for a title, for the counselor's other calendars."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

LONGEST_LINE = 75  # octets without the line's end, RFC 5545, 3.1
_INSTANT = "%Y%m%dT%H%M%SZ"
_DAY = "%Y%m%d"
_MORNING = "PT8H"
_AT_ONCE = "PT0S"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One event. `starts` is an instant, or a civil day without a time; `reminds` lets the calendar speak up then."""

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | None = None
    reminds: bool = False


def calendar_text(entries: Iterable[CalendarEntry], serial: str, made_at: datetime) -> str:
    """The whole file. Instants stand in UTC, so summer time moves none; a day stands as a day, wherever it is read.

    `made_at` tells a calendar that read an earlier file which of both is the newer.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//VS//{_escaped(serial)}//EN", "CALSCALE:GREGORIAN"]
    lines.append("METHOD:PUBLISH")
    for entry in entries:
        lines.extend(_event(entry, made_at))
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(entry: CalendarEntry, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{_instant(made_at)}"
    yield f"SEQUENCE:{int(made_at.timestamp()) // 60}"  # a whole number that grows, and stays small enough until 6053
    yield f"DTSTART{_start(entry.starts)}"
    if entry.ends is not None:
        yield f"DTEND:{_instant(entry.ends)}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT" if entry.ends is None else "TRANSP:OPAQUE"
    if entry.reminds:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(entry.title)}")
        yield f"TRIGGER:{_AT_ONCE if isinstance(entry.starts, datetime) else _MORNING}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _start(starts: datetime | date) -> str:
    return f":{_instant(starts)}" if isinstance(starts, datetime) else f";VALUE=DATE:{starts.strftime(_DAY)}"


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_INSTANT)


def _escaped(text: str) -> str:
    """Text as it may stand in a file: RFC 5545, 3.3.11; other control characters are left out."""
    one_kind = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(one for one in one_kind if one == "\n" or (one >= " " and one != "\x7f"))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of 75 octets at most, none of which ends within a character."""
    pieces, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST_LINE:
            pieces.append("")
            size = 1  # the space that marks a line that goes on
        pieces[-1] += sign
        size += octets
    return "\r\n ".join(pieces)
