"""One page to keep: how the records get onto a second computer, or onto a new one after a loss."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.printing.chart_drawing import threads_mark
from vitalshift_desktop.printing.paper import look, size
from vitalshift_desktop.printing.paper_words import day_words, vault_number
from vitalshift_desktop.printing.typesetting import Json, PaperDocument
from vitalshift_desktop.words import _

TEMPLATE: Final = "second_computer.typ"


@dataclass(frozen=True, slots=True)
class SecondComputerPage:
    """What stands on the page: the records' name and number and the day, nothing of the record and no secret."""

    vault_name: str
    vault_id: str
    made_on: date
    paper: Paper = Paper.A4
    language: str = "en"


def steps() -> tuple[str, ...]:
    """What to do, in order."""
    return (
        _("Have your newest backup at hand: a drive or folder with files that end in .vsbackup."),
        _("Have your passphrase, or the printed recovery sheet. Without one of the two nobody can open a backup."),
        _("Install VitalShift on the other computer and start it. It needs no internet for its work."),
        _("On the first page choose “Restore from a backup…”, then the drive or folder, then the backup."),
        _("Type the passphrase that was in use on the day of the backup, or the eight groups of the recovery sheet."),
        _("Compare the counts that are shown with what you expect, and choose “Use these records”."),
        _("Open a client or two and look. Then choose where this computer’s backups go."),
    )


def cautions() -> tuple[str, ...]:
    """What to mind before and afterwards."""
    return (
        _("Work on one computer at a time: two vaults that are both written to cannot be joined again."),
        _("After a loss or theft: change the passphrase and the vault key under “Ways in” on the new computer."),
        _("A backup that is kept by a cloud service may open by the recovery sheet alone."),
    )


def document(page: SecondComputerPage) -> PaperDocument:
    """The page, ready to be printed."""
    mark = threads_mark()
    title = _("Your records on another computer")
    numbered: list[Json] = [{"number": str(number), "words": words} for number, words in enumerate(steps(), start=1)]
    data: dict[str, Json] = {
        "look": look(page.paper, title, page.made_on, page.language),
        "made": day_words(page.made_on),
        "mark": size(mark),
        "facts": [
            {"name": _("Records"), "words": page.vault_name},
            {"name": _("Vault number"), "words": vault_number(page.vault_id)},
        ],
        "why": _("For a second computer, or for a new one after a loss. Both are a restore from a backup."),
        "steps": numbered,
        "cautions": [*cautions()],
    }
    return PaperDocument.of(TEMPLATE, data, {"threads.svg": mark.svg})
