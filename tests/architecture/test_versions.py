"""The libraries are those that were tried together, and the lock files hold exactly them."""

import re
import sys
import tomllib
from importlib.metadata import version

import pytest
import sqlcipher3
from packaging.requirements import Requirement
from packaging.version import Version
from PySide6 import __version__ as pyside_version
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.architecture.source_tree import ROOT

_LOCKS = ("requirements.lock", "requirements-dev.lock")
_CALLS = 20_000


def _locked(name: str) -> dict[str, set[str]]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    found: dict[str, set[str]] = {}
    for match in filter(None, (re.match(r"([a-z0-9-]+)==([^ ;\\]+)", line) for line in lines)):
        found.setdefault(match[1], set()).add(match[2])
    return found


def _wanted() -> dict[str, list[Requirement]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    app = [Requirement(line) for line in project["project"]["dependencies"]]
    return {
        "requirements.lock": app,
        "requirements-dev.lock": app + [Requirement(line) for line in project["dependency-groups"]["dev"]],
    }


def test_pyside_is_older_than_the_release_that_aborts() -> None:
    assert Version("6.10.3") <= Version(pyside_version) < Version("6.12")


@pytest.mark.parametrize("thing", [None, True, False])
def test_calls_into_qt_do_not_wear_out_pythons_constants(qtbot: QtBot, thing: object) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(thing)
    for number in range(_CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(thing) - before) < 1_000


def test_sqlcipher_is_new_enough_to_be_trusted_with_records() -> None:
    assert Version(sqlcipher3.sqlite_version) >= Version("3.51.3")


def test_exactly_one_package_brings_sqlcipher() -> None:
    assert Version(version("sqlcipher3")) >= Version("0.6.4")
    assert [name for name in _locked("requirements-dev.lock") if name.startswith("sqlcipher3")] == ["sqlcipher3"]


@pytest.mark.parametrize("lock", _LOCKS)
def test_a_lock_file_names_no_place_to_download_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|^\s*-(?!-hash)|^\s*--(?!hash=sha256:)| @ |\.(org|com|io|net|dev)\b", text, re.MULTILINE)


@pytest.mark.parametrize("lock", _LOCKS)
def test_every_locked_package_has_its_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", _LOCKS)
def test_the_lock_files_hold_what_the_project_asks_for(lock: str) -> None:
    locked = _locked(lock)
    unmet = [
        str(wanted)
        for wanted in _wanted()[lock]
        if not any(Version(found) in wanted.specifier for found in locked.get(wanted.name.lower(), ()))
    ]
    assert unmet == [], "run `make lock`"


def test_the_tests_run_on_the_very_packages_of_the_app() -> None:
    development = _locked("requirements-dev.lock")
    assert {name: found for name, found in _locked("requirements.lock").items() if development.get(name) != found} == {}
