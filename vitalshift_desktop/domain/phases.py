"""The phases of the work along the sessions: which session belongs to which, and what is still ahead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.domain.clients import Phase, PhaseMark
from vitalshift_desktop.domain.sessions import Session, SessionId


class DotKind(StrEnum):
    """What a session's dot on the phase thread shows."""

    HELD = "held"
    DROP = "drop"
    RUPTURE = "rupture"
    TALKED = "talked"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class ThreadDot:
    """One session on the phase thread."""

    session_no: int
    kind: DotKind = DotKind.HELD


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """One stretch of a phase; without a session in it `first_no` and `last_no` are None."""

    phase: Phase
    first_no: int | None
    last_no: int | None
    is_current: bool
    dots: tuple[ThreadDot, ...] = ()


def phase_on(marks: Iterable[PhaseMark], day: date) -> Phase:
    """The phase on a day: that of the latest mark up to it, the later entry on the same day; at first, beginning."""
    current = Phase.BEGINNING
    for mark in sorted(marks, key=lambda mark: mark.since):
        if mark.since <= day:
            current = mark.phase
    return current


def dot_kinds(course: AllianceCourse) -> dict[int, DotKind]:
    """The sessions, by number, whose dot is not a plain one: marked, or talked through."""
    kinds = {
        point.session_no: DotKind.RUPTURE if point.rupture else DotKind.DROP for point in course.points if point.mark
    }
    return kinds | {point.session_no: DotKind.TALKED for point in course.points if point.talked_through}


def phase_spans(
    marks: Sequence[PhaseMark],
    sessions: Iterable[Session],
    numbers: Mapping[SessionId, int],
    today: date,
    kinds: Mapping[int, DotKind] | None = None,
    next_no: int | None = None,
) -> tuple[PhaseSpan, ...]:
    """The spans in order of time, then the phases ahead; `next_no` is the number of the next planned session."""
    current = phase_on(marks, today)
    spans = _runs(marks, sessions, numbers)
    if not spans or spans[-1][0] is not current:
        spans.append((current, []))
    last = len(spans) - 1
    past = [_span(phase, held, kinds or {}, is_current=place == last) for place, (phase, held) in enumerate(spans)]
    if next_no is not None:
        past[-1] = _with_next(past[-1], next_no)
    order = list(Phase)
    ahead = [PhaseSpan(phase, None, None, is_current=False) for phase in order[order.index(current) + 1 :]]
    return (*past, *ahead)


def _runs(
    marks: Sequence[PhaseMark], sessions: Iterable[Session], numbers: Mapping[SessionId, int]
) -> list[tuple[Phase, list[int]]]:
    held = sorted((session for session in sessions if session.id in numbers), key=lambda s: numbers[s.id])
    runs: list[tuple[Phase, list[int]]] = []
    for session in held:
        phase = phase_on(marks, session.day)
        if not runs or runs[-1][0] is not phase:
            runs.append((phase, []))
        runs[-1][1].append(numbers[session.id])
    return runs


def _span(phase: Phase, held: Sequence[int], kinds: Mapping[int, DotKind], *, is_current: bool) -> PhaseSpan:
    dots = tuple(ThreadDot(number, kinds.get(number, DotKind.HELD)) for number in held)
    return PhaseSpan(phase, held[0] if held else None, held[-1] if held else None, is_current, dots)


def _with_next(span: PhaseSpan, next_no: int) -> PhaseSpan:
    dots = (*span.dots, ThreadDot(next_no, DotKind.NEXT))
    return PhaseSpan(span.phase, span.first_no, span.last_no, span.is_current, dots)
