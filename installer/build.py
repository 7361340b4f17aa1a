"""Builds the folder that runs without Python, into dist/, then checks it."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLER = ROOT / "installer"
FOLDER = ROOT / "dist" / "vitalshift"


def build() -> None:
    """Let PyInstaller follow the recipe."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(FOLDER.parent), "--workpath", str(ROOT / "build" / "installer")]
    subprocess.run([*command, *places, str(INSTALLER / "vitalshift.spec")], check=True, cwd=ROOT)


def add_desktop_files() -> None:
    """Put what a Linux desktop wants to know about the app beside it."""
    for name in ("vitalshift.desktop", "install.sh"):
        shutil.copy2(INSTALLER / "linux" / name, FOLDER / name)


def main() -> int:
    """Build, then check; 0 when the folder runs."""
    build()
    if sys.platform == "linux":
        add_desktop_files()
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"Built {FOLDER.relative_to(ROOT)}, {size / 1e6:.0f} MB")
    return subprocess.run(
        [sys.executable, str(INSTALLER / "check_installed_app.py"), str(FOLDER)], check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
