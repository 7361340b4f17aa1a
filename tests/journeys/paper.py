"""Pages on paper: the progress summary."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton

from tests.journeys.computer import Computer
from tests.journeys.hands import await_part, click, find, until


class Summary:
    """The preview of the progress summary."""

    def __init__(self, computer: Computer) -> None:
        self._computer = computer

    def await_pages(self) -> None:
        """Wait until the preview shows its pages."""
        until(lambda: await_part("summary.place", QLabel).text().startswith("Page 1 of "), "the pages")

    def save(self, file: Path) -> str:
        """Save the previewed pages as PDF under this name; gives the sentence that says so."""
        self._computer.answers.next_answer("Choose where…")
        self._computer.answers.next_answer(file)
        click(await_part("summary.save_pdf", QPushButton))
        return until(lambda: _sentence("summary.outcome"), "the sentence about the PDF")


def _sentence(name: str) -> str:
    banner = find(name)
    return "\n".join(label.text() for label in banner.findChildren(QLabel) if label.text()) if banner else ""
