"""How much of a text stands in another: the published properties of the measure, and that long texts are quick."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.likeness import MOST_WORDS, common_words, likeness, percent_alike

WORDS = st.lists(st.sampled_from(["bus", "shop", "fear", "sleep", "plan", "two"]), max_size=24)


def slow_common_words(first: list[str], second: list[str]) -> int:
    """The textbook table of a longest common subsequence."""
    row = [0] * (len(second) + 1)
    for one in first:
        before = row[:]
        for place, two in enumerate(second, start=1):
            row[place] = before[place - 1] + 1 if one == two else max(before[place], row[place - 1])
    return row[-1]


@given(WORDS, WORDS)
def test_the_words_in_common_are_those_of_the_textbook(first: list[str], second: list[str]) -> None:
    assert common_words(first, second) == slow_common_words(first, second)


@given(WORDS, WORDS)
def test_likeness_is_a_share_and_does_not_depend_on_which_text_comes_first(first: list[str], second: list[str]) -> None:
    one, two = " ".join(first), "\n".join(second)
    assert likeness(one, two) == likeness(two, one)
    assert 0.0 <= likeness(one, two) <= 1.0
    assert (percent_alike(one, two) == 100) is (first == second)


def test_a_changed_word_counts_once_in_each_text() -> None:
    assert likeness("take the bus alone", "take the train alone") == 0.75
    assert percent_alike("Supermarket twice more.", "Supermarket twice more, at busier hours.") == 44
    assert (percent_alike("", ""), percent_alike("bus", ""), percent_alike("bus", "train")) == (100, 0, 0)


def test_a_nearly_equal_text_is_never_said_to_be_the_same() -> None:
    text = " ".join(f"word{n}" for n in range(1000))
    assert percent_alike(text, f"{text} more") == 99
    assert percent_alike("only " + text, "only " + " ".join(f"other{n}" for n in range(1000))) == 1


def test_two_very_long_texts_that_differ_everywhere_are_compared_within_a_second() -> None:
    one = " ".join(str(n % 977) for n in range(MOST_WORDS * 3))
    two = " ".join(str(n % 983) for n in range(MOST_WORDS * 3))
    begun = process_time()
    assert 0.0 < likeness(one, two) < 1.0
    assert process_time() - begun < 1.0
