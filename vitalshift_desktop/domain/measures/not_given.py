"""That a measure was not given in a session, and why: nothing is left to be guessed from a gap."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import TextIsMissing, TextTooLong
from vitalshift_desktop.domain.sessions import SessionId


class NotGivenReason(StrEnum):
    """Why a measure was not given."""

    DECLINED = "declined"
    FORGOT = "forgot"
    NOT_SUITABLE = "not_suitable"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NotGiven:
    """No measure of this instrument in this session; another reason than the three says in `note` which."""

    session_id: SessionId
    client_id: ClientId
    instrument_id: str
    reason: NotGivenReason
    note: str
    recorded_at: datetime

    def checked(self) -> "NotGiven":
        """The same without stray spaces; raises TextIsMissing (another reason without words), or TextTooLong."""
        tidy = replace(self, note=self.note.strip())
        if tidy.reason is NotGivenReason.OTHER and not tidy.note:
            raise TextIsMissing
        if len(tidy.note) > LONGEST_TEXT:
            raise TextTooLong
        check_visible(tidy.note)
        return tidy
