"""The audit trail as pages: entries by number, clients by code or initials, and the head for later evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.progress import PREVIEW_SERIAL, Letterhead
from vitalshift_desktop.printing.paper import foot, letterhead, look
from vitalshift_desktop.printing.paper_words import moment_words, vault_number
from vitalshift_desktop.printing.typesetting import Json, PaperDocument
from vitalshift_desktop.words import _, ngettext

TEMPLATE: Final = "audit_trail.typ"
MOST_ROWS: Final = 1000
"""Entries on paper; a longer list is cut at its older end, and the page says so."""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry in words."""

    number: str
    when: str
    what: str
    about: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """What stands on the pages: the newest rows first, `count` of them wanted; `head` is the newest entry's code."""

    vault_name: str
    vault_id: str
    wanted: str
    rows: Sequence[AuditRow]
    count: int
    state: str
    head: str
    printed: datetime
    letterhead: Letterhead = field(default_factory=Letterhead)
    paper: Paper = Paper.A4
    serial: str = PREVIEW_SERIAL
    is_sample: bool = False
    language: str = "en"


def document(page: AuditPage) -> PaperDocument:
    """The list with its head."""
    title = _("Audit trail")
    rows: list[Json] = [[row.number, row.when, row.what, row.about] for row in page.rows[:MOST_ROWS]]
    data: dict[str, Json] = {
        "look": look(page.paper, title, page.printed.date(), page.language),
        "title": title,
        "letterhead": letterhead(page.letterhead, is_sample=page.is_sample),
        "foot": foot(page.serial),
        "facts": [
            {"name": _("Records"), "words": page.vault_name},
            {"name": _("Vault number"), "words": vault_number(page.vault_id)},
            {"name": _("Printed"), "words": moment_words(page.printed)},
            {"name": _("Shown"), "words": page.wanted},
            {"name": _("Entries"), "words": _count_words(page.count, len(rows))},
            {"name": _("State"), "words": page.state},
            {"name": _("Code of the newest entry"), "words": page.head},
        ],
        "note": _(
            "The code of the newest entry rests on all entries before it. Keep this page: typed in "
            "later, it shows whether the trail is still the one that was printed here."
        ),
        "heads": [_("No."), _("When"), _("What was done"), _("About")],
        "rows": rows,
        "empty": "" if rows else _("No entry of this kind."),
    }
    return PaperDocument.of(TEMPLATE, data)


def _count_words(count: int, shown: int) -> str:
    if shown < count:
        return _("The newest {shown} of {count}").format(shown=f"{shown:,}", count=f"{count:,}")
    return ngettext("{n} entry", "{n} entries", count).format(n=f"{count:,}")
