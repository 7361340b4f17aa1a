"""When something we did not foresee happens: save, say so once, and leave a report without words or values."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from vitalshift_desktop import __version__

REPORT_NAME = "crash-report.txt"
LONGEST_REPORT = 200_000


class CrashGuard:
    """Catches what nobody caught, on any thread. The report stays on this computer."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / REPORT_NAME
        self.rescue: Callable[[], None] | None = None
        """Called first, to save what is being typed."""
        self.tell: Callable[[Path], None] | None = None
        """Called once, with the place of the report."""
        self._told = False

    def install(self) -> None:
        """Watch this process from now on."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt_message)

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        self._rescue()
        self._write(report(kind, trace))
        if self.tell is not None and not self._told:
            self._told = True
            self.tell(self._file)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            self._write(report(args.exc_type, args.exc_traceback))

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        self._write(report(args.exc_type, args.exc_traceback))

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self._write(f"Qt {kind.name} {context.file or ''}:{context.line}\n")

    def _rescue(self) -> None:
        if self.rescue is None:
            return
        try:
            self.rescue()
        except Exception as error:  # noqa: BLE001 - saving after a crash may fail in any way; the report must still end well
            self._write(report(type(error), error.__traceback__))

    def _write(self, text: str) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            kept = self._file.read_text("utf-8", errors="replace") if self._file.exists() else ""
            self._file.write_text((kept + text)[-LONGEST_REPORT:], "utf-8")
        except OSError:
            return  # a full disk must not turn one error into two


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """When, which versions, which type, which lines. No message, no value, no local variable."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    head = f"{now} VitalShift {__version__} Python {platform.python_version()} {platform.system()}"
    frames = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
    return "\n".join([head, f"{kind.__module__}.{kind.__qualname__}", *frames]) + "\n\n"
