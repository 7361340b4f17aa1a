import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.money import (
    CURRENCIES,
    MOST_MAJOR,
    checked_amount,
    digits_of,
    read_amount,
    usual_currency,
)
from vitalshift_desktop.domain.problems import AmountNotUnderstood, AmountOutOfRange


@pytest.mark.parametrize("group", [",", ".", " "])
@pytest.mark.parametrize("typed", ["12.5", "12,5", " 12,50 ", "12.50"])
def test_point_and_comma_both_part_whole_units_from_hundredths(typed: str, group: str) -> None:
    assert read_amount(typed, "CAD", group=group) == 1250


@pytest.mark.parametrize(
    ("typed", "group", "minor"),
    [
        ("120", ",", 12000),
        ("1,500", ",", 150000),
        ("1.500", ".", 150000),
        ("1,500.25", ",", 150025),
        ("1.500,25", ",", 150025),
        ("1 500,25", "\u202f", 150025),
        ("1'500.25", "\u2019", 150025),
        ("1,000,000", ",", 100000000),
        ("0", ",", 0),
    ],
)
def test_thousands_may_be_parted_as_people_write_them(typed: str, group: str, minor: int) -> None:
    assert read_amount(typed, "CAD", group=group) == minor


@pytest.mark.parametrize(
    "typed",
    ["", "abc", "12.345", "1.500", "1,2,3", "12..5", ".", "1e3", "12.5.1", "\uff11", "$", "1,50,000", "1\u202e5"],
)
def test_what_is_no_amount_is_not_guessed_at(typed: str) -> None:
    with pytest.raises(AmountNotUnderstood):
        read_amount(typed, "CAD", group=",")


@pytest.mark.parametrize("typed", ["-1", "\u22125", "1000000.01", "99999999999999999999", "1,000,001"])
def test_a_fee_is_neither_below_zero_nor_over_a_million(typed: str) -> None:
    with pytest.raises(AmountOutOfRange):
        read_amount(typed, "CAD", group=",")


def test_yen_have_no_hundredths() -> None:
    assert read_amount("12000", "JPY") == 12000
    with pytest.raises(AmountNotUnderstood):
        read_amount("12.5", "JPY")


@given(st.sampled_from(sorted(CURRENCIES)), st.integers(0, MOST_MAJOR * 100), st.sampled_from(",."))
def test_any_amount_written_with_point_or_comma_is_read_back(currency: str, minor: int, sign: str) -> None:
    digits = digits_of(currency)
    minor = min(minor, MOST_MAJOR * 10**digits)
    whole, fraction = divmod(minor, 10**digits)
    typed = f"{whole}{sign}{fraction:0{digits}d}" if digits else str(whole)
    assert read_amount(typed, currency, group=",") == minor == checked_amount(minor, currency)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_an_amount_or_a_problem(typed: str) -> None:
    try:
        minor = read_amount(typed, "EUR")
    except (AmountNotUnderstood, AmountOutOfRange):
        return
    assert 0 <= minor <= MOST_MAJOR * 100


def test_the_currency_follows_the_place_of_the_practice() -> None:
    assert [usual_currency(place) for place in ("ca-on", "uk", "us", "other")] == ["CAD", "GBP", "USD", "EUR"]
