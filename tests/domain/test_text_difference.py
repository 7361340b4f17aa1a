from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.text_difference import Piece, side_by_side

TEXTS = st.text("ab cd’.\n", max_size=40)


@given(TEXTS, TEXTS)
def test_the_pieces_of_each_side_give_its_text_back_and_what_stayed_is_the_same_on_both(old: str, new: str) -> None:
    before, after = side_by_side(old, new)
    assert "".join(piece.text for piece in before) == old
    assert "".join(piece.text for piece in after) == new
    kept = ["".join(piece.text for piece in side if not piece.changed).split() for side in (before, after)]
    assert "".join(kept[0]) == "".join(kept[1])


def test_what_went_is_marked_in_the_old_wording_and_what_came_in_the_new() -> None:
    before, after = side_by_side("I answer the same day.", "I answer by the next working day.")
    assert [piece.text for piece in before if piece.changed] == ["same"]
    assert [piece.text for piece in after if piece.changed] == ["by ", "next working"]


def test_the_same_wording_is_one_piece_and_nothing_is_no_piece() -> None:
    assert side_by_side("As it was.", "As it was.")[0] == (Piece("As it was.", changed=False),)
    assert side_by_side("", "New.") == ((), (Piece("New.", changed=True),))
