import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.assets import asset_text
from vitalshift_desktop.domain.passphrases import StrengthReason
from vitalshift_desktop.vault.keys.passphrase import GOOD_GUESSES, LEAST_GUESSES, SHORTEST, passphrase_bytes, strength
from vitalshift_desktop.vault.keys.suggested_words import suggested_passphrase


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("", StrengthReason.EMPTY),
        ("kettle", StrengthReason.TOO_SHORT),
        ("short#9xQz!", StrengthReason.TOO_SHORT),
        ("passwordpassword", StrengthReason.REPEATED),
        ("qwertyuiop[]", StrengthReason.KEYBOARD),
        ("abcdefghijklmnop", StrengthReason.SEQUENCE),
        ("vitalshift 1", StrengthReason.COMMON),
    ],
)
def test_a_weak_passphrase_is_refused_with_its_reason(passphrase: str, reason: StrengthReason) -> None:
    found = strength(passphrase)
    assert not found.acceptable
    assert found.score <= 1
    assert found.reason is reason


def test_four_unrelated_words_are_strong() -> None:
    found = strength("seven green kettles sing")
    assert found.acceptable
    assert (found.words, found.characters) == (4, 24)
    assert found.guesses_log10 >= 13
    assert (found.score, found.reason) == (4, StrengthReason.STRONG)


def test_a_passphrase_between_acceptable_and_good_is_fair() -> None:
    found = strength("kettle moss 7")
    assert 11 <= found.guesses_log10 < 13
    assert found.acceptable
    assert found.score in (2, 3)
    assert found.reason is StrengthReason.FAIR


def test_the_meter_bears_any_length() -> None:
    assert strength("🦉 owl by night " * 40).characters == 600


@given(st.text(max_size=120))
def test_the_meter_bears_any_text(passphrase: str) -> None:
    found = strength(passphrase)
    assert 0 <= found.score <= 4
    assert found.acceptable == (found.score >= 2)


@given(st.text(alphabet=st.characters(codec=None), max_size=20))
def test_any_text_becomes_bytes(passphrase: str) -> None:
    assert isinstance(passphrase_bytes(passphrase), bytearray)


def test_a_suggestion_is_five_words_of_the_list_that_a_vault_takes_gladly() -> None:
    known = set(asset_text("words", "eff_large_wordlist.txt").split())
    assert len(known) == 7776
    assert 64.6 < 5 * math.log2(len(known)) < 64.7
    drawn = [suggested_passphrase() for _ in range(50)]
    assert len(set(drawn)) == 50
    for passphrase in drawn:
        assert len(passphrase.split(" ")) == 5
        assert set(passphrase.split(" ")) <= known
        assert strength(passphrase).guesses_log10 >= GOOD_GUESSES


def test_the_bounds_are_those_that_the_format_promises() -> None:
    assert (SHORTEST, LEAST_GUESSES, GOOD_GUESSES) == (12, 11.0, 13.0)


@given(st.text(min_size=1, max_size=60))
def test_only_thirteen_powers_of_ten_and_more_have_the_highest_score(passphrase: str) -> None:
    found = strength(passphrase)
    assert (found.score == 4) == (found.acceptable and found.guesses_log10 >= 13)
