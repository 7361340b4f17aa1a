"""Everything of ours on the screen, gone within a moment and without a question."""

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


def take_from_screen() -> list[QWidget]:
    """Hide and disable every window, its popups and dialogs first; gives those that were seen.

    A dialog that waits for its answer in a loop of its own stops waiting, as if it had been closed.
    """
    seen = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in sorted(seen, key=_is_main):
        window.setWindowTitle("VitalShift")
        window.setAccessibleName("")
        window.setEnabled(False)
        window.hide()
    return seen


def let_go(seen: Iterable[QWidget], *, but: Iterable[QWidget | None] = ()) -> None:
    """Delete windows; nothing in them is accepted or rejected, so that nobody acts on an answer that was not given."""
    kept = [window for window in but if window is not None]
    for window in seen:
        if isValid(window) and window not in kept:
            window.deleteLater()


def _is_main(window: QWidget) -> bool:
    return window.parentWidget() is None
