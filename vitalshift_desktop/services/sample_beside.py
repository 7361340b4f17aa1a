"""What stands beside the scores in the sample: classed marks, entries on the chart, levels, gaps, hand-overs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vitalshift_desktop.domain.chart_entries import ChartEntry, ChartEntryId, EntryKind
from vitalshift_desktop.domain.client_measures import Moment
from vitalshift_desktop.domain.goal_levels import LevelEntry
from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.handovers import Handover, HandoverId, HandoverState
from vitalshift_desktop.domain.mark_classes import ClassedId, ClassedMark, MarkClass
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.not_given import NotGiven, NotGivenReason
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_AFTER = timedelta(minutes=4)
_TAKEN_AFTER = timedelta(minutes=1)
_NO_KEY = b"\x00" * 32


@dataclass(frozen=True, slots=True)
class SampleLevel:
    """The level of the goal with this key in the session of a day."""

    goal: str
    day: int
    level: int
    importance: int
    difficulty: int


@dataclass(frozen=True, slots=True)
class SampleGap:
    """A measure that was not given in the session of a day."""

    instrument: str
    day: int
    reason: NotGivenReason
    note: str


@dataclass(frozen=True, slots=True)
class SampleBeside:
    """All of it for one client; days count from the day of writing and are those of held sessions but for entries.

    `classed` are marks with the day, what the counselor calls them and a note; `entries` are a day, a kind and words;
    `handed_over` are the days on which the check-in came by hand-over.
    """

    classed: tuple[tuple[int, MarkClass, str], ...] = ()
    entries: tuple[tuple[int, EntryKind, str], ...] = ()
    levels: tuple[SampleLevel, ...] = ()
    gaps: tuple[SampleGap, ...] = ()
    handed_over: tuple[int, ...] = ()


NOTHING_BESIDE = SampleBeside()


def read_beside(entry: Entry) -> SampleBeside:
    """What stands beside one client's scores."""
    return SampleBeside(
        classed=tuple(_classed(one) for one in entry.each("classed_marks")),
        entries=tuple(_chart_entry(one) for one in entry.each("chart_entries")),
        levels=tuple(_level(one) for one in entry.each("goal_levels")),
        gaps=tuple(_gap(one) for one in entry.each("not_given")),
        handed_over=entry.wholes("handed_over"),
    )


def write_beside(
    work: UnitOfWork,
    sample: SampleBeside,
    on: Callable[[int], date],
    sessions: Mapping[int, Session],
    goals: Mapping[str, GoalId],
) -> None:
    """Write it beside the sessions, by their days, and the goals, by their keys."""
    for day, kind, note in sample.classed:
        session = sessions[day]
        entry = ClassedMark(ClassedId(0), session.client_id, session.id, kind, note, session.ends + _AFTER)
        work.classed_marks.add(entry.checked())
    for one in sample.levels:
        session = sessions[one.day]
        level = LevelEntry(
            goals[one.goal], one.level, one.importance, one.difficulty, session.day, session.ends + _AFTER
        )
        work.goals.add_level(level.checked())
    for gap in sample.gaps:
        session = sessions[gap.day]
        said = NotGiven(
            session.id, session.client_id, gap.instrument, gap.reason, gap.note, session.ends + _TAKEN_AFTER
        )
        work.measures_not_given.add(said.checked())
    for day in sample.handed_over:
        _write_handover(work, sessions[day])
    _write_entries(work, sample, on, sessions)


def _write_entries(
    work: UnitOfWork, sample: SampleBeside, on: Callable[[int], date], sessions: Mapping[int, Session]
) -> None:
    """Each was written after the first session that followed it."""
    for day, kind, words in sample.entries:
        session = sessions[min(one for one in sessions if one >= day)]
        at = session.ends + _AFTER
        work.chart_entries.add(ChartEntry(ChartEntryId(0), session.client_id, on(day), kind, words, at).checked())


def _write_handover(work: UnitOfWork, session: Session) -> None:
    armed = Handover(
        id=HandoverId(0),
        client_id=session.client_id,
        session_id=session.id,
        tag=f"sample{session.id}",
        rater=Rater.CLIENT,
        forms=(CHECKIN,),
        moment=Moment.END,
        late_reason="",
        larger_text=False,
        armed_at=session.ends,
    )
    handover = work.handovers.arm(armed, _NO_KEY)  # dropped again as it is closed
    work.handovers.close(handover.id, HandoverState.TAKEN_IN, session.ends + _TAKEN_AFTER)
    work.handovers.clear(handover.id, session.ends + _TAKEN_AFTER)


def _classed(entry: Entry) -> tuple[int, MarkClass, str]:
    read = entry.whole("day"), entry.word("kind", MarkClass), entry.text("note", "")
    entry.finish()
    return read


def _chart_entry(entry: Entry) -> tuple[int, EntryKind, str]:
    read = entry.whole("day"), entry.word("kind", EntryKind), entry.text("words", "")
    entry.finish()
    return read


def _level(entry: Entry) -> SampleLevel:
    read = SampleLevel(
        entry.text("goal"),
        entry.whole("day"),
        entry.whole("level"),
        entry.whole("importance"),
        entry.whole("difficulty"),
    )
    entry.finish()
    return read


def _gap(entry: Entry) -> SampleGap:
    reason = entry.word("reason", NotGivenReason)
    read = SampleGap(entry.text("instrument"), entry.whole("day"), reason, entry.text("note", ""))
    entry.finish()
    return read
