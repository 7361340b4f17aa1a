"""Which instruments a practice may use: where each comes from, its licence, and whether it is on."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.measures.instrument import Instrument, Licence
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, TextIsMissing, TextTooLong

LicenceId = NewType("LicenceId", int)
LONGEST_GRANT = 300


class Origin(StrEnum):
    """Where an instrument comes from."""

    SHIPPED = "shipped"
    CUSTOM = "custom"
    FILE = "file"


class UseState(StrEnum):
    """Whether an instrument can be used, and why not."""

    ON = "on"
    SWITCHED_OFF = "switched_off"
    LICENCE_MISSING = "licence_missing"
    LICENCE_EXPIRED = "licence_expired"
    PUT_AWAY = "put_away"


@dataclass(frozen=True, slots=True)
class LicenceDetails:
    """Who granted the use of an instrument, under which number, and its last day; None where it has no end."""

    granted_by: str
    reference: str = ""
    valid_until: date | None = None

    def checked(self, day: date) -> "LicenceDetails":
        """Trimmed. Raises TextIsMissing, TextTooLong, HiddenCharacters, or DateIsImpossible if it is over by `day`."""
        found = replace(self, granted_by=self.granted_by.strip(), reference=self.reference.strip())
        if not found.granted_by:
            raise TextIsMissing
        if max(len(found.granted_by), len(found.reference)) > LONGEST_GRANT:
            raise TextTooLong
        check_visible(found.granted_by, found.reference)
        if found.valid_until is not None and found.valid_until < day:
            raise DateIsImpossible
        return found


@dataclass(frozen=True, slots=True)
class LicenceRecord:
    """A licence as it was noted on a day; it holds through its last day."""

    id: LicenceId
    instrument_id: str
    details: LicenceDetails
    noted_on: date

    def holds_on(self, day: date) -> bool:
        """Whether it is not over yet."""
        return self.details.valid_until is None or day <= self.details.valid_until


@dataclass(frozen=True, slots=True)
class Listed:
    """An instrument of the practice; `licence` is the latest record, `licences` are all, the latest first."""

    instrument: Instrument
    origin: Origin
    state: UseState
    is_switched_on: bool = True
    licences: tuple[LicenceRecord, ...] = ()
    is_put_away: bool = False

    @property
    def licence(self) -> LicenceRecord | None:
        """The record that counts."""
        return self.licences[0] if self.licences else None

    @property
    def is_usable(self) -> bool:
        """Whether new forms of it can be given."""
        return self.state is UseState.ON


def listed(
    instrument: Instrument,
    origin: Origin,
    day: date,
    *,
    is_switched_on: bool = True,
    licences: tuple[LicenceRecord, ...] = (),
    is_put_away: bool = False,
) -> Listed:
    """The instrument with its state on a day.

    A form for scoring only is off until a licence is noted, and off again the day after its last day; results stay.
    """
    state = UseState.ON if is_switched_on else UseState.SWITCHED_OFF
    if instrument.licence is Licence.SCORING and not (licences and licences[0].holds_on(day)):
        state = UseState.LICENCE_EXPIRED if licences else UseState.LICENCE_MISSING
    if is_put_away:
        state = UseState.PUT_AWAY
    return Listed(instrument, origin, state, is_switched_on, licences, is_put_away)
