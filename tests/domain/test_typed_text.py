from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.typed_text import LONGEST_TEXT, Cleaned, cleaned, has_room


def test_all_kinds_of_line_ends_become_line_feeds() -> None:
    assert cleaned("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\u0085h").text == "a\nb\nc\nd\ne\nf\ng\nh"
    assert cleaned("a\r\nb").removed == 0


def test_what_cannot_be_seen_and_does_harm_is_taken_out_and_counted() -> None:
    assert cleaned("a\x00b\x1bc\u202ed\u2066e\ud800f\ufffcg\ufdd0h\ufeff").text == "abcdefgh"
    assert cleaned("a\x00b\x1bc\u202ed\u2066e\ud800f\ufffcg\ufdd0h\ufeff").removed == 8


def test_emoji_tabs_and_the_marks_that_hebrew_needs_stay() -> None:
    text = "\U0001f469\u200d\U0001f467 family\t\u05e9\u05dc\u05d5\u05dd\u200f 123 e\u0301 \ufffd"
    assert cleaned(text).text == text


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_what_was_cleaned_is_clean_and_can_be_stored(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once.text) == Cleaned(once.text)
    once.text.encode("utf-8")


def test_a_text_has_room_up_to_its_limit() -> None:
    assert has_room(LONGEST_TEXT, 10, 10)
    assert not has_room(LONGEST_TEXT, 0, 1)
    assert has_room(LONGEST_TEXT * 2, 5, 0)
