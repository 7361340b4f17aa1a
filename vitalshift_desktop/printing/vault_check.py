"""The result of a check of the vault as pages; nobody's name stands on them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.progress import PREVIEW_SERIAL, Letterhead
from vitalshift_desktop.domain.vault_check import VaultCheck
from vitalshift_desktop.printing.paper import foot, letterhead, look
from vitalshift_desktop.printing.paper_words import moment_words, vault_number
from vitalshift_desktop.printing.typesetting import Json, PaperDocument
from vitalshift_desktop.vocabulary.check_words import CheckLine, check_lines, next_step_words, summary_words
from vitalshift_desktop.words import _

TEMPLATE: Final = "vault_check.typ"


@dataclass(frozen=True, slots=True)
class CheckPage:
    """What stands on the page; `checked` is the local time of the check."""

    vault_name: str
    vault_id: str
    check: VaultCheck
    checked: datetime
    letterhead: Letterhead = field(default_factory=Letterhead)
    paper: Paper = Paper.A4
    serial: str = PREVIEW_SERIAL
    is_sample: bool = False
    language: str = "en"


def document(page: CheckPage) -> PaperDocument:
    """The result, line by line: what was looked at, how, and what was found."""
    title = _("Check of the vault")
    data: dict[str, Json] = {
        "look": look(page.paper, title, page.checked.date(), page.language),
        "title": title,
        "letterhead": letterhead(page.letterhead, is_sample=page.is_sample),
        "foot": foot(page.serial),
        "facts": [
            {"name": _("Records"), "words": page.vault_name},
            {"name": _("Vault number"), "words": vault_number(page.vault_id)},
            {"name": _("Checked"), "words": moment_words(page.checked)},
            {"name": _("Result"), "words": summary_words(page.check)},
        ],
        "next": next_step_words(page.check),
        "head": {"what": _("What was looked at, and how"), "found": _("What was found")},
        "rows": [_row(line) for line in check_lines(page.check, on_paper=True)],
        "note": _(
            "This shows what the files held when they were checked. It cannot show what a computer was made to do "
            "while the vault was open."
        ),
    }
    return PaperDocument.of(TEMPLATE, data)


def _row(line: CheckLine) -> Json:
    return {"title": line.title, "how": line.how, "found": [*line.found], "ok": line.ok, "fault": _("Fault.")}
