"""Who may import whom, and what nobody may import."""

import subprocess
import sys

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.source_tree import ROOT, imported_modules, place, python_files

_NETWORK = {
    "socket", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc",
    "socketserver", "asyncio", "webbrowser", "requests", "httpx", "aiohttp", "urllib3", "PySide6.QtNetwork",
    "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtNetworkAuth",
}  # fmt: skip
_OTHER_DATABASES = {"sqlite3", "PySide6.QtSql", "dbm", "shelve", "pickle"}

_IMPORT_THE_CORE = """
import importlib, pkgutil, sys
from tests.support import network_guard
network_guard.install()
for blocked in ("PySide6", "shiboken6", "pyqtgraph", "qtawesome"):
    sys.modules[blocked] = None
for room in ("domain", "vault", "services", "words", "assets", "printing"):
    module = importlib.import_module(f"vitalshift_desktop.{room}")
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), module.__name__ + "."):
        if found.name not in ("vitalshift_desktop.printing.output", "vitalshift_desktop.vault.migrations.env"):
            importlib.import_module(found.name)
"""


def _importing(banned: set[str], *folders: str) -> list[str]:
    return [
        f"{place(path)}: {name}"
        for path in python_files(*folders)
        for name in imported_modules(path)
        if any(name == ban or name.startswith(ban + ".") for ban in banned)
    ]


def test_the_rooms_import_only_what_their_contracts_allow() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_the_core_can_be_imported_where_there_is_no_qt_and_no_network() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_THE_CORE], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_nobody_imports_a_network() -> None:
    assert _importing(_NETWORK, "vitalshift_desktop", "installer") == []


def test_nobody_imports_a_database_that_writes_plain_text() -> None:
    assert _importing(_OTHER_DATABASES, "vitalshift_desktop") == []


def test_only_the_output_module_of_the_printing_room_knows_qt() -> None:
    assert [line for line in _importing({"PySide6"}, "vitalshift_desktop/printing") if "/output.py" not in line] == []
