"""Whether the drive a folder lies on is encrypted as a whole; for a hint only."""

import os
import subprocess  # `fdesetup` of macOS, without a shell
import sys
from pathlib import Path

_LUKS = "CRYPT-"
_SECONDS = 2
_DEEPEST = 6  # device-mapper layers on top of each other


def drive_is_encrypted(folder: Path, *, platform: str = sys.platform, system: Path = Path("/sys")) -> bool | None:
    """True or False where that can be told cheaply and without rights; None elsewhere, as always on Windows."""
    if platform == "linux":
        return _on_linux(folder, system)
    if platform == "darwin":
        return _filevault()
    return None


def _on_linux(folder: Path, system: Path) -> bool | None:
    """Looks for LUKS below the file system, also under LVM; None for network drives and the like."""
    try:
        number = folder.stat().st_dev
        device = (system / "dev" / "block" / f"{os.major(number)}:{os.minor(number)}").resolve(strict=True)
        return _is_luks(device, _DEEPEST)
    except OSError:
        return None


def _is_luks(device: Path, deepest: int) -> bool:
    name = device / "dm" / "uuid"
    if name.is_file() and name.read_text("ascii", errors="replace").startswith(_LUKS):
        return True
    below = device / "slaves"
    if deepest == 0 or not below.is_dir():
        return False
    return any(_is_luks(one.resolve(), deepest - 1) for one in below.iterdir())


def _filevault() -> bool | None:
    try:
        done = subprocess.run(
            ["/usr/bin/fdesetup", "status"], capture_output=True, timeout=_SECONDS, check=False, text=True
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return filevault_says(done.stdout)


def filevault_says(words: str) -> bool | None:
    """What `fdesetup status` said; it does not translate its words."""
    if "FileVault is On" in words:
        return True
    return False if "FileVault is Off" in words else None
