"""What the clients of the sample practice agreed to keep, and how their sessions went; days count from its writing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from vitalshift_desktop.domain.commitments import (
    AgreedBreak,
    BreakId,
    Commitment,
    CommitmentId,
    CommitmentTerms,
    Rhythm,
)
from vitalshift_desktop.domain.episodes import Episode, episode_on
from vitalshift_desktop.domain.session_course import SessionCourse
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_WRITTEN_AT = time(18, 0)


@dataclass(frozen=True, slots=True)
class SampleAgreed:
    """All of it for one client: versions with day and reason, breaks with their days, and how sessions went."""

    versions: tuple[tuple[int, CommitmentTerms, str], ...] = ()
    breaks: tuple[tuple[int, int, int, str], ...] = ()
    courses: tuple[tuple[int, SessionCourse], ...] = ()


NOTHING_AGREED = SampleAgreed()


def read_agreed(entry: Entry) -> SampleAgreed:
    """What one client agreed to keep, and how the sessions of some days went."""
    return SampleAgreed(
        versions=tuple(_version(one) for one in entry.each("commitments")),
        breaks=tuple(_break(one) for one in entry.each("breaks")),
        courses=tuple(_course(one) for one in entry.each("session_courses")),
    )


def write_agreed(
    work: UnitOfWork,
    sample: SampleAgreed,
    on: Callable[[int], date],
    at: Callable[[int, time], datetime],
    episodes: tuple[Episode, ...],
    sessions: Mapping[int, Session],
) -> None:
    """Write the versions into the episodes of their days, and the rest beside."""
    for number, (day, terms, reason) in enumerate(sample.versions, 1):
        episode = episode_on(episodes, on(day))
        if episode is None:
            raise ValueError(day)
        agreed = Commitment(
            CommitmentId(0), episode.client_id, episode.id, number, on(day), terms, at(day, _WRITTEN_AT), reason
        )
        work.commitments.add(agreed.checked(episode.opened_on, on(0)))
    for day, first, last, words in sample.breaks:
        away = AgreedBreak(BreakId(0), episodes[0].client_id, on(first), on(last), on(day), at(day, _WRITTEN_AT), words)
        work.commitments.add_break(away.checked(on(0)))
    for day, course in sample.courses:
        work.session_courses.put(sessions[day].id, course.checked())


def _version(entry: Entry) -> tuple[int, CommitmentTerms, str]:
    weeks = entry.maybe_whole("every_weeks")
    terms = CommitmentTerms(
        rhythm=None if weeks is None else Rhythm(entry.whole("times", 1), weeks),
        minutes=entry.whole("minutes", 50),
        review_after=entry.maybe_whole("review_after"),
        client_does=entry.text("client_does", ""),
        counselor_does=entry.text("counselor_does", ""),
    )
    read = entry.whole("day"), terms, entry.text("reason", "")
    entry.finish()
    return read


def _break(entry: Entry) -> tuple[int, int, int, str]:
    read = entry.whole("day"), entry.whole("first"), entry.whole("last"), entry.text("words", "")
    entry.finish()
    return read


def _course(entry: Entry) -> tuple[int, SessionCourse]:
    read = entry.whole("day"), SessionCourse(entry.maybe_whole("started_late"), entry.maybe_whole("lasted"))
    entry.finish()
    return read
