"""What stands on the alliance chart beside the scores: the counselor's dated notes, and events, own and known."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.boundary_events import BoundaryEvent
from vitalshift_desktop.domain.clients import LONGEST_FIELD, ClientId
from vitalshift_desktop.domain.closures import Closure
from vitalshift_desktop.domain.medicines import Medicine
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import TextIsMissing, TextTooLong
from vitalshift_desktop.domain.sessions import Modality, Session
from vitalshift_desktop.domain.standing import StandingAppointment

ChartEntryId = NewType("ChartEntryId", int)


class EntryKind(StrEnum):
    """What an entry tells of."""

    NOTE = "note"
    MEDICATION = "medication"
    HOLIDAY = "holiday"
    MOVE_ONLINE = "move_online"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ChartEntry:
    """The counselor's own entry at a date; a changed one is a new entry that names the one it replaces."""

    id: ChartEntryId
    client_id: ClientId
    day: date
    kind: EntryKind
    words: str
    recorded_at: datetime
    replaces_id: ChartEntryId | None = None
    taken_off_at: datetime | None = None

    def checked(self) -> "ChartEntry":
        """The same without stray spaces; raises TextIsMissing for a note without words, TextTooLong, HiddenCharacters.

        An event may go without words, its kind says what it was.
        """
        tidy = replace(self, words=" ".join(self.words.split()))
        if not tidy.words and tidy.kind in (EntryKind.NOTE, EntryKind.OTHER):
            raise TextIsMissing
        check_visible(tidy.words)
        if len(tidy.words) > LONGEST_FIELD:
            raise TextTooLong
        return tidy


class Known(StrEnum):
    """What the record knows by itself."""

    MEDICINE_BEGUN = "medicine_begun"
    MEDICINE_ENDED = "medicine_ended"
    PRACTICE_CLOSED = "practice_closed"
    FIRST_VIDEO = "first_video"
    NOTE_ON_AGREEMENT = "note_on_agreement"


_KINDS = {
    Known.MEDICINE_BEGUN: EntryKind.MEDICATION,
    Known.MEDICINE_ENDED: EntryKind.MEDICATION,
    Known.PRACTICE_CLOSED: EntryKind.HOLIDAY,
    Known.FIRST_VIDEO: EntryKind.MOVE_ONLINE,
    Known.NOTE_ON_AGREEMENT: EntryKind.OTHER,
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing at a date on the chart: an own entry with its id, or what the record knows.

    `words` are what a person wrote (a note, the name of a medicine), hidden where only initials are shown; `until` is
    the last day of what lasted, `topic` that of the clause of a note on an agreement.
    """

    day: date
    kind: EntryKind
    words: str = ""
    entry_id: ChartEntryId | None = None
    known: Known | None = None
    until: date | None = None
    topic: Topic | None = None

    @property
    def is_note(self) -> bool:
        """Whether it is a dated note; else it is an event."""
        return self.kind is EntryKind.NOTE


def happenings(entries: Iterable[ChartEntry], known: Iterable[Happening]) -> tuple[Happening, ...]:
    """Own entries that stand and what the record knows, in order of time."""
    own = [Happening(one.day, one.kind, one.words, one.id) for one in entries if one.taken_off_at is None]
    return tuple(sorted((*own, *known), key=lambda one: (one.day, one.known is None, one.entry_id or 0)))


def medicine_events(medicines: Iterable[Medicine], first: date, last: date) -> tuple[Happening, ...]:
    """Where a medicine began or ended between two days; one told without its days makes none."""
    found = []
    for medicine in medicines:
        details = medicine.details
        for day, known in ((details.since, Known.MEDICINE_BEGUN), (details.until, Known.MEDICINE_ENDED)):
            if day is not None and first <= day <= last:
                found.append(Happening(day, _KINDS[known], details.name, known=known))
    return tuple(found)


def closure_events(
    closures: Iterable[Closure], sessions: Iterable[Session], standing: Iterable[StandingAppointment]
) -> tuple[Happening, ...]:
    """Where the practice was closed over a session: one that stood in the calendar and was not held, or a standing one.

    A session that was held all the same counts for its day, but does not hide the others.
    """
    missed = {session.day for session in sessions if not session.was_held}
    appointments = tuple(standing)
    return tuple(
        Happening(one.first_day, _KINDS[Known.PRACTICE_CLOSED], known=Known.PRACTICE_CLOSED, until=one.last_day)
        for one in closures
        if any(one.covers(day) for day in missed) or any(a.days(one.first_day, one.last_day) for a in appointments)
    )


def video_events(held: Sequence[Session]) -> tuple[Happening, ...]:
    """The first session by video after one in person, of held sessions in their order; at most one."""
    was_in_person = False
    for session in held:
        if session.modality is Modality.VIDEO and was_in_person:
            return (Happening(session.day, _KINDS[Known.FIRST_VIDEO], known=Known.FIRST_VIDEO),)
        was_in_person = was_in_person or session.modality is Modality.IN_PERSON
    return ()


def agreement_events(events: Iterable[BoundaryEvent], first: date, last: date) -> tuple[Happening, ...]:
    """Notes on agreements between two days, by topic alone: neither their words nor their class; none set aside."""
    known = Known.NOTE_ON_AGREEMENT
    return tuple(
        Happening(one.details.day, _KINDS[known], known=known, topic=one.topic)
        for one in events
        if first <= one.details.day <= last and not one.is_set_aside
    )


def place_of(day: date, days: Sequence[date]) -> float:
    """Where a day lies among the days of the sessions: a whole place on one, half between two, half beyond the ends."""
    after = bisect_left(days, day)
    return float(after) if after < len(days) and days[after] == day else after - 0.5


def read_with(day: date, days: Sequence[date]) -> int:
    """The session with which a day is read out: the first on or after it, the last one for what came later."""
    return min(bisect_left(days, day), len(days) - 1)
