"""Courses of an alliance to draw, made from scores alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tests.domain.examples import MAREN, NOON, answers_for, checkin, weekly
from vitalshift_desktop.domain.alliance import AllianceCourse, TalkedThrough, alliance_course
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import SessionId, numbered

CLIENT = (7.0, 6.5, 7.5, 7.25, 8.0, 7.5, 5.0, 5.75, 7.75, 8.25, 8.0, 8.25)
YOU = (7.5, 7.5, 7.75, 8.0, 8.0, 8.0, 7.75, 6.5, 7.5, 8.0, 8.0, 8.0)

Scores = Sequence[float | None]


def course(client: Scores, you: Scores = (), talked: Sequence[int] = (), *, pause_before: int = 0) -> AllianceCourse:
    """Weekly sessions with these scores; before session `pause_before` lie twenty weeks more."""
    sessions = weekly(len(client))
    if pause_before:
        late = [replace(one, starts=one.starts + timedelta(weeks=20)) for one in sessions[pause_before - 1 :]]
        sessions = [*sessions[: pause_before - 1], *late]
    given = [checkin(n, answers_for(score)) for n, score in enumerate(client, start=1) if score is not None]
    given += [
        checkin(n, answers_for(score), Rater.COUNSELOR) for n, score in enumerate(you, start=1) if score is not None
    ]
    talks = [TalkedThrough(MAREN, SessionId(n), NOON) for n in talked]
    return alliance_course(sessions, numbered(sessions), given, talks)
