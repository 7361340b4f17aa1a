from dataclasses import replace
from datetime import date, timedelta

from tests.domain.examples import FIRST_DAY, MAREN, NOON, weekly
from tests.domain.given_forms import form
from vitalshift_desktop.domain.goal_levels import LevelEntry, attainment_reading
from vitalshift_desktop.domain.goals import Goal, GoalCourse, GoalDetails, GoalId, GoalRating, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.outcomes import measure_courses
from vitalshift_desktop.domain.sessions import Modality, numbered
from vitalshift_desktop.ui.level_words import attainment_words, level_words, levels_line
from vitalshift_desktop.ui.outcomes.goals_section import goal_words
from vitalshift_desktop.ui.outcomes.place_words import PlaceLine, place_lines

GOAL = Goal(GoalId(1), MAREN, GoalDetails("Walk to the shop alone", target=8))
BEGUN = replace(GOAL, details=replace(GOAL.details, start_level=-2))
LATER = FIRST_DAY + timedelta(days=60)


def _rated(rating: int, day: date = FIRST_DAY, rater: Rater = Rater.CLIENT) -> GoalRating:
    return GoalRating(GOAL.id, rating, day, rater)


def _level(level: int, day: date = FIRST_DAY, weights: tuple[int, int] = (3, 2)) -> LevelEntry:
    return LevelEntry(GOAL.id, level, *weights, day, NOON)


def test_client_and_counselor_are_told_apart_with_the_number_of_their_ratings() -> None:
    course = GoalCourse(GOAL, (_rated(2), _rated(3, rater=Rater.COUNSELOR), _rated(6, LATER)))
    assert goal_words(course, "Maren") == (
        "Maren 2 to 6 (2 ratings, 11 Dec to 9 Feb). You 3 (1 rating, 11 Dec). Target 8 of 10."
    )
    assert goal_words(GoalCourse(replace(GOAL, status=GoalStatus.REACHED)), "Maren").startswith("Not rated yet.")


def test_levels_are_words_with_their_sign() -> None:
    assert [level_words(level) for level in (-2, 0, 1)] == [
        "−2, much less than hoped",
        "0, as hoped",
        "+1, more than hoped",
    ]


def test_a_goal_tells_its_way_and_its_weight() -> None:
    reading = attainment_reading([BEGUN], [_level(-2), _level(0, LATER)])
    assert reading is not None
    assert levels_line(reading.goals[0]) == (
        "Started at −2, now 0, as hoped (9 Feb). Weight 6: importance 3 × difficulty 2."
    )
    assert attainment_words(reading).startswith("Baseline T 30.0, achieved T 50.0, change +20.0.")


def test_a_goal_of_no_weight_is_said_to_be_left_out() -> None:
    reading = attainment_reading([GOAL], [_level(-1, weights=(0, 2))])
    assert reading is not None
    assert levels_line(reading.goals[0]).endswith("Weight 0: left out of T.")
    assert attainment_words(reading) == "T cannot be worked out: every goal has the weight 0."


def _places(online: int) -> tuple[PlaceLine, ...]:
    sessions = [
        replace(one, modality=Modality.VIDEO) if place >= 5 else one for place, one in enumerate(weekly(5 + online))
    ]
    given = [form(n, 12 if n <= 5 else 9.5, session=n) for n in range(1, 6 + online)]
    (course,) = measure_courses(given, sessions, numbered(sessions))
    return place_lines([("Mood", course)])


def test_both_ways_of_meeting_are_read_from_five_on_each_side() -> None:
    assert _places(0) == ()
    (few,) = _places(4)
    assert (few.in_person, few.online) == ("mean 12.0, n = 5", "mean 9.5, n = 4")
    assert few.reading == "Under 5 on a side: nothing can be read from it."
    (enough,) = _places(5)
    assert enough.reading.startswith("2.5 apart.")
    assert enough.reading.endswith("it does not say why.")
