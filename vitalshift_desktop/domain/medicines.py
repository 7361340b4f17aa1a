"""Medicines and other care, as the client tells it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_FIELD, ClientId
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, EndsBeforeItStarts, TextIsMissing, TextTooLong

MedicineId = NewType("MedicineId", int)


@dataclass(frozen=True, slots=True)
class MedicineDetails:
    """A medicine or other care: its name, and the dose if known; `until` is the last day, None while it goes on."""

    name: str
    told_on: date
    dose: str = ""
    prescriber: str = ""
    since: date | None = None
    until: date | None = None

    def goes_on(self, day: date) -> bool:
        """Whether it still holds on a day."""
        return self.until is None or day <= self.until

    def checked(self, today: date) -> "MedicineDetails":
        """The same without stray spaces.

        Raises TextIsMissing, TextTooLong, HiddenCharacters, EndsBeforeItStarts, or DateIsImpossible when it would have
        been told in the future.
        """
        tidy = replace(self, name=self.name.strip(), dose=self.dose.strip(), prescriber=self.prescriber.strip())
        texts = (tidy.name, tidy.dose, tidy.prescriber)
        if not tidy.name:
            raise TextIsMissing
        check_visible(*texts)
        if any(len(text) > LONGEST_FIELD for text in texts):
            raise TextTooLong
        if tidy.since and tidy.until and tidy.until < tidy.since:
            raise EndsBeforeItStarts
        if tidy.told_on > today:
            raise DateIsImpossible
        return tidy


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine or other care of one client."""

    id: MedicineId
    client_id: ClientId
    details: MedicineDetails
