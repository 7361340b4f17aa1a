"""`vitalshift measure` in this process."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from vitalshift_desktop.measure_commands.commands import main

CHANGE = ("change", "--sd", "7.5", "--reliability", "0.8", "--first", "32.5", "--last", "47.5", "--better", "higher")


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended, and what it said."""

    code: int
    out: str
    errors: str

    @property
    def answer(self) -> dict[str, Any]:
        """The answer for a program."""
        answer: dict[str, Any] = json.loads(self.out)
        return answer


class Terminal:
    """`vitalshift measure` in this process."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self._captured = captured

    def measure(self, *words: str) -> Said:
        """Run one command."""
        code = main(words)
        out, errors = self._captured.readouterr()
        return Said(code, out, errors)
