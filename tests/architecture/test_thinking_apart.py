"""What the counselor thinks about a note on an agreement is read by its own pages alone, and by nothing that prints."""

import ast

from tests.architecture.source_tree import place, python_files, tree

ALLOWED = {
    "vitalshift_desktop/domain/boundary_events.py",
    "vitalshift_desktop/services/sample_notes.py",
    "vitalshift_desktop/ui/boundary_events/event_form.py",
    "vitalshift_desktop/ui/boundary_events/event_sheet.py",
    "vitalshift_desktop/vault/migrations/versions",
    "vitalshift_desktop/vault/records/search_entries.py",
    "vitalshift_desktop/vault/tables/boundary_events.py",
}


def names_in(code: ast.AST) -> set[str]:
    """Attributes, arguments, variables and words of SQL that speak of it."""
    found = set()
    for node in ast.walk(code):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg)
        elif isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            found.add(node.value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "SELECT" in node.value:
            found |= set(node.value.replace(",", " ").split())
    return found


def test_only_its_own_pages_and_the_search_read_what_the_counselor_thinks() -> None:
    reading = {place(path) for path in python_files("vitalshift_desktop") if "thinking" in names_in(tree(path))}
    assert {one for one in reading if not one.startswith(tuple(ALLOWED))} == set()
    assert "vitalshift_desktop/ui/boundary_events/event_sheet.py" in reading
    assert not [one for one in reading if "/printing/" in one or "/progress" in one]
