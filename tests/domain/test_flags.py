from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.domain.examples import FIRST_DAY, MAREN, NOON, ZONE, answers_for, checkin, weekly
from tests.domain.test_answers import FORM
from vitalshift_desktop.domain.agreements import ClauseId, ClauseState, ClauseVersion, Topic
from vitalshift_desktop.domain.alliance import AllianceCourse, TalkedThrough, alliance_course
from vitalshift_desktop.domain.answers import AnswerFacts, asked_answers
from vitalshift_desktop.domain.clause_reviews import ReviewCause, TogetherDue
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.flags import (
    AgreementFacts,
    Dismissal,
    DropFacts,
    EarlyFacts,
    Flag,
    FlagKind,
    agreement_flag,
    answer_flags,
    drop_flag,
    early_flag,
    needs_a_look,
)
from vitalshift_desktop.domain.mark_classes import ClassedId, ClassedMark, MarkClass
from vitalshift_desktop.domain.measures.early import EarlyReason
from vitalshift_desktop.domain.measures.marked_drop import MarkKind
from vitalshift_desktop.domain.sessions import SessionId, numbered


def _course(scores: Sequence[float | None], talked_in: int | None = None) -> AllianceCourse:
    sessions = weekly(len(scores))
    given = [checkin(place, answers_for(x)) for place, x in enumerate(scores, start=1) if x is not None]
    talked = [TalkedThrough(MAREN, SessionId(talked_in), NOON)] if talked_in else []
    return alliance_course(sessions, numbered(sessions), given, talked)


def _clause(number: int, review_on: date | None, state: ClauseState = ClauseState.IN_FORCE) -> ClauseVersion:
    topic = list(Topic)[number]
    return ClauseVersion(ClauseId(number), MAREN, topic, 1, "Wording", state, FIRST_DAY, review_on)


# ---------------------------------------------------------------- answers to review


def test_an_answer_that_was_not_reviewed_is_a_flag_and_a_reviewed_one_is_none() -> None:
    waiting, reviewed = checkin(2, (0, 1), instrument_id="form"), checkin(1, (0, 1), instrument_id="form")
    asked = asked_answers([(waiting, FORM), (replace(reviewed, reviewed_at=NOON), FORM)], ZONE)
    (flag,) = answer_flags(MAREN, asked)
    assert (flag.kind, flag.since, flag.session_id, flag.key) == (
        FlagKind.ANSWER_TO_REVIEW, waiting.given_on, SessionId(2), str(waiting.id),
    )  # fmt: skip
    assert isinstance(flag.facts, AnswerFacts)
    assert flag.facts.same_reviewed_on is not None


# ---------------------------------------------------------------- marked drops


def test_an_open_drop_asks_with_its_own_days_numbers() -> None:
    flag = drop_flag(MAREN, _course((8.0,) * 6 + (5.0, 6.0)))
    assert flag is not None
    assert isinstance(flag.facts, DropFacts)
    assert (flag.kind, flag.since, flag.session_id, flag.key) == (
        FlagKind.MARKED_DROP, FIRST_DAY + timedelta(weeks=6), SessionId(7), "7",
    )  # fmt: skip
    assert (flag.facts.session_no, flag.facts.mark.score, flag.facts.mark.lower) == (7, 5.0, 6.5)


def test_a_drop_that_is_back_in_range_or_talked_through_no_longer_asks() -> None:
    assert drop_flag(MAREN, _course((8.0,) * 6 + (5.0, 8.0))) is None
    assert drop_flag(MAREN, _course((8.0,) * 6 + (5.0, 6.0), talked_in=8)) is None
    assert drop_flag(MAREN, _course((8.0,) * 7)) is None
    assert drop_flag(MAREN, AllianceCourse()) is None


def test_a_drop_that_the_counselor_classed_no_longer_asks_until_that_is_taken_back() -> None:
    sessions = weekly(8)
    given = [checkin(place, answers_for(x)) for place, x in enumerate((8.0,) * 6 + (5.0, 6.0), start=1)]
    classed = ClassedMark(ClassedId(1), MAREN, SessionId(7), MarkClass.WITHDRAWAL, "", NOON)
    back = replace(classed, id=ClassedId(2), kind=MarkClass.NONE)
    assert drop_flag(MAREN, alliance_course(sessions, numbered(sessions), given, (), [classed])) is None
    assert drop_flag(MAREN, alliance_course(sessions, numbered(sessions), given, (), [classed, back])) is not None


def test_a_fall_after_session_five_asks_while_there_is_no_range_and_it_is_the_latest() -> None:
    flag = drop_flag(MAREN, _course((8.0, None, None, 8.0, None, 6.0)))
    assert flag is not None
    assert isinstance(flag.facts, DropFacts)
    assert flag.facts.mark.kind is MarkKind.FALL
    assert drop_flag(MAREN, _course((8.0, None, None, 8.0, None, 6.0, 6.0))) is None
    assert drop_flag(MAREN, _course((8.0, None, None, 8.0, 6.0))) is None


def test_an_early_fall_is_told_once_by_the_low_early_checkin() -> None:
    course = _course((8.0, 6.0))
    assert drop_flag(MAREN, course) is None
    flag = early_flag(MAREN, course, (), None)
    assert flag is not None
    assert isinstance(flag.facts, EarlyFacts)
    assert flag.facts.low.reasons == (EarlyReason.FELL,)


