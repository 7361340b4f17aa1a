import pytest

from vitalshift_desktop.domain.plain_lists import Item, item_in, next_beginning, steps_out


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("- bread", Item("", "- ", "bread")),
        ("  * milk", Item("  ", "* ", "milk")),
        ("1. call back", Item("", "1. ", "call back")),
        ("12)  call back", Item("", "12)  ", "call back")),
        ("- ", Item("", "- ", "")),
        ("\t• tea", Item("\t", "• ", "tea")),
    ],
)
def test_a_mark_with_a_space_makes_a_list(line: str, item: Item) -> None:
    assert item_in(line) == item


@pytest.mark.parametrize("line", ["-", "-5 degrees", "1.5 hours", "2026. was", "word - word", "", "— dash"])
def test_other_lines_are_no_list(line: str) -> None:
    assert item_in(line) is None


@pytest.mark.parametrize(("line", "after"), [("  - bread", "  - "), ("9. nine", "10. "), ("3)  x", "4)  ")])
def test_the_next_line_goes_on_with_the_list(line: str, after: str) -> None:
    item = item_in(line)
    assert item is not None
    assert next_beginning(item) == after


@pytest.mark.parametrize(("line", "steps"), [("- x", 0), (" - x", 1), ("  - x", 2), ("    - x", 2), ("\t- x", 1)])
def test_one_level_out_takes_no_more_than_is_there(line: str, steps: int) -> None:
    item = item_in(line)
    assert item is not None
    assert steps_out(item) == steps
