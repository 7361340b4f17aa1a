"""The classes of what a practice keeps; each has a time of its own for which it is kept."""

from enum import StrEnum


class RecordClass(StrEnum):
    """What a piece of the vault belongs to when it is asked how long it is kept."""

    PROGRESS_RECORD = "progress_record"
    PROCESS_NOTES = "process_notes"
    ENQUIRY = "enquiry"
    FINANCIAL = "financial"
