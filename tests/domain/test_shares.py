from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.shares import FEWEST, likely_share


def test_four_of_thirty_one_may_be_anything_from_five_to_twenty_nine_in_a_hundred() -> None:
    share = likely_share(4, 31)
    assert share is not None
    assert (round(share.low, 4), round(share.high, 4)) == (0.0513, 0.2885)


@given(st.integers(FEWEST, 400), st.data())
def test_the_interval_holds_the_shares_that_the_count_does_not_speak_against(of: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, of))
    share = likely_share(count, of)
    assert share is not None
    for end in (share.low, share.high):
        if 0.0 < end < 1.0:  # the ends solve |observed - end| = z * sqrt(end (1 - end) / n)
            assert isclose(abs(count / of - end), 1.959963984540054 * sqrt(end * (1 - end) / of), abs_tol=1e-9)
    assert 0.0 <= share.low <= count / of <= share.high <= 1.0


def test_below_twenty_there_is_no_interval_and_an_impossible_count_is_refused() -> None:
    assert likely_share(3, FEWEST - 1) is None
    assert likely_share(0, 0) is None
    with pytest.raises(ValueError, match="between nothing and all"):
        likely_share(21, 20)
