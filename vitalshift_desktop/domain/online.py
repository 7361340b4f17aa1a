"""What is asked at the start of a session by video or phone."""

from dataclasses import dataclass, replace

from vitalshift_desktop.domain.clients import LONGEST_FIELD
from vitalshift_desktop.domain.problems import TextTooLong
from vitalshift_desktop.domain.sessions import Modality

ONLINE = (Modality.VIDEO, Modality.PHONE)


@dataclass(frozen=True, slots=True)
class OnlineStrip:
    """Where the client is, where to call back, whether the place is private, by what means, and what broke off.

    A location that was not confirmed for this very session is only what it was last time.
    """

    location: str = ""
    location_confirmed: bool = False
    call_back: str = ""
    private_place: bool = False
    platform: str = ""
    interruptions: str = ""

    @property
    def is_empty(self) -> bool:
        """True when nothing was written or ticked."""
        return self == OnlineStrip()

    def checked(self) -> "OnlineStrip":
        """The same without stray spaces, an empty location never confirmed; raises TextTooLong."""
        tidy = replace(
            self,
            location=self.location.strip(),
            call_back=self.call_back.strip(),
            platform=self.platform.strip(),
            interruptions=self.interruptions.strip(),
        )
        texts = (tidy.location, tidy.call_back, tidy.platform, tidy.interruptions)
        if any(len(text) > LONGEST_FIELD for text in texts):
            raise TextTooLong
        return replace(tidy, location_confirmed=self.location_confirmed and bool(tidy.location))


def carried(last: OnlineStrip | None) -> OnlineStrip:
    """What is offered for the next session: the same place, number and platform, with everything to confirm again."""
    if last is None:
        return OnlineStrip()
    return OnlineStrip(location=last.location, call_back=last.call_back, platform=last.platform)
