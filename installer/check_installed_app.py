"""Checks a built folder by using it: version, a sample vault with check, PDF, backup and restore, the first window."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PASSPHRASE = "seven lanterns along the quiet river"  # of an invented vault that is deleted again
_STAYS_OPEN = 4.0  # seconds the window must stay open by itself


class CheckFailed(Exception):
    """The built app does not do what it should."""


class InstalledApp:
    """The program of a built folder, run in a home of its own with nothing of this machine's Python around it."""

    def __init__(self, folder: Path, home: Path) -> None:
        self._program = folder / ("vitalshift.exe" if sys.platform == "win32" else "vitalshift")
        self._home = home
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TZ") if name in os.environ}
        places = {"HOME": str(home), "TMPDIR": str(home), "XDG_RUNTIME_DIR": str(home), "PATH": "/usr/bin:/bin"}
        self._environment = {
            **kept,
            **places,
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
        }

    def run(self, *arguments: str, passphrase: str = "") -> str:
        """What the program printed; CheckFailed unless it ended well."""
        done = subprocess.run(
            [str(self._program), *arguments], input=passphrase + "\n", env=self._environment, cwd=self._home,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            raise CheckFailed(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def open_window(self) -> None:
        """Start the app with a window; CheckFailed if it ends by itself or complains."""
        errors = self._home / "errors.txt"
        with errors.open("wb") as complaints:
            window = subprocess.Popen([str(self._program)], env=self._environment, cwd=self._home, stderr=complaints)
            time.sleep(_STAYS_OPEN)
            ended = window.poll()
            window.kill()
            window.wait()
        complaint = errors.read_text(encoding="utf-8", errors="replace").strip()
        if ended is not None or "Traceback" in complaint:
            raise CheckFailed(f"the window did not stay open ({ended}): {complaint}")


def _expected_version() -> str:
    text = (ROOT / "vitalshift_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    return found[1] if found else "?"


def _check_contents(folder: Path) -> None:
    unwanted = re.compile(r"Qt6?Network|Qt6?Sql|libssl|libcrypto|lib-dynload/_ssl|lib-dynload/_sqlite3|libgtk")
    found = [name for name in map(Path.as_posix, folder.rglob("*")) if unwanted.search(name)]
    if found:
        raise CheckFailed(f"the folder holds what the app must not have: {found}")


def _sample_client() -> str:
    """The code of one client of the sample practice."""
    for path in sorted((ROOT / "resources" / "sample_practice").rglob("*.json")):
        found = re.search(r'"code":\s*"([^"]+)"', path.read_text(encoding="utf-8"))
        if found:
            return found[1]
    raise CheckFailed("the sample practice has no client")


def _check_use(app: InstalledApp, home: Path) -> None:
    version = app.run("--version")
    if _expected_version() not in version:
        raise CheckFailed(f"it says it is {version.strip()}")
    vault = str(home / "sample")
    secret = ("--passphrase-stdin",)
    app.run("demo", vault, *secret, passphrase=_PASSPHRASE)
    json.loads(app.run("vault", "check", vault, "--json", *secret, passphrase=_PASSPHRASE))
    page = home / "summary.pdf"
    summary = ("summary", "--vault", vault, "--client", _sample_client(), "--pdf", str(page))
    app.run(*summary, *secret, passphrase=_PASSPHRASE)
    if not page.read_bytes().startswith(b"%PDF-"):
        raise CheckFailed("the summary is no PDF")
    made = json.loads(app.run("vault", "backup", vault, "--to", str(home), "--json", *secret, passphrase=_PASSPHRASE))
    app.run("vault", "drill", vault, *secret, passphrase=_PASSPHRASE)
    app.run("vault", "restore", made["file"], "--to", str(home / "restored"), *secret, passphrase=_PASSPHRASE)
    app.run("vault", "check", str(home / "restored"), *secret, passphrase=_PASSPHRASE)


def check(folder: Path) -> None:
    """Use the app of this folder from end to end; CheckFailed at the first thing that is not right."""
    _check_contents(folder)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        app = InstalledApp(folder, home)
        _check_use(app, home)
        app.open_window()


def main() -> int:
    """Check the folder named on the command line; 0 when everything works, 1 with a sentence when not."""
    try:
        check(Path(sys.argv[1]).resolve())
    except CheckFailed as problem:
        print(f"The built app failed its check: {problem}", file=sys.stderr)
        return 1
    print("The built app works.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
