"""What a place's rules say about process notes, as far as the app knows them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BelongsElsewhere(StrEnum):
    """What does not belong in a process note; it has its place in the session note."""

    TIMES = "times"
    MODALITY = "modality"
    TEST_RESULTS = "test_results"
    DIAGNOSIS = "diagnosis"
    PLAN = "plan"
    SYMPTOMS = "symptoms"
    PROGRESS = "progress"


class OnRequest(StrEnum):
    """What the app proposes for process notes when somebody asks for the record."""

    ASK = "ask"
    WITHHOLD = "withhold"


@dataclass(frozen=True, slots=True)
class ProcessNoteRules:
    """The rules of one place: how a request is treated in words, where that is from, and as of which day."""

    place: str
    elsewhere: tuple[BelongsElsewhere, ...]
    on_request: OnRequest
    request: str
    check_with: str
    source: str
    day: date
