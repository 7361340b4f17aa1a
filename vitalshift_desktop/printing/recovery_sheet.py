"""The recovery sheet: the only other way into a vault, on one sheet of paper."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.printing.chart_drawing import threads_mark
from vitalshift_desktop.printing.paper import look, size
from vitalshift_desktop.printing.paper_words import day_words, vault_number
from vitalshift_desktop.printing.typesetting import Json, PaperDocument
from vitalshift_desktop.words import _

TEMPLATE: Final = "recovery_sheet.typ"
CODE_LENGTH: Final = 32
GROUP_LENGTH: Final = 4


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the sheet. The code has 32 characters besides dashes and spaces, else ValueError."""

    vault_name: str
    vault_id: str
    made_on: date
    code: str = field(repr=False)
    paper: Paper = Paper.A4
    language: str = "en"

    def __post_init__(self) -> None:
        if len("".join(self.groups)) != CODE_LENGTH:
            raise ValueError("a recovery code has 32 characters")

    @property
    def groups(self) -> tuple[str, ...]:
        """The code in groups of four."""
        bare = self.code.replace("-", "").replace(" ", "")
        return tuple(bare[start : start + GROUP_LENGTH] for start in range(0, len(bare), GROUP_LENGTH))


def document(sheet: RecoverySheet) -> PaperDocument:
    """The sheet, ready to be printed; it is never offered as a file."""
    mark = threads_mark()
    groups: list[Json] = [{"number": str(number), "words": group} for number, group in enumerate(sheet.groups, start=1)]
    data: dict[str, Json] = {
        "look": look(sheet.paper, _("VitalShift recovery sheet"), sheet.made_on, sheet.language),
        "made": day_words(sheet.made_on),
        "mark": size(mark),
        "facts": [
            {"name": _("Records"), "words": sheet.vault_name},
            {"name": _("Vault number"), "words": vault_number(sheet.vault_id)},
        ],
        "groups": groups,
        "instructions": [
            _("On the unlock screen choose “Use a recovery code”, type all eight groups, then set a new passphrase."),
            _("Letters O, I, L and U are never used; a round sign is zero."),
        ],
        "warnings": [
            _("Opens every client record. Store it as you would store the records, away from this computer."),
            _(
                "Only this passphrase or your printed recovery sheet opens the records. "
                "That keeps everyone else out, us included."
            ),
        ],
    }
    return PaperDocument.of(TEMPLATE, data, {"threads.svg": mark.svg})
