"""Tips that show a name as it was typed, angle brackets too."""

from html import escape


def plain_tip(words: str) -> str:
    """What to hand to Qt, which reads a tip as HTML as soon as it looks like it."""
    return f"<span>{escape(words)}</span>" if "<" in words else words
