"""Lists in plain text: lines that begin with a dash, a star or a number go on by themselves."""

import re
from dataclasses import dataclass

STEP = "  "
"""One level further in."""
_ITEM = re.compile(r"([ \t]*)([-*•]|(\d{1,3})([.)]))([ \t]+)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: how far in it stands, its mark with the space behind it, and its words."""

    indent: str
    mark: str
    words: str

    @property
    def beginning(self) -> int:
        """How many characters stand before the words."""
        return len(self.indent) + len(self.mark)


def item_in(line: str) -> Item | None:
    """The item that a line is, or None."""
    found = _ITEM.fullmatch(line)
    return Item(found[1], found[2] + found[5], found[6]) if found else None


def next_beginning(item: Item) -> str:
    """What the line after this item begins with; a number is one higher."""
    number = re.match(r"(\d+)(.*)", item.mark, re.DOTALL)
    mark = f"{int(number[1]) + 1}{number[2]}" if number else item.mark
    return item.indent + mark


def steps_out(item: Item) -> int:
    """How many characters one level further out takes away; 0 at the margin."""
    if item.indent.startswith("\t"):
        return 1
    return min(len(STEP), len(item.indent) - len(item.indent.lstrip(" ")))
