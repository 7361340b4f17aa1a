"""The drive a folder lies on, as far as the system tells its name."""

import os
from pathlib import Path


def drive_name(folder: Path) -> str:
    """The letter of the drive, or the folder where the drive is mounted."""
    if folder.drive:
        return folder.drive
    here = Path(os.path.abspath(folder))  # noqa: PTH100 -- `resolve` would name another place than the one chosen
    while not os.path.ismount(here) and here != here.parent:
        here = here.parent
    return str(here)
