"""The review sheets of sessions 3 and 5: what client and counselor look at together while it is early."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from vitalshift_desktop.domain.clients import LONGEST_TEXT
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, TextTooLong

REVIEWED_SESSIONS = (3, 5)


class ReviewPart(StrEnum):
    """The parts of a sheet in their order; each is the name of its field in `ReviewSheet`."""

    HELPS = "helps"
    GOALS = "goals"
    TASKS = "tasks"
    BOND = "bond"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """A working sheet: it is written in freely, and what was decided belongs in the session's note.

    `talked_on` is the civil day on which it was talked over with the client; None while that is still to come.
    """

    helps: str = ""
    goals: str = ""
    tasks: str = ""
    bond: str = ""
    changes: str = ""
    talked_on: date | None = None

    def text(self, part: ReviewPart) -> str:
        """What stands in one part."""
        return str(getattr(self, part.value))

    def with_text(self, part: ReviewPart, text: str) -> "ReviewSheet":
        """The same sheet with other words in one part."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return ReviewSheet(**values | {part.value: text})

    @property
    def has_text(self) -> bool:
        """Whether anything is written on it."""
        return any(self.text(part).strip() for part in ReviewPart)

    def talked(self, day: date | None) -> "ReviewSheet":
        """The same sheet, talked over on this day, or not yet (None)."""
        return replace(self, talked_on=day)

    def checked(self, today: date) -> "ReviewSheet":
        """The same sheet; raises TextTooLong, HiddenCharacters, or DateIsImpossible for a day still to come."""
        texts = [self.text(part) for part in ReviewPart]
        if any(len(text) > LONGEST_TEXT for text in texts):
            raise TextTooLong
        check_visible(*texts)
        if self.talked_on is not None and self.talked_on > today:
            raise DateIsImpossible
        return self
