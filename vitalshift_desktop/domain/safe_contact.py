"""What a client asked to be careful with, and what of it matters for one way of reaching them."""

from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.domain.client_files import ClientFile


class Way(StrEnum):
    """A way in which something reaches the client."""

    PAPER = "paper"
    CALL = "call"
    MESSAGE = "message"


class Heed(StrEnum):
    """One thing to be careful with."""

    NO_LETTERS = "no_letters"
    NO_VOICEMAIL = "no_voicemail"
    NO_MESSAGES = "no_messages"
    COVER_NAME = "cover_name"


@dataclass(frozen=True, slots=True)
class ToHeed:
    """What to be careful with; `cover_name` is the name to use, where there is one."""

    heeds: tuple[Heed, ...]
    cover_name: str = ""

    def __bool__(self) -> bool:
        return bool(self.heeds)


_OF_WAY = {
    Way.PAPER: (Heed.NO_LETTERS, Heed.COVER_NAME),
    Way.CALL: (Heed.NO_VOICEMAIL, Heed.COVER_NAME),
    Way.MESSAGE: (Heed.NO_MESSAGES, Heed.COVER_NAME),
}


def to_heed(file: ClientFile, way: Way | None = None) -> ToHeed:
    """What the client asked for that matters on this way of reaching them; on all ways for None."""
    asked = {
        Heed.NO_LETTERS: file.no_letters,
        Heed.NO_VOICEMAIL: file.no_voicemail,
        Heed.NO_MESSAGES: file.no_messages,
        Heed.COVER_NAME: bool(file.cover_name),
    }
    wanted = tuple(Heed) if way is None else _OF_WAY[way]
    return ToHeed(tuple(heed for heed in wanted if asked[heed]), file.cover_name)
