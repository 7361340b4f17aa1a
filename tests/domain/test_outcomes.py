from dataclasses import replace

from tests.domain.examples import FIRST_DAY, MAREN, NOON, weekly
from tests.domain.given_forms import form, forms, measure
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import TOTAL, Rule
from vitalshift_desktop.domain.measures.not_given import NotGiven, NotGivenReason
from vitalshift_desktop.domain.measures.results import Reason, Status
from vitalshift_desktop.domain.outcomes import KeyChange, MeasureCourse, PointState, measure_courses
from vitalshift_desktop.domain.sessions import Modality, SessionId, numbered


def _only(*given: object) -> MeasureCourse:
    (course,) = measure_courses(given, (), {}, FIRST_DAY)  # type: ignore[arg-type]  # forms, whatever their type
    return course


def test_client_and_guardian_and_different_instruments_have_courses_of_their_own() -> None:
    given = [
        form(1, 12),
        form(1, 14, rater=Rater.GUARDIAN),
        form(1, 15, rater=Rater.GUARDIAN, person=7),
        form(2, 10),
        form(2, 30, measure("worry", high=40)),
    ]
    courses = measure_courses(given, (), {})
    assert [(course.definition.id, course.rater, len(course.points)) for course in courses] == [
        ("mood", Rater.CLIENT, 2),
        ("mood", Rater.GUARDIAN, 1),
        ("mood", Rater.GUARDIAN, 1),
        ("worry", Rater.CLIENT, 1),
    ]


def test_points_are_in_order_of_the_days_on_which_they_were_given() -> None:
    course = _only(form(3, 9), form(1, 14), form(2, 11))
    assert [point.value(TOTAL) for point in course.points] == [14, 11, 9]


def test_a_line_joins_complete_neighbours_only() -> None:
    course = _only(*forms(14, 12, None, 9, 8))
    assert course.joined(TOTAL) == (0, 3)


def test_prorated_and_left_out_scores_have_a_value_and_are_never_joined_or_compared() -> None:
    course = _only(
        form(1, 14),
        form(2, 12.5, status=Status.PRORATED),
        form(3, 15, reason=Reason.ITEMS_LEFT_OUT),
        form(4, 9),
    )
    assert [point.state(TOTAL) for point in course.points] == [
        PointState.COMPLETE,
        PointState.PRORATED,
        PointState.LEFT_OUT,
        PointState.COMPLETE,
    ]
    assert [point.value(TOTAL) for point in course.points] == [14, 12.5, 15, 9]
    assert [point.complete_value(TOTAL) for point in course.points] == [14, None, None, 9]
    assert course.joined(TOTAL) == ()
    assert course.comparable() == (0, 3)


def test_missing_is_not_zero() -> None:
    course = _only(form(1, None, status=Status.NOT_COMPUTABLE), form(2, None, status=Status.INCOMPLETE), form(3, 0))
    assert [point.value(TOTAL) for point in course.points] == [None, None, 0]
    assert [point.state(TOTAL) for point in course.points] == [
        PointState.NOTHING,
        PointState.INCOMPLETE,
        PointState.COMPLETE,
    ]


def test_nothing_is_joined_or_compared_across_a_change_of_key() -> None:
    newer = measure(version="2", rule=Rule.MEAN)
    course = _only(*forms(14, 12), form(3, 11, newer), form(4, 10, newer))
    assert course.key_changes(TOTAL) == (KeyChange(2, "1", "2"),)
    assert course.joined(TOTAL) == (0, 2)
    assert course.comparable() == (2, 3)
    assert course.definition.version == "2"


def test_a_new_version_that_scores_alike_is_joined_and_compared() -> None:
    newer = measure(version="2", cutoffs=(), changes=())
    course = _only(*forms(14, 12), form(3, 11, newer))
    assert course.key_changes(TOTAL) == ()
    assert course.joined(TOTAL) == (0, 1)
    assert course.comparable() == (0, 1, 2)


def test_a_score_that_an_earlier_key_did_not_have_is_nothing_on_its_days() -> None:
    course = _only(form(1, 14))
    assert course.points[0].state("other") is PointState.NOTHING
    assert course.points[0].value("other") is None


def test_a_point_knows_its_session_and_whether_they_met_online() -> None:
    first, second, third = weekly(3)
    sessions = [first, replace(second, modality=Modality.VIDEO), replace(third, modality=Modality.OUTDOORS)]
    given = [form(1, 14, session=1), form(2, 12, session=2), form(3, 9, session=3), form(4, 8)]
    (course,) = measure_courses(given, sessions, numbered(sessions))
    assert [point.session_no for point in course.points] == [1, 2, 3, None]
    assert [point.is_online for point in course.points] == [False, True, False, None]
    assert course.points[0].scored.administration.session_id == SessionId(1)


def test_a_session_without_the_measure_is_a_gap_with_its_reason() -> None:
    sessions = weekly(3)
    declined = NotGiven(SessionId(2), MAREN, "mood", NotGivenReason.DECLINED, "", NOON)
    courses = measure_courses([form(1, 14, session=1)], sessions, numbered(sessions), not_given=[declined])
    (gap,) = courses[0].gaps
    assert (gap.session_no, gap.day, gap.not_given) == (2, sessions[1].day, declined)


def test_a_measure_that_was_only_ever_declined_has_a_course_of_gaps() -> None:
    sessions = weekly(2)
    declined = NotGiven(SessionId(2), MAREN, "mood", NotGivenReason.DECLINED, "", NOON)
    (course,) = measure_courses([], sessions, numbered(sessions), None, (), [declined], {"mood": measure()})
    assert (course.points, [gap.session_no for gap in course.gaps]) == ((), [2])
    assert course.joined(TOTAL) == ()
    assert course.comparable() == ()


def test_an_entry_that_was_put_right_is_history_beside_the_course() -> None:
    wrong = form(1, 24)
    (course,) = measure_courses([form(1, 14)], (), {}, corrected=[wrong])
    assert [point.value(TOTAL) for point in course.points] == [14]
    assert course.corrected == (wrong,)
