"""What the practice calls the phases of the work, its crisis numbers, and when clauses are looked at together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vitalshift_desktop.domain.clause_reviews import ReviewRhythm
from vitalshift_desktop.domain.clients import LONGEST_TEXT, Phase
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import NameIsTaken, TextTooLong

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class PracticeTerms:
    """`phase_names` holds only the phases with a name of the practice's own; one crisis number stands on each line.

    `review` says after how many sessions the clauses are looked at together.
    """

    phase_names: Mapping[Phase, str] = field(default_factory=dict)
    crisis_numbers: str = ""
    review: ReviewRhythm = field(default_factory=ReviewRhythm)

    def checked(self) -> "PracticeTerms":
        """The same without stray spaces and empty names; raises TextTooLong, HiddenCharacters or NameIsTaken."""
        names = {phase: " ".join(name.split()) for phase, name in self.phase_names.items() if name.strip()}
        numbers = "\n".join(line.strip() for line in self.crisis_numbers.splitlines() if line.strip())
        check_visible(*self.phase_names.values(), self.crisis_numbers)
        if len(numbers) > LONGEST_TEXT or any(len(name) > LONGEST_NAME for name in names.values()):
            raise TextTooLong
        if len({name.casefold() for name in names.values()}) < len(names):
            raise NameIsTaken
        return PracticeTerms(names, numbers, self.review.checked())

    @property
    def numbers(self) -> tuple[str, ...]:
        """The crisis numbers, one by one."""
        return tuple(line for line in self.crisis_numbers.splitlines() if line.strip())
