"""No act is forgotten: whatever writes into the vault writes into its audit trail too, in the same unit of work."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import vitalshift_desktop

ROOT = Path(vitalshift_desktop.__file__).parent
FILES = sorted(path for room in ("services", "vault") for path in (ROOT / room).rglob("*.py"))

# What is written without an entry, and why that is right.
SILENT = {
    "services/backups.py:back_up_everywhere": "only remembers that a backup was cut short",
    "services/drafts.py:_keep": "half-filled forms, kept every two seconds; what becomes of them is entered",
    "services/drafts.py:settle": "a half-filled form that was sent; what it did is entered",
    "services/drafts.py:discard": "a half-filled form that was given up",
    "services/handovers.py:_clear": "only notes that a file is gone whose answers were entered when they were taken in",
    "vault/backups/making.py:made_in": "only counts the generation; the backup is entered once it is proven",
    "vault/ways_in.py:rotate": "only asks whether anything may be written; the new key is entered in the new records",
}


def calls_in(node: ast.AST) -> Iterator[str]:
    """The functions of ours that are called by name or on `self`."""
    for part in ast.walk(node):
        if not isinstance(part, ast.Call):
            continue
        called = part.func
        if isinstance(called, ast.Name):
            yield called.id
        elif isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "self":
            yield called.attr


def enters(node: ast.AST, helpers: set[str]) -> bool:
    """Whether an entry is made here: `….audit.append(…)`, or a call of a helper that makes one."""
    made = any(
        isinstance(part, ast.Attribute)
        and part.attr == "append"
        and isinstance(part.value, ast.Attribute)
        and part.value.attr == "audit"
        for part in ast.walk(node)
    )
    return made or any(name in helpers for name in calls_in(node))


@cache
def functions() -> tuple[tuple[Path, ast.FunctionDef], ...]:
    return tuple(
        (path, node)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    )


def entering() -> set[str]:
    """The names of functions that make an entry, by themselves or through another one."""
    known: set[str] = set()
    while True:
        more = {node.name for _path, node in functions() if enters(node, known)}
        if more == known:
            return known
        known = more


def is_writing(statement: ast.With) -> bool:
    return any(
        isinstance(item.context_expr, ast.Call)
        and isinstance(item.context_expr.func, ast.Attribute)
        and item.context_expr.func.attr in ("write", "last_write")
        for item in statement.items
    )


def test_each_unit_of_work_that_writes_makes_an_entry() -> None:
    helpers = entering()
    silent, writing = set(), 0
    for path, node in functions():
        for statement in ast.walk(node):
            if isinstance(statement, ast.With) and is_writing(statement):
                writing += 1
                if not enters(statement, helpers):
                    silent.add(f"{path.relative_to(ROOT).as_posix()}:{node.name}")
    assert writing > 60
    assert silent == set(SILENT)
