from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import MAREN
from vitalshift_desktop.domain.clients import (
    LONGEST_FIELD,
    LONGEST_TEXT,
    Client,
    ClientDetails,
    ClientStatus,
    next_code,
)
from vitalshift_desktop.domain.problems import DateIsImpossible, NameIsMissing, TextTooLong

_TODAY = date(2026, 3, 12)


def _client(**details: str) -> Client:
    return Client(MAREN, ClientDetails(**details), ClientStatus.ACTIVE, _TODAY)  # type: ignore[arg-type]  # text fields only


def test_the_name_on_screen_is_preferred_then_legal_then_the_code() -> None:
    assert _client(preferred_name="Maren T.", legal_name="Maren Thorsby", code="0007").name == "Maren T."
    assert _client(legal_name="Maren Thorsby", code="0007").name == "Maren Thorsby"
    assert _client(code="0007").name == "0007"
    assert _client(code="0007").code == "0007"


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Maren Thorsby", "M. T."), ("Ana-Lucía de la Cruz", "A. D. L. C."), ("émile", "É."), ("(unknown)", "0007")],
)
def test_initials_stand_for_a_name_and_the_code_where_there_are_none(name: str, initials: str) -> None:
    assert _client(preferred_name=name, code="0007").initials == initials


def test_the_short_name_is_the_first_word() -> None:
    assert _client(preferred_name="Maren Thorsby").short_name == "Maren"


def test_checking_takes_stray_spaces_away_but_leaves_the_story_alone() -> None:
    details = ClientDetails(
        " Maren ", " Thorsby ", " 0007 ", " she/her ", phone=" 1 ", email=" a@b ", presenting=" Bus\n"
    )
    assert details.checked(_TODAY) == ClientDetails(
        "Maren", "Thorsby", "0007", "she/her", phone="1", email="a@b", presenting=" Bus\n"
    )


def test_a_client_needs_a_name_or_a_code() -> None:
    with pytest.raises(NameIsMissing):
        ClientDetails(preferred_name="  ", phone="123").checked(_TODAY)
    assert ClientDetails(code="0007").checked(_TODAY).code == "0007"


@pytest.mark.parametrize("born", [date(1905, 12, 31), date(2026, 3, 13)])
def test_a_birth_before_120_years_or_in_the_future_is_refused(born: date) -> None:
    with pytest.raises(DateIsImpossible):
        ClientDetails("Maren", born=born).checked(_TODAY)


@pytest.mark.parametrize("born", [date(1906, 1, 1), _TODAY, date(2004, 2, 29)])
def test_a_possible_birth_is_kept(born: date) -> None:
    assert ClientDetails("Maren", born=born).checked(_TODAY).born == born


@pytest.mark.parametrize("field", ["preferred_name", "legal_name", "code", "pronouns", "phone", "email"])
def test_every_short_field_has_a_longest_text(field: str) -> None:
    long = replace(ClientDetails("Maren", code="1"), **{field: "a" * (LONGEST_FIELD + 1)})  # type: ignore[arg-type]  # text fields only
    with pytest.raises(TextTooLong):
        long.checked(_TODAY)


def test_the_story_may_be_long_but_not_endless() -> None:
    assert ClientDetails("Maren", presenting="a" * LONGEST_TEXT).checked(_TODAY).presenting
    with pytest.raises(TextTooLong):
        ClientDetails("Maren", presenting="a" * (LONGEST_TEXT + 1)).checked(_TODAY)


@pytest.mark.parametrize(
    ("codes", "following"),
    [((), "0001"), (("0001", "0009"), "0010"), (("A-7", "0003"), "0004"), (("9999",), "10000"), (("AB",), "0001")],
)
def test_the_next_code_is_one_above_the_highest_number(codes: tuple[str, ...], following: str) -> None:
    assert next_code(codes) == following


@given(st.lists(st.integers(0, 99_999).map("{:04d}".format)))
def test_the_next_code_is_never_taken(codes: list[str]) -> None:
    assert next_code(tuple(codes)) not in codes
