"""The project's own files and their syntax trees, for tests that read code instead of running it."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "vitalshift_desktop"
RESOURCES = ROOT / "resources"

_NOT_OURS = {"build", "dist", "__pycache__"}
_BINARY = {
    ".png",
    ".ttf",
    ".otf",
    ".woff",
    ".woff2",
    ".mo",
    ".ico",
    ".icns",
    ".pdf",
    ".vault",
    ".vsbackup",
    ".records",
    ".db",
    ".bin",
}


def place(path: Path) -> str:
    """The path inside the project, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file under these folders of the project."""
    return tuple(path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def text_files() -> Iterator[Path]:
    """Every text file that belongs to the project, also those that no commit holds yet."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if name not in _NOT_OURS and (name == ".ci" or name[0] != "."))
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix not in _BINARY and (name == ".gitignore" or name[0] != "."):
                yield path


def imported_modules(path: Path) -> Iterator[str]:
    """Every module a file imports, at its top or later."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
