"""The process itself: it leaves no traces, and knows whether there is a screen."""

import logging
import os
import sys

_SET_DUMPABLE = 4  # of Linux's prctl


def harden_process() -> None:
    """Private files only, no memory dump if the process ends badly, and silent libraries."""
    os.umask(0o077)
    logging.disable()  # what a library logs of an error may hold words of the record
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _hide_memory()


def _hide_memory() -> None:
    """Let no crash collector and no other program of this user read our memory; the limit above stops files only."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def has_screen() -> bool:
    """False where no window could be shown."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
