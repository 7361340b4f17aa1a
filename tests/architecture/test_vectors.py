"""Every published number that the arithmetic must reproduce is in a test that names it."""

import re

from tests.architecture.source_tree import python_files

_ID = re.compile(r"(?<![A-Za-z0-9])[Mm]([0-3][0-9])(?![0-9])")
_VECTORS = {f"{number:02}" for number in range(1, 33)}


def test_each_of_the_32_vectors_is_named_by_a_test() -> None:
    """M05 is named as the one that is not ours to copy."""
    named = {found for path in python_files("tests/domain") for found in _ID.findall(path.read_text(encoding="utf-8"))}
    assert _VECTORS - named == set()
