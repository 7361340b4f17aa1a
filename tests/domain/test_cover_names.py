import pytest

from vitalshift_desktop.domain.cover_names import has_name


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (("Maren T.",), "Maren pays at the end of each session.", True),
        (("Maren T.",), "We meet at MAREN'S place.", True),
        (("Maren T.",), "We meet at Maren’s place.", True),
        (("Anna-Lena Holm",), "Lena can call.", True),
        (("Anna-Lena Holm",), "anna-lena can call.", True),
        (("Олена Шевченко",), "Олена може зателефонувати.", True),
        (("Maren T.",), "The marentic stone, T. and nothing else.", False),
        ((), "Maren pays.", False),
        (("",), "Maren pays.", False),
    ],
)
def test_a_name_is_found_as_a_word_in_any_case(names: tuple[str, ...], text: str, *, found: bool) -> None:
    assert has_name(names, text) is found
