"""What changed between two wordings, word by word, for showing them side by side."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_PARTS = re.compile(r"\w+(?:[’'\-]\w+)*|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row, all of them changed or none."""

    text: str
    changed: bool


def side_by_side(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both wordings in pieces: what went is changed in the old one, what came in the new one.

    The pieces of each side put together give its text back, character by character. Words and marks are matched as
    `difflib.SequenceMatcher` does; a space between two changed words counts as changed with them.
    """
    before, after = _PARTS.findall(old), _PARTS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    same_before = _marks(len(before), [(block.a, block.size) for block in matcher.get_matching_blocks()])
    same_after = _marks(len(after), [(block.b, block.size) for block in matcher.get_matching_blocks()])
    return _pieces(before, same_before), _pieces(after, same_after)


def _marks(length: int, blocks: list[tuple[int, int]]) -> list[bool]:
    same = [False] * length
    for start, size in blocks:
        same[start : start + size] = [True] * size
    return same


def _pieces(parts: list[str], same: list[bool]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for place, (part, is_same) in enumerate(zip(parts, same, strict=True)):
        changed = not is_same or _lies_between_changed(parts, same, place)
        if pieces and pieces[-1].changed is changed:
            pieces[-1] = Piece(pieces[-1].text + part, changed)
        else:
            pieces.append(Piece(part, changed))
    return tuple(pieces)


def _lies_between_changed(parts: list[str], same: list[bool], place: int) -> bool:
    """True for a space whose neighbors on both sides changed."""
    is_inside = 0 < place < len(parts) - 1
    return is_inside and parts[place].isspace() and not same[place - 1] and not same[place + 1]
