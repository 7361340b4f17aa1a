"""Asking the full-text search while somebody types: away from the window's thread, and only the newest question."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.problems import VaultIsLocked
from vitalshift_desktop.services.record_search import Answer, Inquiry
from vitalshift_desktop.ui.background import Background

Answered = Callable[[Answer], None]
Failed = Callable[[BaseException], None]


class RecordAsking(QObject):
    """Has a worker of its own, so that a backup does not hold a search up; what is overtaken is stopped and dropped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Background(self)
        self._inquiry: Inquiry | None = None

    @property
    def is_busy(self) -> bool:
        """True while an answer is on its way."""
        return self._inquiry is not None

    def ask(self, inquiry: Inquiry, answered: Answered, failed: Failed) -> None:
        """Look for this and for nothing asked before; then call one of the two on the window's thread.

        After a lock neither is called.
        """
        self.drop()
        self._inquiry = inquiry

        def is_newest() -> bool:
            newest = self._inquiry is inquiry
            if newest:
                self._inquiry = None
            return newest

        self._worker.run(
            self,
            lambda _job: inquiry.answer(),
            lambda answer: answered(answer) if is_newest() else None,
            lambda problem: failed(problem) if is_newest() and not isinstance(problem, VaultIsLocked) else None,
        )

    def drop(self) -> None:
        """Nobody waits for the answer any more."""
        if self._inquiry is not None:
            self._inquiry.stop()
            self._inquiry = None

    def close(self) -> None:
        """Answer nothing more."""
        self.drop()
        self._worker.close(patience=0)
