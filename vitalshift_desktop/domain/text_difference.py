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
    `difflib.SequenceMatcher` does; spaces and marks alone, with no word beside them that stayed, count as changed.
    """
    before, after = _PARTS.findall(old), _PARTS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    blocks = [
        one for one in matcher.get_matching_blocks() if old == new or _has_a_word(before[one.a : one.a + one.size])
    ]
    same_before = _marks(len(before), [(block.a, block.size) for block in blocks])
    same_after = _marks(len(after), [(block.b, block.size) for block in blocks])
    return _pieces(before, same_before), _pieces(after, same_after)


def _has_a_word(parts: list[str]) -> bool:
    return any(part[0].isalnum() for part in parts)


def _marks(length: int, blocks: list[tuple[int, int]]) -> list[bool]:
    same = [False] * length
    for start, size in blocks:
        same[start : start + size] = [True] * size
    return same


def _pieces(parts: list[str], same: list[bool]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for part, is_same in zip(parts, same, strict=True):
        if pieces and pieces[-1].changed is not is_same:
            pieces[-1] = Piece(pieces[-1].text + part, not is_same)
        else:
            pieces.append(Piece(part, not is_same))
    return tuple(pieces)
