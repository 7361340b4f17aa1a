"""An administration: one form answered (or skipped) by one rater on one day."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId

AdministrationId = NewType("AdministrationId", int)


class Rater(StrEnum):
    """Who answered."""

    CLIENT = "client"
    COUNSELOR = "counselor"
    GUARDIAN = "guardian"


class HowGiven(StrEnum):
    """How the form was given."""

    ALONE = "alone"
    READ_ALOUD = "read_aloud"
    INTERPRETER = "interpreter"
    PHONE_OR_VIDEO = "phone_or_video"
    PARENT_PRESENT = "parent_present"


class AdministrationState(StrEnum):
    """Whether there are answers."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Administration:
    """One form answered (or skipped) by one rater on one day; None marks a missing answer.

    `person_id` says which of the people around the client answered as guardian. `definition_id` is the number of the
    definition it was scored with, `flags` are the names of what was ticked beside the answers.
    """

    id: AdministrationId
    client_id: ClientId
    instrument_id: str
    instrument_version: str
    rater: Rater
    answers: tuple[int | None, ...]
    given_on: date
    recorded_at: datetime
    session_id: SessionId | None = None
    state: AdministrationState = AdministrationState.ANSWERED
    how_given: HowGiven = HowGiven.ALONE
    reviewed_at: datetime | None = None
    review_note: str = ""
    person_id: RelatedPersonId | None = None
    flags: tuple[str, ...] = ()
    definition_id: int | None = None
