"""What the main window says beside the page: a sentence in the banner, an undo at the foot."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.undo_bar import UndoBar
from vitalshift_desktop.words import _

Act = Callable[[], object]


class Notices(QObject):
    """One sentence and one undo at a time; neither is ever modal."""

    def __init__(self, banner: Banner, undo_bar: UndoBar, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._undo_bar = undo_bar
        self._answer: Act | None = None
        self._undo: Act | None = None
        banner.pressed.connect(self._on_banner)
        undo_bar.undone.connect(self._on_undone)

    def show_problem(self, problem: Problem) -> None:
        """Say what happened and what to do."""
        advice = sentence(problem)
        self.show_sentence(f"{advice.what} {advice.next_step}")

    def show_sentence(self, words: str) -> None:
        """Show a sentence until it is waved away."""
        self.ask(words, _("Close"), None)

    def ask(self, words: str, button: str, answer: Act | None) -> None:
        """Show a sentence whose button does something, besides waving it away."""
        self._answer = answer
        self._banner.show_sentence(words, button)
        self._banner.show()

    def offer_undo(self, words: str, undo: Act) -> None:
        """Offer to undo what was just done."""
        self._undo = undo
        self._undo_bar.offer(words)

    def _on_banner(self) -> None:
        self._banner.hide()
        answer, self._answer = self._answer, None
        if answer is not None:
            answer()

    def _on_undone(self) -> None:
        undo, self._undo = self._undo, None
        if undo is None:
            return
        try:
            undo()
        except Problem as problem:
            self.show_problem(problem)
