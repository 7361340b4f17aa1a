"""Every case of the vault's list of bad days, E1 to E55, is a test that names its number."""

import ast
import re

from tests.architecture.source_tree import python_files, tree

CASES = range(1, 56)
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[Ee](\d{1,2})(?![0-9A-Za-z])")
_RANGE = re.compile(r"(?<![A-Za-z0-9])E(\d{1,2}) to E(\d{1,2})(?!\d)")


def named_cases() -> set[int]:
    """The numbers in the names and docstrings of all tests; `E34 to E36` names three."""
    found: set[int] = set()
    for path in python_files("tests"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                words = f"{node.name.replace('_', ' ')} {ast.get_docstring(node) or ''}"
                found |= {int(number) for number in _NUMBER.findall(words)}
                for first, last in _RANGE.findall(words):
                    found |= set(range(int(first), int(last) + 1))
    return found


def test_every_case_is_a_test_that_names_its_number() -> None:
    named = named_cases()
    missing = [f"E{number}" for number in CASES if number not in named]
    assert missing == []
