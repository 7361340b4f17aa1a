"""The practice: who the counselor is and how the app behaves for them."""

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """The paper pages are printed on."""

    A4 = "a4"
    LETTER = "letter"


class ShownAs(StrEnum):
    """What stands for a name while only initials are shown."""

    INITIALS = "initials"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Practice:
    """Settings that belong to the records and lie in the vault."""

    practice_name: str = ""
    counselor_name: str = ""
    title: str = ""
    registration_number: str = ""
    letterhead: str = ""
    jurisdiction: str = "ca-on"
    paper: Paper = Paper.LETTER
    session_minutes: int = 50
    idle_lock_minutes: int = 5
    """The computer left alone for so long locks the vault; 1 to 120."""
    lock_after_minutes: int = 30
    """The app not used for so long locks the vault; 1 to 120."""
    lock_when_minimized: bool = False
    shown_as: ShownAs = ShownAs.INITIALS
    low_checkin_under: float | None = None
    recovery_sheet_checked: bool = False
    is_sample: bool = False
