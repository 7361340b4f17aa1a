"""How long work tells how far it is, and asks whether to go on."""

from collections.abc import Callable

from vitalshift_desktop.domain.problems import BackupCancelled

Progress = Callable[[float], None]  # from 0.0 to 1.0
Cancelled = Callable[[], bool]


def unseen(share: float) -> None:
    """Nobody looks at the progress."""


def never() -> bool:
    """Nobody stops the work."""
    return False


def share_of(size: int, begin: float, end: float, progress: Progress, cancelled: Cancelled) -> Callable[[int], None]:
    """Hears of every chunk of `size` bytes and tells the progress from `begin` to `end`; raises BackupCancelled."""
    done = 0

    def moved(count: int) -> None:
        nonlocal done
        if cancelled():
            raise BackupCancelled
        done += count
        progress(begin + (end - begin) * min(1.0, done / max(size, 1)))

    return moved
