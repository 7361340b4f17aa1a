"""What comes with the app: found in a checkout as in a wheel, themed in one place, fetched from nowhere."""

import ast
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.source_tree import PACKAGE, RESOURCES, ROOT, place, python_files, text_files, tree
from vitalshift_desktop.assets import asset, asset_text, assets_in

_COLOR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_PLACES_OF_ONE_MACHINE = re.compile("|".join(("/home" + r"/\w+/", "/root" + "/", "/Us" + r"ers/\w+/", "/work" + "/")))
_PACKAGE_HOSTS = re.compile("|".join(("py" + "pi", "python" + "hosted", "index" + "-url =")), re.IGNORECASE)


def test_an_asset_is_found_in_the_checkout() -> None:
    assert asset("translations", "vitalshift.pot") == RESOURCES / "translations" / "vitalshift.pot"
    assert asset_text("translations", "vitalshift.pot").startswith("# The words")
    assert assets_in("translations", suffix=".pot") == (asset("translations", "vitalshift.pot"),)


def test_a_missing_asset_is_an_error_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        asset("translations", "nothing.pot")


def test_a_wheel_holds_every_module_and_every_resource(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("vitalshift_desktop-*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    resources = {f"vitalshift_desktop/{place(path)}" for path in RESOURCES.rglob("*") if path.is_file()}
    modules = {place(path) for path in PACKAGE.rglob("*.py")}
    assert (resources | modules) - held == set()
    assert any(name.endswith("licenses/LICENSE") for name in held)


def test_a_color_is_written_only_in_a_theme() -> None:
    """Paper is black on white and knows no theme."""
    bare = [
        f"{place(path)}:{node.lineno} {node.value}"
        for path in python_files("vitalshift_desktop")
        if "printing" not in path.relative_to(PACKAGE).parts[:1]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _COLOR.search(node.value)
    ]
    assert bare == []


def test_paper_templates_fetch_nothing() -> None:
    fetching = [place(path) for path in RESOURCES.rglob("*.typ") if "@" + "preview" in path.read_text(encoding="utf-8")]
    assert fetching == []


def test_every_data_file_can_be_read() -> None:
    for path in RESOURCES.rglob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("pattern", [_PLACES_OF_ONE_MACHINE, _PACKAGE_HOSTS], ids=["places", "hosts"])
def test_no_file_names_a_place_of_one_machine_or_a_package_host(pattern: re.Pattern[str]) -> None:
    found = [
        f"{place(path)}: {match[0]}"
        for path in text_files()
        if (match := pattern.search(path.read_text(encoding="utf-8")))
    ]
    assert found == []
