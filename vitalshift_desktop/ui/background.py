"""Slow work beside the window: one worker thread, answers on the window's thread."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

PATIENCE = 2.0
"""Seconds that cancelled work gets to end cleanly; a lock does not wait for ever."""
Answer = TypeVar("Answer")
Done = Callable[[Answer], None]
Failed = Callable[[BaseException], None]


class Job:
    """One piece of slow work: it can be cancelled and says how far it is."""

    def __init__(self, report: Callable[[float], None]) -> None:
        self._cancelled = threading.Event()
        self.report = report
        """Call with the part done, 0.0 to 1.0, from any thread."""

    def cancel(self) -> None:
        """Ask the work to stop at the next safe place."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """True once it was asked to stop."""
        return self._cancelled.is_set()


class Background(QObject):
    """Runs one slow piece of work after another; the answer is dropped if its owner is gone."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vitalshift")
        self._jobs: set[Job] = set()
        self._futures: set[Future[Any]] = set()
        self._is_closed = False
        self._posting = threading.Lock()
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[Job], Answer],
        done: Done[Answer],
        failed: Failed,
        progress: Callable[[float], None] | None = None,
    ) -> Job:
        """Start `work`; then call `done` or `failed` on the window's thread while `owner` lives."""
        job = Job(lambda part: self._post(owner, lambda: progress(part)) if progress else None)
        self._jobs.add(job)
        future = self._pool.submit(work, job)
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)
        future.add_done_callback(lambda ended: self._end(owner, job, lambda: _hand_over(ended, done, failed)))
        return job

    @property
    def is_busy(self) -> bool:
        """True while any work is unfinished."""
        return bool(self._jobs)

    def cancel_all(self) -> None:
        """Ask everything to stop; nothing that has not begun will begin."""
        for job in tuple(self._jobs):
            job.cancel()

    def close(self, patience: float = PATIENCE) -> bool:
        """Stop what can be stopped, and wait so many seconds for the rest; nobody is told any more how it ended.

        False when something still runs then. It may be called again, when what held it up was taken away.
        """
        with self._posting:
            self._is_closed = True
        self.cancel_all()
        self._pool.shutdown(wait=False, cancel_futures=True)
        return not wait(tuple(self._futures), patience).not_done

    def _end(self, owner: QObject, job: Job, call: Callable[[], None]) -> None:
        self._jobs.discard(job)
        self._post(owner, call)

    def _post(self, owner: QObject, call: Callable[[], None]) -> None:
        # A worker that is just ending must not speak through an object that Qt deletes at this moment.
        with self._posting:
            if not self._is_closed and isValid(self):
                self._finished.emit((owner, call))

    def _on_finished(self, message: tuple[QObject, Callable[[], None]]) -> None:
        owner, call = message
        if isValid(owner) and not self._is_closed:
            call()


def _hand_over(ended: "Future[Answer]", done: Done[Answer], failed: Failed) -> None:
    if ended.cancelled():
        return
    problem = ended.exception()
    if problem is not None:
        failed(problem)
    else:
        done(ended.result())
