"""The alliance of one client over the sessions: both ratings, their gap, the usual range, and the marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vitalshift_desktop.domain.alliance_points import (
    ITEMS,
    AllianceCourse,
    CourseReading,
    FirstFive,
    ItemFall,
    MarkReading,
    Row,
    Series,
    SessionPoint,
    TalkedThrough,
)
from vitalshift_desktop.domain.mark_classes import ClassedMark, standing_classes
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.marked_drop import RATINGS_FOR_RANGE, Course, Mark, Rating, marked_drops
from vitalshift_desktop.domain.measures.scoring import checkin_score, one_decimal
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import Session, SessionId

__all__ = [
    "ITEMS",
    "OF_CLIENT",
    "AllianceCourse",
    "CourseReading",
    "FirstFive",
    "ItemFall",
    "MarkReading",
    "RatedBy",
    "Row",
    "Series",
    "SessionPoint",
    "TalkedThrough",
    "alliance_course",
    "mark_reading",
    "rated_by",
]


@dataclass(frozen=True, slots=True)
class RatedBy:
    """Whose ratings a course is of: the client's, or those of one guardian."""

    rater: Rater = Rater.CLIENT
    person_id: RelatedPersonId | None = None


OF_CLIENT = RatedBy()
_OWN = RatedBy(Rater.COUNSELOR)
_Rows = Mapping[tuple[SessionId, RatedBy], Row]


def alliance_course(
    sessions: Iterable[Session],
    numbers: Mapping[SessionId, int],
    administrations: Iterable[Administration],
    talked: Iterable[TalkedThrough] = (),
    classed: Iterable[ClassedMark] = (),
    of: RatedBy = OF_CLIENT,
) -> AllianceCourse:
    """The course of one rater from the held sessions, their numbers, the check-ins, talks recorded and marks classed.

    Sessions without a number are left out; of several answered check-ins for one session the latest counts. Only the
    client's own course has the counselor's ratings and the talks beside it.
    """
    held = sorted((session for session in sessions if session.id in numbers), key=lambda s: numbers[s.id])
    rows = _rows(administrations, of)
    ratings = [Rating(session.day, _score(rows.get((session.id, of)))) for session in held]
    course = marked_drops(ratings)
    talks = {entry.session_id: entry for entry in talked} if of == OF_CLIENT else {}
    classes = _classes(classed, of)
    points = tuple(
        replace(_point(place, session, numbers, rows, course, of), talked_through=talks.get(session.id))
        for place, session in enumerate(held)
    )
    marked = tuple(replace(one, classes=classes.get(one.session_id, ())) if one.mark else one for one in points)
    drawn = AllianceCourse(
        marked, _first_five(points), course.usual_range, course.marks, open_mark=course.open_mark, began=course.began
    )
    latest = mark_reading(drawn, course.marks[-1]) if course.marks else None
    return replace(drawn, reading=CourseReading(latest, course.n, RATINGS_FOR_RANGE, course.usual_range))


def rated_by(administrations: Iterable[Administration]) -> tuple[RatedBy, ...]:
    """Whose courses there are: the client's first, and each guardian's who answered a check-in in a session."""
    found = {
        RatedBy(one.rater, one.person_id)
        for one in administrations
        if one.rater is Rater.GUARDIAN and _is_answered(one) and one.session_id is not None
    }
    return (OF_CLIENT, *sorted(found, key=lambda one: one.person_id or 0))


def mark_reading(course: AllianceCourse, mark: Mark) -> MarkReading:
    """What happened at one mark of this course."""
    point = course.points[mark.index]
    talked = course.talked_place(mark)
    return MarkReading(
        mark=mark,
        session_id=point.session_id,
        session_no=point.session_no,
        day=point.day,
        item_fall=_item_fall(course.points[: mark.index + 1]),
        counselor_score=_score(point.counselor),
        gap=point.gap,
        talked_in=course.points[talked].session_no if talked is not None else None,
        back_in=course.points[mark.back].session_no if mark.back is not None else None,
        classes=point.classes,
    )


def _is_answered(given: Administration) -> bool:
    return given.instrument_id == CHECKIN and given.state is AdministrationState.ANSWERED


def _rows(administrations: Iterable[Administration], of: RatedBy) -> dict[tuple[SessionId, RatedBy], Row]:
    """The answered check-ins of this rater, and with the client's the counselor's own."""
    wanted = {of, _OWN} if of == OF_CLIENT else {of}
    rows: dict[tuple[SessionId, RatedBy], Row] = {}
    for given in sorted(administrations, key=lambda administration: administration.recorded_at):
        by = RatedBy(given.rater, given.person_id)
        score = checkin_score(given.answers) if by in wanted and _is_answered(given) else None
        if given.session_id is not None and score is not None:
            answers = tuple(answer for answer in given.answers if answer is not None)
            rows[given.session_id, by] = Row(answers, score, given.how_given)
    return rows


def _classes(classed: Iterable[ClassedMark], of: RatedBy) -> dict[SessionId, tuple[ClassedMark, ...]]:
    found: dict[SessionId, tuple[ClassedMark, ...]] = {}
    for entry in standing_classes(one for one in classed if RatedBy(one.rater, one.person_id) == of):
        found[entry.session_id] = (*found.get(entry.session_id, ()), entry)
    return found


def _point(
    place: int, session: Session, numbers: Mapping[SessionId, int], rows: _Rows, course: Course, of: RatedBy
) -> SessionPoint:
    client, counselor = rows.get((session.id, of)), rows.get((session.id, _OWN))
    usual = course.ranges[place]
    return SessionPoint(
        session_id=session.id,
        session_no=numbers[session.id],
        day=session.day,
        client=client,
        counselor=counselor,
        gap=one_decimal(counselor.score - client.score) if client and counselor else None,
        range_then=(usual.lower, usual.upper) if usual else None,
        mark=next((mark for mark in course.marks if mark.index == place), None),
        is_back=any(mark.back == place for mark in course.marks),
    )


def _score(row: Row | None) -> float | None:
    return row.score if row else None


def _first_five(points: Sequence[SessionPoint]) -> FirstFive | None:
    scores = [point.client.score for point in points if point.client and point.session_no <= EARLY_SESSIONS]
    return FirstFive(sum(scores) / len(scores), len(scores)) if scores else None


def _item_fall(points: Sequence[SessionPoint]) -> ItemFall | None:
    """The question that fell most between the last two check-ins; the first one on the form when two fell alike."""
    *_, before, after = [point.client.answers for point in points if point.client]
    falls = [ItemFall(item, was, now) for item, was, now in zip(ITEMS, before, after, strict=True) if now < was]
    return max(falls, key=lambda fall: fall.before - fall.after, default=None)
