"""What goes into a progress summary, gathered from the record."""

from collections.abc import Sequence
from datetime import date

from vitalshift_desktop.domain.agreements import in_force
from vitalshift_desktop.domain.alliance import AllianceCourse, SessionPoint
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.goals import GoalCourse, GoalStatus, courses
from vitalshift_desktop.domain.measures.marked_drop import Rating, marked_drops
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.progress import (
    AgreementLine,
    AttendanceFigures,
    CheckinCourse,
    CheckinPoint,
    GoalLine,
    Letterhead,
    Parts,
    Period,
    ProgressSummary,
    UsualRange,
)
from vitalshift_desktop.domain.sessions import Session, in_episode
from vitalshift_desktop.services.alliance import course_of, current_id
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault
from vitalshift_desktop.words import _


class Progress:
    """Progress summaries for clients."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def default_period(self, client_id: ClientId) -> Period:
        """From the first session of the current episode that took place to today."""
        day = today(self._clock)
        with self._vault.read() as work:
            own = in_episode(work.sessions.of_client(client_id), current_id(work, client_id))
            held = [session.day for session in own if session.was_held]
        return Period(min(held, default=day), day)

    def summary(
        self,
        client_id: ClientId,
        first: date,
        last: date,
        parts: Parts,
        paper: Paper,
        what_helped: str = "",
        next_steps: str = "",
        where_things_stand: str = "",
    ) -> ProgressSummary:
        """The summary of a period, both days included; still without a serial, which printing or saving gives it.

        The texts are the counselor's own for this page; `next_steps` has one step on each line.
        """
        period = Period(first, last)
        with self._vault.read() as work:
            practice, client = work.practice.get(), work.clients.get(client_id)
            sessions = [session for session in work.sessions.of_client(client_id) if period.holds(session.day)]
            return ProgressSummary(
                client_name=client.details.legal_name or client.name,
                short_name=client.short_name,
                record_code=client.code,
                period=period,
                prepared_on=today(self._clock),
                letterhead=Letterhead.of(practice),
                service_type=client.details.service_type,
                parts=parts,
                attendance=AttendanceFigures.of(sessions),
                goals=_goals(work, client_id, last),
                checkins=_checkins(course_of(work, client_id, _episode_of(sessions)), period),
                agreements=tuple(AgreementLine.of(clause) for clause in in_force(work.agreements.versions(client_id))),
                reason=client.details.presenting.strip(),
                where_things_stand=where_things_stand.strip(),
                what_helped=what_helped.strip(),
                next_steps=next_steps.strip(),
                paper=paper,
                is_sample=practice.is_sample,
            )


def _episode_of(sessions: Sequence[Session]) -> EpisodeId | None:
    """The latest episode with a session in the period; its numbers and ranges are those on the page."""
    held = [session for session in sessions if session.was_held]
    return held[-1].episode_id if held else None


def _goals(work: UnitOfWork, client_id: ClientId, last: date) -> tuple[GoalLine, ...]:
    """The goals that are worked on or reached, with the ratings up to the last day."""
    ratings = [rating for rating in work.goals.ratings_of_client(client_id) if rating.rated_on <= last]
    shown = [goal for goal in work.goals.of_client(client_id) if goal.status is not GoalStatus.SET_ASIDE]
    course: Sequence[GoalCourse] = courses(shown, ratings)
    return tuple(GoalLine.of(one) for one in course)


def _checkins(course: AllianceCourse, period: Period) -> CheckinCourse:
    """The check-ins of a period; ranges and remarks rest on the whole course, as they stood at each session."""
    scores = [Rating(point.day, point.client.score if point.client else None) for point in course.points]
    ranges = marked_drops(scores).ranges
    remarks = _remarks(course)
    return CheckinCourse(
        tuple(
            CheckinPoint(
                session_no=point.session_no,
                client=point.client.score if point.client else None,
                counselor=point.counselor.score if point.counselor else None,
                usual_range=UsualRange(usual.lower, usual.upper, usual.n) if usual else None,
                remark=remarks.get(place, ""),
            )
            for place, (point, usual) in enumerate(zip(course.points, ranges, strict=True))
            if period.holds(point.day)
        )
    )


def _remarks(course: AllianceCourse) -> dict[int, str]:
    """Words under the marks that were talked through, by their place in the course."""
    places = {mark.index: course.talked_place(mark) for mark in course.marks}
    return {
        marked: _remark(course.points[marked], course.points[talked])
        for marked, talked in places.items()
        if talked is not None
    }


def _remark(marked: SessionPoint, talked: SessionPoint) -> str:
    return _("session {marked}, talked through in {talked}").format(marked=marked.session_no, talked=talked.session_no)
