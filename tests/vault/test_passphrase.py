import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.passphrases import StrengthReason
from vitalshift_desktop.vault.passphrase import passphrase_bytes, strength


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
