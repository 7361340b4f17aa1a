from datetime import date

import pytest

from vitalshift_desktop.domain.agreements import ClauseId, ClauseState, ClauseVersion, Topic
from vitalshift_desktop.domain.answers import AnswerFacts, Asks
from vitalshift_desktop.domain.clause_reviews import ReviewCause, TogetherDue
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.flags import AgreementFacts, DropFacts, EarlyFacts, Facts, Flag, FlagKind, WorseFacts
from vitalshift_desktop.domain.measures.administration import AdministrationId, Rater
from vitalshift_desktop.domain.measures.early import EarlyReason, LowEarly
from vitalshift_desktop.domain.measures.marked_drop import Mark, MarkKind
from vitalshift_desktop.ui.flag_words import flag_icon, flag_sentence, flag_title

SINCE = date(2026, 3, 10)


def flag(kind: FlagKind, facts: Facts) -> Flag:
    return Flag(kind, ClientId(1), SINCE, facts, "1")


def answer(number: int | None, words: str, before: int | None = None, reviewed: date | None = None) -> Flag:
    asks = Asks.NOT_ANSWERED if number is None else Asks.ENDORSED
    topic = "thoughts of being better off dead or of hurting oneself"
    facts = AnswerFacts(
        AdministrationId(1), "PHQ-9", 9, topic, number, words, SINCE, asks, Rater.CLIENT, before, reviewed
    )
    return flag(FlagKind.ANSWER_TO_REVIEW, facts)


def low(*reasons: EarlyReason, threshold: float | None = None) -> Flag:
    return flag(FlagKind.LOW_EARLY_CHECKIN, EarlyFacts(LowEarly(2, 4.5, reasons, 24, threshold, 7.0)))


def test_a_drop_says_what_number_compared_with_what_and_since_when() -> None:
    mark = Mark(MarkKind.BELOW_RANGE, 14, 5.25, 6.1, 14, upper=8.8, previous=7.5)
    words = flag_sentence(flag(FlagKind.MARKED_DROP, DropFacts(15, mark)))
    assert words == "Check-in 5.3 in session 15 on 10 Mar, own usual range 6.1 to 8.8, from 14 ratings."


def test_a_fall_without_a_range_says_what_is_missing() -> None:
    mark = Mark(MarkKind.FALL, 6, 4.5, None, 5, previous=7.0)
    words = flag_sentence(flag(FlagKind.MARKED_DROP, DropFacts(7, mark)))
    expected = "down 2.5 from 7.0 the session before; the usual range appears after 6 scores."
    assert words == f"Check-in 4.5 in session 7 on 10 Mar, {expected}"


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (low(EarlyReason.UNDER_YOUR_THRESHOLD, threshold=6.0), "under the 6 you set"),
        (low(EarlyReason.LOWEST_FIFTH), "in the lowest fifth of 24 early check-ins in your practice"),
        (low(EarlyReason.FELL), "down 2.5 from 7.0 the session before"),
    ],
)
def test_a_low_early_checkin_says_which_rule_spoke(shown: Flag, words: str) -> None:
    assert flag_sentence(shown) == f"4.5 of 10 in session 2 on 10 Mar, {words}."


def test_an_answer_is_told_word_by_word_as_it_was_agreed_and_without_a_level() -> None:
    words = flag_sentence(answer(1, "Several days", before=0))
    assert words == (
        "PHQ-9 item 9 (thoughts of being better off dead or of hurting oneself) was answered 1 - Several days on "
        "10 March 2026. This is one answer on a questionnaire. It is not a risk assessment and not a diagnosis. "
        "Please review it with the client and follow your own safety protocol. Most recent earlier answer: 0."
    )


def test_a_blank_answer_is_called_not_answered() -> None:
    words = flag_sentence(answer(None, ""))
    assert "was not answered on 10 March 2026. A blank is not an answer of 0." in words
    assert "one answer on a questionnaire" not in words
    assert words.endswith("There is no earlier answer.")


def test_the_same_answer_again_is_one_short_line() -> None:
    topic = "thoughts of being better off dead or of hurting oneself"
    words = flag_sentence(answer(1, "Several days", before=1, reviewed=date(2026, 3, 5)))
    assert words == f"PHQ-9 item 9 ({topic}): 1 again; last reviewed 5 Mar."
    blank = flag_sentence(answer(None, "", before=1, reviewed=date(2026, 3, 5)))
    assert blank == f"PHQ-9 item 9 ({topic}): not answered again; last reviewed 5 Mar."


def test_an_answer_is_kept_back_while_names_are_shortened() -> None:
    assert flag_sentence(answer(1, "Several days"), hidden=True) == "Hidden while names are shortened."


def test_a_worse_score_names_both_scores_the_value_and_its_source() -> None:
    facts = WorseFacts(AdministrationId(1), "PHQ-9", 9, 16, date(2026, 1, 8), 6, "Table 1, page 3", 3)
    shown = flag(FlagKind.WORSE_SCORE, facts)
    assert flag_sentence(shown) == (
        "PHQ-9 16 on 10 Mar, 9 at the start on 8 Jan; 6 points or more count as reliable (Table 1), from 3 scores."
    )
    assert flag_sentence(shown, hidden=True) == "Hidden while names are shortened."


def test_agreements_are_named_with_the_day_each_waits_since() -> None:
    clauses = tuple(
        ClauseVersion(ClauseId(1), ClientId(1), topic, 1, "x", ClauseState.IN_FORCE, SINCE, review_on=day)
        for topic, day in ((Topic.CONTACT, date(2026, 3, 2)), (Topic.FEES, date(2026, 3, 4)))
    )
    shown = flag(FlagKind.AGREEMENT_TO_LOOK_AT, AgreementFacts(clauses))
    assert flag_sentence(shown) == "Contact between sessions since 2 Mar, Fees since 4 Mar."
    together = TogetherDue(SINCE, (ReviewCause.SESSIONS, ReviewCause.AGE), 17, 16)
    both = flag_sentence(flag(FlagKind.AGREEMENT_TO_LOOK_AT, AgreementFacts(clauses[:1], together)))
    assert both == (
        "Contact between sessions since 2 Mar. "
        "Time to look at all of it together: session 17 has been held, the client has turned 16."
    )
    alone = flag_sentence(flag(FlagKind.AGREEMENT_TO_LOOK_AT, AgreementFacts((), together)))
    assert alone == both.removeprefix("Contact between sessions since 2 Mar. ")


def test_each_kind_of_mark_has_an_icon_and_a_word_of_its_own() -> None:
    shown = [flag(kind, AgreementFacts(())) for kind in FlagKind]
    assert len({flag_icon(one) for one in shown}) == len({flag_title(one) for one in shown}) == len(FlagKind)