# ---------------------------------------------------------------- low early check-ins


def test_a_low_early_checkin_says_since_when_and_under_what() -> None:
    flag = early_flag(MAREN, _course((7.0, 6.0)), (), 6.5)
    assert flag is not None
    assert isinstance(flag.facts, EarlyFacts)
    assert (flag.kind, flag.key, flag.since) == (FlagKind.LOW_EARLY_CHECKIN, "2", FIRST_DAY + timedelta(weeks=1))
    assert (flag.facts.low.score, flag.facts.low.threshold, flag.facts.low.previous) == (6.0, 6.5, 7.0)


def test_only_the_latest_checkin_can_be_low() -> None:
    assert early_flag(MAREN, _course((5.0, 7.0)), (), 6.5) is None
    assert early_flag(MAREN, AllianceCourse(), (), 6.5) is None


def test_a_talked_through_early_fall_no_longer_asks() -> None:
    assert early_flag(MAREN, _course((8.0, 5.0), talked_in=2), (), 6.0) is None


# ---------------------------------------------------------------- agreements


def test_clauses_to_look_at_again_make_one_flag_since_the_longest_waiting() -> None:
    today = date(2026, 3, 12)
    clauses = [
        _clause(3, date(2026, 3, 12)),
        _clause(1, date(2026, 3, 2)),
        _clause(2, date(2026, 3, 13)),
        _clause(4, None),
        _clause(5, date(2026, 1, 1), ClauseState.REPLACED),
    ]
    flag = agreement_flag(MAREN, clauses, today)
    assert flag is not None
    assert isinstance(flag.facts, AgreementFacts)
    assert [clause.clause_id for clause in flag.facts.clauses] == [1, 3]
    assert (flag.since, flag.key, flag.session_id) == (date(2026, 3, 2), "2026-03-12", None)


def test_all_clauses_together_are_the_same_flag_or_one_alone() -> None:
    today = date(2026, 3, 12)
    together = TogetherDue(date(2026, 2, 1), (ReviewCause.SESSIONS,), 5)
    alone = agreement_flag(MAREN, [], today, together)
    assert alone is not None
    assert (alone.since, alone.key, alone.facts) == (together.since, ":5:sessions", AgreementFacts((), together))
    both = agreement_flag(MAREN, [_clause(1, date(2026, 1, 2))], today, together)
    assert both is not None
    assert (both.since, both.key) == (date(2026, 1, 2), "2026-01-02:5:sessions")


def test_nothing_to_look_at_makes_no_flag() -> None:
    assert agreement_flag(MAREN, [_clause(2, date(2026, 3, 13))], date(2026, 3, 12)) is None


# ---------------------------------------------------------------- the list


def _flag(kind: FlagKind, day: int, client: int = 1) -> Flag:
    return Flag(kind, ClientId(client), FIRST_DAY + timedelta(days=day), AgreementFacts(()), f"{day}")


def test_flags_stand_by_kind_and_within_a_kind_the_oldest_first() -> None:
    drop, early, answer = FlagKind.MARKED_DROP, FlagKind.LOW_EARLY_CHECKIN, FlagKind.ANSWER_TO_REVIEW
    shown = needs_a_look([_flag(early, 1), _flag(drop, 9), _flag(answer, 8), _flag(drop, 3), _flag(answer, 2)])
    assert [(flag.kind, flag.key) for flag in shown] == [
        (answer, "2"),
        (answer, "8"),
        (drop, "3"),
        (drop, "9"),
        (early, "1"),
    ]


def test_answers_to_review_are_never_counted_or_crowded_out() -> None:
    answers = [_flag(FlagKind.ANSWER_TO_REVIEW, day) for day in range(7)]
    others = [_flag(FlagKind.MARKED_DROP, day) for day in range(7)]
    shown = needs_a_look(others + answers)
    assert [flag.kind for flag in shown] == [FlagKind.ANSWER_TO_REVIEW] * 7 + [FlagKind.MARKED_DROP] * 5


def test_a_dismissal_hides_its_flag_and_lets_the_next_one_up() -> None:
    flags = [_flag(FlagKind.MARKED_DROP, day) for day in range(6)]
    shown = needs_a_look(flags, [Dismissal(FlagKind.MARKED_DROP, MAREN, "0", "Talked by phone", NOON)])
    assert [flag.key for flag in shown] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    "dismissal",
    [
        Dismissal(FlagKind.MARKED_DROP, ClientId(2), "0", "", NOON),
        Dismissal(FlagKind.LOW_EARLY_CHECKIN, MAREN, "0", "", NOON),
        Dismissal(FlagKind.MARKED_DROP, MAREN, "1", "", NOON),
    ],
)
def test_a_dismissal_holds_for_no_other_flag(dismissal: Dismissal) -> None:
    assert len(needs_a_look([_flag(FlagKind.MARKED_DROP, 0)], [dismissal])) == 1


def test_an_answer_to_review_cannot_be_dismissed() -> None:
    flag = _flag(FlagKind.ANSWER_TO_REVIEW, 0)
    assert needs_a_look([flag], [Dismissal(FlagKind.ANSWER_TO_REVIEW, MAREN, "0", "", NOON)]) == (flag,)
