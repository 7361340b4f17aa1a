from datetime import date, timedelta

import pytest

from tests.domain.examples import FIRST_DAY, MAREN
from vitalshift_desktop.domain.clients import LONGEST_TEXT
from vitalshift_desktop.domain.goals import Goal, GoalCourse, GoalDetails, GoalId, GoalRating, check_rating, courses
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.problems import AnswerOutOfRange, TextIsMissing, TextTooLong


def _goal(number: int = 1, wording: str = "Take the bus to my sister’s", short: str = "") -> Goal:
    return Goal(GoalId(number), MAREN, GoalDetails(wording, short))


def _rating(goal: int, rating: int, week: int, rater: Rater = Rater.CLIENT) -> GoalRating:
    return GoalRating(GoalId(goal), rating, FIRST_DAY + timedelta(weeks=week), rater)


def test_a_goal_goes_by_its_short_name_where_there_is_one() -> None:
    assert _goal().name == "Take the bus to my sister’s"
    assert _goal(short="Bus").name == "Bus"


def test_checking_a_goal_takes_stray_spaces_away() -> None:
    details = GoalDetails("  Sleep through \n", "  Sleep ", target=7, agreed_on=date(2026, 1, 8)).checked()
    assert (details.wording, details.short, details.target) == ("Sleep through", "Sleep", 7)


@pytest.mark.parametrize("wording", ["", "  \n"])
def test_a_goal_needs_words(wording: str) -> None:
    with pytest.raises(TextIsMissing):
        GoalDetails(wording).checked()


def test_a_goal_has_a_longest_wording() -> None:
    assert GoalDetails("a" * LONGEST_TEXT).checked().wording
    with pytest.raises(TextTooLong):
        GoalDetails("a" * (LONGEST_TEXT + 1)).checked()


@pytest.mark.parametrize("target", [-1, 11])
def test_a_target_lies_on_the_scale(target: int) -> None:
    with pytest.raises(AnswerOutOfRange):
        GoalDetails("Sleep", target=target).checked()


@pytest.mark.parametrize("rating", [0, 10])
def test_both_ends_of_the_scale_are_ratings(rating: int) -> None:
    check_rating(rating)


@pytest.mark.parametrize("rating", [-1, 11])
def test_a_rating_off_the_scale_is_refused(rating: int) -> None:
    with pytest.raises(AnswerOutOfRange):
        check_rating(rating)


def test_start_and_now_are_the_clients_own_first_and_latest_rating() -> None:
    ratings = [
        _rating(1, 6, 5),
        _rating(2, 9, 4),
        _rating(1, 3, 1),
        _rating(1, 8, 7, Rater.COUNSELOR),
        _rating(1, 5, 3),
    ]
    (course, other) = courses([_goal(1), _goal(2)], ratings)
    assert (course.start, course.now) == (3, 6)
    assert [rating.rating for rating in course.by(Rater.COUNSELOR)] == [8]
    assert (other.start, other.now) == (9, 9)


def test_a_goal_without_a_rating_has_no_start() -> None:
    course = GoalCourse(_goal(), (_rating(1, 8, 1, Rater.COUNSELOR),))
    assert (course.start, course.now) == (None, None)


def test_a_rating_of_zero_is_a_rating() -> None:
    course = GoalCourse(_goal(), (_rating(1, 0, 1),))
    assert (course.start, course.now) == (0, 0)
