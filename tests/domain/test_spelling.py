import pytest

from vitalshift_desktop.domain.spelling import (
    is_of_language,
    key_of,
    language_for,
    plain,
    unaccented,
    word_at,
    words_in,
)


def found(text: str) -> list[str]:
    return [word.text for word in words_in(text)]


def test_words_stand_where_the_text_has_them() -> None:
    text = "She “didn’t” say—much."
    assert [(word.text, text[word.start : word.end]) for word in words_in(text)] == [
        (word, word) for word in ("She", "didn’t", "say", "much")
    ]


@pytest.mark.parametrize(
    "text",
    ["x", "M-12", "7pm", "PHQ", "iPad", "https://exampel.org/abuot", "maren@exampel.org", "www.exampel.org", ";plan"],
)
def test_what_is_not_prose_is_not_checked(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("co-parenting", ["co", "parenting"]),
        ("don't don’t", ["don't", "don’t"]),
        ("'quoted'", ["quoted"]),
        ("naïve cafe\u0301", ["naïve", "cafe\u0301"]),
        ("he/she and/or", ["he", "she", "and", "or"]),
    ],
)
def test_a_word_ends_where_a_reader_sees_its_end(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_the_word_at_the_caret_is_the_one_it_touches() -> None:
    word = word_at("one two", 3)
    assert word is not None
    assert word.text == "one"
    assert word_at("one  two", 9) is None


def test_word_lists_are_asked_in_their_own_writing() -> None:
    assert plain("cafe\u0301’s") == "café's"
    assert unaccented("naïve") == "naive"
    assert key_of("Maren’s") == key_of("maren")


def test_another_script_is_not_for_an_english_word_list() -> None:
    assert not is_of_language("шалом", "en_US")
    assert is_of_language("шалом", "ru_RU")
    assert is_of_language("être", "fr_CA")


@pytest.mark.parametrize(
    ("wanted", "locale", "known", "language"),
    [
        ("en_GB", "en_CA", ("en_CA", "en_GB"), "en_GB"),
        ("", "en_CA", ("en_CA", "en_GB"), "en_CA"),
        ("", "en_AU", ("en_CA", "en_US"), "en_US"),
        ("", "fr_CA", ("en_US", "fr_FR"), "fr_FR"),
        ("", "C", ("en_CA", "en_GB", "en_US"), "en_US"),
        ("de_DE", "", ("en_GB",), "en_GB"),
        ("", "", (), None),
    ],
)
def test_the_word_list_is_the_nearest_there_is(
    wanted: str, locale: str, known: tuple[str, ...], language: str | None
) -> None:
    assert language_for(wanted, locale, known) == language
