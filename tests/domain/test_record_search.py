import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.record_search import (
    LONGEST_SENTENCE,
    MOST_TERMS,
    Sentence,
    Term,
    sentence_around,
    terms_of,
)


def marked(text: str, question: str) -> str:
    """The sentence with a bracket around each mark."""
    sentence = sentence_around(text, terms_of(question))
    words = sentence.words
    for begin, end in reversed(sentence.marks):
        words = f"{words[:begin]}[{words[begin:end]}]{words[end:]}"
    return words


def test_words_may_go_on_and_phrases_stand_as_they_were_typed() -> None:
    assert terms_of('bus "the red lamp" at') == (Term("bus", True), Term("the red lamp", False), Term("at", False))


def test_a_phrase_that_is_still_being_typed_may_go_on() -> None:
    assert terms_of('"the red lam') == (Term("the red lam", True),)


@pytest.mark.parametrize("typed", ["", "  ", '"', '""', "*", "- + ^ ( ) :", "🙂", "\x00", "“”"])
def test_signs_alone_ask_for_nothing(typed: str) -> None:
    assert terms_of(typed) == ()


def test_nobody_waits_for_thousands_of_words() -> None:
    assert len(terms_of("word " * 2000)) == MOST_TERMS


def test_the_sentence_with_most_of_the_words_is_shown_and_each_is_marked() -> None:
    text = "She took the bus. On the bus a lamp was broken! Nothing else."
    assert marked(text, "bus lamp") == "On the [bus] a [lamp] was broken!"


def test_accents_and_capitals_make_no_difference() -> None:
    assert marked("Élodie came late.", "elodie") == "[Élodie] came late."


def test_the_beginning_of_a_word_marks_the_whole_word_and_a_phrase_is_marked_at_once() -> None:
    assert marked("He walked to the river.", "walk") == "He [walked] to the river."
    assert marked("He walked to the river.", '"to the river"') == "He walked [to the river]."


def test_a_sentence_that_goes_on_and_on_is_cut_around_the_first_word() -> None:
    sentence = sentence_around("and so on " * 60 + "lamp " + "and so on " * 60, terms_of("lamp"))
    ((begin, end),) = sentence.marks
    assert sentence.words[begin:end] == "lamp"
    assert sentence.words[0] == sentence.words[-1] == "…"
    assert len(sentence.words) <= LONGEST_SENTENCE + 2


def test_where_nothing_stands_the_beginning_is_shown() -> None:
    assert sentence_around("\n\nFirst line.\nSecond.", terms_of("nowhere")) == Sentence("First line.")


@given(st.text(), st.text())
def test_no_text_and_no_question_break_it_and_marks_lie_inside(text: str, question: str) -> None:
    sentence = sentence_around(text, terms_of(question))
    assert all(0 <= begin < end <= len(sentence.words) for begin, end in sentence.marks)
    assert "\n" not in sentence.words
