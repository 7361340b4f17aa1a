"""No path of the code leads from process notes to a summary, a letter, an export, a search or a printed page."""

import ast
from pathlib import Path

from tests.architecture.source_tree import PACKAGE, place, python_files, tree

# Who may say their name at all: their own files, and where the parts of the app are put together.
ALLOWED = {
    "vitalshift_desktop/domain/process_notes.py",
    "vitalshift_desktop/services/process_notes.py",
    "vitalshift_desktop/services/sample_apart.py",
    "vitalshift_desktop/services/workspace.py",
    "vitalshift_desktop/vault/records/audit_objects.py",
    "vitalshift_desktop/vault/records/process_notes.py",
    "vitalshift_desktop/vault/tables/process_notes.py",
    "vitalshift_desktop/vault/unit_of_work.py",
}
OWN_PAGES = PACKAGE / "ui" / "process_notes"
PUT_TOGETHER = {"vitalshift_desktop/ui/page_stack.py"}


def names_in(path: Path) -> set[str]:
    """Every module imported and every attribute or string of SQL in a file."""
    names = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Attribute) and not is_way_there(node.value):
            names.add(f".{node.attr}")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.add(node.value)
    return names


def is_way_there(node: ast.expr) -> bool:
    """A field of the file's own, or the wish and the page by which the window opens them; none of it reads."""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name in ("self", "wishes", "_wishes", "pages", "_pages")


def touches(path: Path) -> bool:
    """Whether a file imports what holds process notes, asks a unit of work for them, or names their table."""
    return any(
        name == ".process_notes"
        or (name.startswith("vitalshift_desktop.") and name.endswith("process_notes"))
        or ("process_note" in name and any(word in name.upper() for word in ("SELECT ", "FROM ", "JOIN ")))
        for name in names_in(path)
    )


def is_own_page(path: Path) -> bool:
    return path.is_relative_to(OWN_PAGES)


def test_only_their_own_files_touch_process_notes() -> None:
    touching = {
        place(path)
        for path in python_files("vitalshift_desktop")
        if touches(path) and not is_own_page(path) and "migrations" not in path.parts
    }
    assert touching <= ALLOWED | PUT_TOGETHER
    assert "vitalshift_desktop/services/process_notes.py" in touching


def test_nothing_that_prints_searches_or_sums_up_knows_process_notes() -> None:
    printing = set(python_files("vitalshift_desktop/printing"))
    services = {
        PACKAGE / "services" / f"{name}.py"
        for name in ("search", "record_search", "progress", "timeline", "note_views")
    }
    assert printing
    index = set((PACKAGE / "vault" / "records").glob("search*.py"))
    assert len(index) >= 2
    assert not [place(path) for path in printing | services | index if touches(path)]


def test_the_look_finds_a_file_that_reads_them() -> None:
    assert touches(PACKAGE / "services" / "process_notes.py")
    assert touches(PACKAGE / "vault" / "unit_of_work.py")
