"""Dialogs that answer from a list a test wrote before, and fail on a question nobody expected."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True)
class Asked:
    """One question or message as the counselor would have seen it."""

    title: str
    text: str
    buttons: tuple[str, ...] = ()


class UnaskedAnswer(AssertionError):
    """An answer was prepared and the question never came."""


class UnexpectedQuestion(AssertionError):
    """The app asked something no answer was prepared for."""


class FakeDialogs:
    """Stands in for the one door through which the app asks."""

    def __init__(self) -> None:
        self._answers: deque[str | Path | None] = deque()
        self.asked: list[Asked] = []
        self.told: list[Asked] = []
        self.unexpected: list[Asked] = []

    def next_answer(self, answer: str | Path | None) -> None:
        """Prepare the answer to the next question: a button's words, a path, or None for a closed dialog."""
        self._answers.append(answer)

    def ask(self, owner: object, title: str, text: str, buttons: Sequence[str]) -> str:
        """The prepared button; it must be one of those offered."""
        question = Asked(title, text, tuple(buttons))
        answer = self._answer(question)
        if answer not in question.buttons:
            self._refuse(question, f"the prepared answer {answer!r} is none of its buttons")
        return str(answer)

    def choose_folder(self, owner: object, title: str) -> Path | None:
        """The prepared folder, or None."""
        return self._path(Asked(title, ""))

    def choose_backup_file(self, owner: object, title: str) -> Path | None:
        """The prepared file, or None."""
        return self._path(Asked(title, ""))

    def choose_instrument_file(self, owner: object, title: str) -> Path | None:
        """The prepared file, or None."""
        return self._path(Asked(title, ""))

    def choose_documents(self, owner: object, title: str) -> tuple[Path, ...]:
        """The prepared file, or none."""
        chosen = self._path(Asked(title, ""))
        return () if chosen is None else (chosen,)

    def choose_save_file(self, owner: object, title: str, suggestion: str | Path) -> Path | None:
        """The prepared file, or None."""
        return self._path(Asked(title, str(suggestion)))

    def choose_printer(self, owner: object, printer: object) -> bool:
        """True when a printer was prepared as the answer, False for None; one that is a PDF file prints into it."""
        answer = self._answer(Asked("printer", ""))
        if isinstance(answer, Path) and answer.suffix == ".pdf":
            assert isinstance(printer, QPrinter)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(answer))
        return answer is not None

    def tell(self, owner: object, title: str, text: str) -> None:
        """Remember what was told; nothing is to be answered."""
        self.told.append(Asked(title, text))

    def assert_settled(self) -> None:
        """Fail if a question was refused (a slot may have swallowed it) or an answer was never used."""
        if self.unexpected:
            raise UnexpectedQuestion(self.unexpected)
        if self._answers:
            raise UnaskedAnswer(list(self._answers))

    def _answer(self, question: Asked) -> str | Path | None:
        self.asked.append(question)
        if not self._answers:
            self._refuse(question, "no answer was prepared")
        return self._answers.popleft()

    def _path(self, question: Asked) -> Path | None:
        answer = self._answer(question)
        return None if answer is None else Path(answer)

    def _refuse(self, question: Asked, why: str) -> None:
        self.unexpected.append(question)
        raise UnexpectedQuestion(f"{question}: {why}")
