"""What every kind of page shares: paper and margins, letterhead, foot, and parts with drawings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.progress import PREVIEW_SERIAL, Letterhead
from vitalshift_desktop.printing.chart_drawing import WIDTH, Drawing
from vitalshift_desktop.printing.typesetting import Json
from vitalshift_desktop.words import _

BODY_POINTS = 12
LARGE_PRINT_POINTS = 14
LONGEST_ADDRESS = 6
A4_MARGIN = 18.0
LETTER_MARGIN = 21.0


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A part of a page with the drawings it needs, by file name."""

    content: Mapping[str, Json]
    drawings: Mapping[str, Drawing] = field(default_factory=dict)


def look(paper: Paper, title: str, on: date, language: str, *, large_print: bool = False) -> dict[str, Json]:
    """The sheet, its side margins in millimeters, the width of the text and the size of its type in points."""
    is_letter = paper is Paper.LETTER
    return {
        "paper": "us-letter" if is_letter else "a4",
        "margin": LETTER_MARGIN if is_letter else A4_MARGIN,
        "width": WIDTH,
        "title": title,
        "lang": language,
        "size": LARGE_PRINT_POINTS if large_print else BODY_POINTS,
        "date": [on.year, on.month, on.day],
    }


def letterhead(head: Letterhead, *, is_sample: bool) -> dict[str, Json]:
    """The practice as it stands at the top of every page; an address of many lines is drawn together."""
    first, rest = head.address_lines[: LONGEST_ADDRESS - 1], head.address_lines[LONGEST_ADDRESS - 1 :]
    return {
        "practice": head.practice_name,
        "person": signer(head),
        "lines": [*first, ", ".join(rest)] if rest else [*first],
        "sample": _("Sample. Every person, place and number on this page is invented.") if is_sample else "",
    }


def signer(head: Letterhead) -> str:
    """The counselor's name with the title behind it."""
    return ", ".join(part for part in (head.counselor_name, head.title) if part)


def role(head: Letterhead) -> str:
    """The practice's own word for the counselor."""
    return head.role_word or _("counselor")


def foot(serial: str) -> dict[str, Json]:
    """What stands at the foot of every page; the typesetter fills in the page numbers, which it alone knows."""
    if serial == PREVIEW_SERIAL:
        line = _("Preview, not yet printed, page {page} of {pages}")
    else:
        line = _("Serial {serial}, page {page} of {pages}").replace("{serial}", serial)
    return {
        "confidential": _("Confidential health information. If it reached you by mistake, return it unread."),
        "serial": line,
    }


def size(drawing: Drawing) -> dict[str, Json]:
    """Width and height in points."""
    return {"width": drawing.width, "height": drawing.height}
