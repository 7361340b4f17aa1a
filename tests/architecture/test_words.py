"""Every visible word is in the catalogue, and every word of the catalogue is still said."""

import ast
from collections.abc import Iterator
from pathlib import Path

from installer.collect_words import CATALOGUE, collected
from tests.architecture.source_tree import place, python_files, tree

_LITERALS = {"_": 1, "ngettext": 2}  # how many of the first arguments must be literal texts


def _calls(node: ast.AST) -> Iterator[tuple[ast.Call, int]]:
    for found in ast.walk(node):
        if isinstance(found, ast.Call) and isinstance(found.func, ast.Name) and found.func.id in _LITERALS:
            yield found, _LITERALS[found.func.id]


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """The parts that run while a module is imported: everything but the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from [*child.args.defaults, *(default for default in child.args.kw_defaults if default)]
        elif not isinstance(child, ast.Lambda):
            yield child
            yield from _run_at_import(child)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _spoken_at_import(path: Path) -> Iterator[str]:
    for node in _run_at_import(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _LITERALS:
            yield f"{place(path)}:{node.lineno}"


def test_the_catalogue_holds_the_words_of_the_code_and_nothing_stale() -> None:
    assert CATALOGUE.read_bytes().splitlines() == collected().splitlines(), "run `make words`"


def test_only_literal_texts_are_translated() -> None:
    wrong = [
        f"{place(path)}:{call.lineno}"
        for path in python_files("vitalshift_desktop")
        for call, literals in _calls(tree(path))
        if len(call.args) < literals or not all(_is_text(argument) for argument in call.args[:literals])
    ]
    assert wrong == []


def test_no_word_is_translated_before_the_language_is_known() -> None:
    assert [line for path in python_files("vitalshift_desktop") for line in _spoken_at_import(path)] == []


def test_no_visible_sentence_shouts() -> None:
    shouting = [
        f"{place(path)}:{call.lineno}"
        for path in python_files("vitalshift_desktop")
        for call, literals in _calls(tree(path))
        for argument in call.args[:literals]
        if isinstance(argument, ast.Constant) and "!" in str(argument.value)
    ]
    assert shouting == []
