"""Counting what a person does: a click, a key or a shortcut is one action; typing text is none."""

from PySide6.QtWidgets import QWidget

from tests.journeys.hands import click, press, type_text


class Actions:
    """Does things as the hands do, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def click(self, part: QWidget) -> None:
        """One click."""
        self.count += 1
        click(part)

    def press(self, keys: str) -> None:
        """One key or shortcut."""
        self.count += 1
        press(keys)

    def type(self, text: str) -> None:
        """Typing text does not count."""
        type_text(text)
