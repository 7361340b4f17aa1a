"""Drift watch: what in the counselor's own practice went beyond what was agreed, as plain lists with counts.

Nothing here is a score; a list says what there is, over which days, and beside what.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contact_rules import ContactHours
from vitalshift_desktop.domain.contacts import ContactId, ContactKind, StartedBy
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.sessions import Session, SessionId

COUNTED_KINDS = (ContactKind.CALL, ContactKind.MESSAGE)
"""Contacts that have hours: calls and messages; nobody meets by chance, or is given something, out of hours."""


@dataclass(frozen=True, slots=True)
class Overrun:
    """A session that lasted longer than agreed; both in minutes."""

    session_id: SessionId
    client_id: ClientId
    day: date
    lasted: int
    agreed: int

    @property
    def over(self) -> int:
        """How many minutes longer."""
        return self.lasted - self.agreed


@dataclass(frozen=True, slots=True)
class OutOfHours:
    """A call or message outside the hours agreed with this client, or those of the practice."""

    contact_id: ContactId
    client_id: ClientId
    at: datetime
    kind: ContactKind
    started_by: StartedBy


@dataclass(frozen=True, slots=True)
class WaivedFee:
    """A fee that was waived, in minor units."""

    session_id: SessionId
    client_id: ClientId
    day: date
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class AgreedMinutes:
    """The length of a session that was agreed for an episode on a day; a higher number was agreed later."""

    episode_id: EpisodeId
    number: int
    agreed_on: date
    minutes: int


@dataclass(frozen=True, slots=True)
class ClientDrift:
    """The counts about one client."""

    client_id: ClientId
    overruns: int
    minutes_over: int
    out_of_hours: int
    waived: int


@dataclass(frozen=True, slots=True)
class Drift:
    """The three lists of the days from `first` to `last`, both included, the newest first.

    `held` sessions were looked at, and `contacts` that had hours to be compared with; `without_hours` had none.
    """

    first: date
    last: date
    overruns: tuple[Overrun, ...]
    out_of_hours: tuple[OutOfHours, ...]
    waived: tuple[WaivedFee, ...]
    held: int
    contacts: int
    without_hours: int

    @property
    def minutes_over(self) -> int:
        """How many minutes longer all of them were together."""
        return sum(one.over for one in self.overruns)

    def by_client(self) -> tuple[ClientDrift, ...]:
        """The counts client by client, by the number of entries, then in the order of clients."""
        overruns: defaultdict[ClientId, list[Overrun]] = defaultdict(list)
        for one in self.overruns:
            overruns[one.client_id].append(one)
        contacts = _counted(one.client_id for one in self.out_of_hours)
        waived = _counted(one.client_id for one in self.waived)
        found = [
            ClientDrift(
                client_id,
                len(overruns[client_id]),
                sum(one.over for one in overruns[client_id]),
                contacts.get(client_id, 0),
                waived.get(client_id, 0),
            )
            for client_id in sorted({*overruns, *contacts, *waived})
        ]
        return tuple(sorted(found, key=lambda one: -(one.overruns + one.out_of_hours + one.waived)))


def agreed_minutes(session: Session, agreed: Sequence[AgreedMinutes]) -> int:
    """The length that was agreed for a session's day; where nothing was, the length it was planned with."""
    held = [one for one in agreed if one.episode_id == session.episode_id and one.agreed_on <= session.day]
    return max(held, key=lambda one: one.number).minutes if held else session.minutes


def overruns(
    sessions: Iterable[Session], lasted: Mapping[SessionId, int], agreed: Sequence[AgreedMinutes]
) -> tuple[Overrun, ...]:
    """The held sessions that lasted longer than agreed, the newest first."""
    by_episode: defaultdict[EpisodeId | None, list[AgreedMinutes]] = defaultdict(list)
    for one in agreed:
        by_episode[one.episode_id].append(one)
    found = []
    for session in sessions:
        minutes = lasted.get(session.id, session.minutes)
        wanted = agreed_minutes(session, by_episode[session.episode_id])
        if session.was_held and minutes > wanted:
            found.append(Overrun(session.id, session.client_id, session.day, minutes, wanted))
    return tuple(sorted(found, key=lambda one: (one.day, one.session_id), reverse=True))


def is_out_of_hours(at: datetime, hours: ContactHours) -> bool:
    """Whether a moment on the wall clock lies outside the agreed hours."""
    return not hours.hold(at)


def _counted(clients: Iterable[ClientId]) -> dict[ClientId, int]:
    counts: defaultdict[ClientId, int] = defaultdict(int)
    for client_id in clients:
        counts[client_id] += 1
    return dict(counts)
