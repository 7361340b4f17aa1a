"""Starting with the desktop session on Linux: one entry in the user's own folder, there only while it is wanted."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import platformdirs

from vitalshift_desktop.ui.fresh_start import own_command

MINIMIZED = "--minimized"
"""The argument with which our program comes up in the task bar and waits there, locked."""
_LARGEST = 8192
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")


class Autostart:
    """The entry as the XDG autostart specification has it; the desktop reads it at each login."""

    def __init__(self, folder: Path | None = None, command: Sequence[str] | None = None) -> None:
        self.file = (folder or platformdirs.user_config_path() / "autostart") / "vitalshift.desktop"
        self._command = (*(own_command() if command is None else command), MINIMIZED)

    @property
    def is_offered(self) -> bool:
        """Whether this system has such a folder."""
        return sys.platform == "linux"

    @property
    def is_on(self) -> bool:
        """Whether the entry is there, starts this very app, and was not switched off by the desktop's own settings."""
        lines = self._lines()
        is_off = "Hidden=true" in lines or "X-GNOME-Autostart-enabled=false" in lines
        return f"Exec={exec_line(self._command)}" in lines and not is_off

    def switch_on(self) -> bool:
        """Write the entry in place of any older one; whether that was possible."""
        part = self.file.with_name(f"{self.file.name}.part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part.unlink(missing_ok=True)
            with part.open("x", encoding="utf-8") as file:
                file.write(entry(self._command))
            part.replace(self.file)
        except (OSError, ValueError):
            with suppress(OSError):
                part.unlink(missing_ok=True)
            return False
        return True

    def switch_off(self) -> bool:
        """Take the entry away; whether it is gone."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
        return not os.path.lexists(self.file)

    def _lines(self) -> list[str]:
        with suppress(OSError, UnicodeDecodeError):
            if self.file.is_file() and self.file.stat().st_size <= _LARGEST:
                return self.file.read_text(encoding="utf-8").splitlines()
        return []


def entry(command: Sequence[str]) -> str:
    """The file's text; ValueError for a command that no such file can hold."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=VitalShift",
        f"Exec={exec_line(command)}",
        "Icon=vitalshift",
        "Terminal=false",
        "StartupNotify=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def exec_line(command: Sequence[str]) -> str:
    """A command as the desktop entry specification quotes it; ValueError for one with a line's end in it."""
    if any(sign in part for part in command for sign in "\n\r"):
        raise ValueError("a path with a line's end in it")
    return " ".join(_quoted(part) for part in command)


def _quoted(part: str) -> str:
    """The quotes of `Exec` first, then the backslashes of any text in the file; a percent sign is doubled."""
    quoted = part.replace("%", "%%")
    if not part or _RESERVED.intersection(part):
        for sign in ("\\", '"', "`", "$"):
            quoted = quoted.replace(sign, f"\\{sign}")
        quoted = f'"{quoted}"'
    return quoted.replace("\\", "\\\\")
