"""Counts what a person does: each click and each key or shortcut is one action; typing words is none."""

from PySide6.QtWidgets import QWidget

from tests.journeys.hands import click, pick, press


class Budget:
    """One job's actions, from the unlocked home page on."""

    def __init__(self) -> None:
        self.spent = 0

    def click(self, part: QWidget) -> None:
        """One click."""
        self.spent += 1
        click(part)

    def press(self, keys: str) -> None:
        """One key or shortcut."""
        self.spent += 1
        press(keys)

    def pick(self, words: str) -> None:
        """One line of an open menu."""
        self.spent += 1
        pick(words)
