from datetime import timedelta

from tests.domain.examples import FIRST_DAY, MAREN, NOON, answers_for, checkin, weekly
from vitalshift_desktop.domain.alliance import TalkedThrough, alliance_course
from vitalshift_desktop.domain.clients import Phase, PhaseMark
from vitalshift_desktop.domain.phases import DotKind, PhaseSpan, ThreadDot, dot_kinds, phase_on, phase_spans
from vitalshift_desktop.domain.sessions import SessionId, numbered

_TODAY = FIRST_DAY + timedelta(weeks=11)


def _mark(phase: Phase, weeks: int) -> PhaseMark:
    return PhaseMark(MAREN, phase, FIRST_DAY + timedelta(weeks=weeks))


def test_without_a_mark_the_work_is_beginning() -> None:
    assert phase_on([], FIRST_DAY) is Phase.BEGINNING


def test_a_phase_holds_from_its_day_on() -> None:
    marks = [_mark(Phase.CHANGE, 8), _mark(Phase.WORKING, 4)]
    days = [FIRST_DAY + timedelta(weeks=4, days=-1), FIRST_DAY + timedelta(weeks=4), FIRST_DAY + timedelta(weeks=9)]
    assert [phase_on(marks, day) for day in days] == [Phase.BEGINNING, Phase.WORKING, Phase.CHANGE]


def test_of_two_marks_on_one_day_the_later_entry_holds() -> None:
    assert phase_on([_mark(Phase.WORKING, 0), _mark(Phase.ENDING, 0)], FIRST_DAY) is Phase.ENDING


def test_the_thread_shows_past_present_and_phases_ahead() -> None:
    sessions = weekly(11)
    spans = phase_spans([_mark(Phase.WORKING, 4)], sessions, numbered(sessions), _TODAY, next_no=12)
    assert [(span.phase, span.first_no, span.last_no, span.is_current) for span in spans] == [
        (Phase.BEGINNING, 1, 4, False),
        (Phase.WORKING, 5, 11, True),
        (Phase.CHANGE, None, None, False),
        (Phase.ENDING, None, None, False),
    ]
    assert [dot.session_no for dot in spans[0].dots] == [1, 2, 3, 4]
    assert spans[1].dots[-1] == ThreadDot(12, DotKind.NEXT)
    assert spans[2].dots == ()


def test_drops_and_talks_have_their_own_dots() -> None:
    sessions = weekly(8)
    scores = (8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 5.0, 6.0)
    given = [checkin(number, answers_for(score)) for number, score in enumerate(scores, start=1)]
    course = alliance_course(sessions, numbered(sessions), given, [TalkedThrough(MAREN, SessionId(8), NOON)])
    (span, *_ahead) = phase_spans([], sessions, numbered(sessions), _TODAY, dot_kinds(course))
    assert [dot.kind for dot in span.dots[5:]] == [DotKind.HELD, DotKind.DROP, DotKind.TALKED]


def test_a_new_client_has_a_beginning_without_sessions() -> None:
    first, *ahead = phase_spans([], [], {}, FIRST_DAY)
    assert first == PhaseSpan(Phase.BEGINNING, None, None, is_current=True)
    assert [span.phase for span in ahead] == [Phase.WORKING, Phase.CHANGE, Phase.ENDING]


def test_a_phase_set_today_is_current_before_its_first_session() -> None:
    sessions = weekly(4)
    spans = phase_spans([_mark(Phase.ENDING, 5)], sessions, numbered(sessions), _TODAY, next_no=5)
    assert [(span.phase, span.first_no, span.is_current) for span in spans] == [
        (Phase.BEGINNING, 1, False),
        (Phase.ENDING, None, True),
    ]
    assert spans[-1].dots == (ThreadDot(5, DotKind.NEXT),)


def test_a_phase_that_comes_back_is_a_stretch_of_its_own() -> None:
    sessions = weekly(6)
    marks = [_mark(Phase.WORKING, 2), _mark(Phase.CHANGE, 4), _mark(Phase.WORKING, 5)]
    spans = phase_spans(marks, sessions, numbered(sessions), _TODAY)
    assert [(span.phase, span.first_no, span.last_no) for span in spans[:4]] == [
        (Phase.BEGINNING, 1, 2),
        (Phase.WORKING, 3, 4),
        (Phase.CHANGE, 5, 5),
        (Phase.WORKING, 6, 6),
    ]
    assert [span.is_current for span in spans] == [False, False, False, True, False, False]
