"""The process itself: it leaves no traces, and knows whether there is a screen."""

import logging
import os
import sys

_SET_DUMPABLE = 4  # of Linux's prctl
_DENY_ATTACH = 31  # of macOS's ptrace
_NO_BOXES = 0x0001 | 0x0002 | 0x8000  # of Windows: no box about a failed drive, a crash or a missing file


def harden_process() -> None:
    """Private files only, no memory dump if the process ends badly, and silent libraries."""
    os.umask(0o077)
    logging.disable()  # what a library logs of an error may hold words of the record
    try:
        import resource
    except ImportError:  # Windows has no such limits
        _write_no_report()
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _hide_memory()


def _hide_memory() -> None:
    """Let no crash collector and no other program of this user read our memory; the limit above stops files only."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
    elif sys.platform == "darwin":
        import ctypes

        ctypes.CDLL(None).ptrace(_DENY_ATTACH, 0, None, 0)


def _write_no_report() -> None:
    """Let Windows end a crashed process without its report, which holds memory."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_NO_BOXES)


def has_screen() -> bool:
    """False where no window could be shown."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
