import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.problems import RecoveryCodeTypo
from vitalshift_desktop.vault.keys.recovery import RecoveryCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.binary(min_size=16, max_size=16).map(RecoveryCode)


def letters(code: RecoveryCode) -> str:
    return "".join(code.groups)


def test_the_code_is_a_version_128_bits_and_three_bytes_of_their_sha_256() -> None:
    code = RecoveryCode(bytes.fromhex("9fd86dab17a37070a3380e8860cc16f9"))
    assert code.text == "06FX-GVDB-2YHQ-0W53-7078-GR6C-2VWK-96D2"


@given(codes)
def test_a_code_reads_back_and_never_uses_letters_that_look_like_others(code: RecoveryCode) -> None:
    assert len(code.groups) == 8
    assert set(letters(code)) <= set(ALPHABET)
    assert RecoveryCode.parse(code.text).secret() == code.secret()


@given(codes, st.sampled_from(["", " ", "-", "\u2013", "\t", "\u00a0", "\n"]), st.booleans())
def test_case_spaces_dashes_and_lookalikes_are_forgiven(code: RecoveryCode, between: str, lower: bool) -> None:
    typed = between.join(code.groups).replace("0", "O").replace("1", "I").replace("V", "U")
    assert RecoveryCode.parse(typed.lower() if lower else typed).secret() == code.secret()
    assert RecoveryCode.parse(letters(code).replace("1", "L")).secret() == code.secret()


@given(codes, st.integers(0, 31), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found_with_its_group(code: RecoveryCode, place: int, wrong: str) -> None:
    right = letters(code)
    if right[place] == wrong:
        return
    with pytest.raises(RecoveryCodeTypo) as caught:
        RecoveryCode.parse(right[:place] + wrong + right[place + 1 :])
    assert place // 4 + 1 in caught.value.groups


@given(codes, st.integers(0, 30))
def test_two_swapped_characters_are_found_with_their_groups(code: RecoveryCode, place: int) -> None:
    right = letters(code)
    if right[place] == right[place + 1]:
        return
    with pytest.raises(RecoveryCodeTypo) as caught:
        RecoveryCode.parse(right[:place] + right[place + 1] + right[place] + right[place + 2 :])
    assert {place // 4 + 1, (place + 1) // 4 + 1} <= set(caught.value.groups)


@given(st.text(max_size=60))
def test_anything_else_is_a_typing_error_and_nothing_worse(typed: str) -> None:
    with pytest.raises(RecoveryCodeTypo):
        RecoveryCode.parse(typed)


def test_a_short_group_is_named() -> None:
    groups = list(RecoveryCode(bytes(16)).groups)
    groups[4] = groups[4][:3]
    with pytest.raises(RecoveryCodeTypo) as caught:
        RecoveryCode.parse("-".join(groups))
    assert caught.value.groups == (5,)


def test_a_group_asked_back_is_forgiving_and_exact() -> None:
    code = RecoveryCode(random.Random(4).randbytes(16))
    for index, group in enumerate(code.groups):
        assert code.group_matches(index, f" {group.lower()} ")
        assert not code.group_matches(index, group[:3])
        assert not code.group_matches(index, "")
        assert not code.group_matches(index, code.groups[index - 1])


def test_two_new_codes_are_different() -> None:
    assert RecoveryCode.random().text != RecoveryCode.random().text
