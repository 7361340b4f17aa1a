"""Files stay small, functions short, and everything public says what it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source_tree import PACKAGE, place, python_files, text_files, tree

_ALL_CODE = ("vitalshift_desktop", "tests", "installer")
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_VAGUE_NAMES = ("utils", "util", "helpers", "helper", "base", "common", "misc")
_SHORT_QT_NAMES = {"event", "data", "flags", "index", "parent", "paint", "clone"}
_OPEN_ENDS = ("TO" + "DO", "FIX" + "ME", "X" * 3 + ":", "NotImplemented" + "Error")


def _functions(path: Path) -> Iterator[_Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, _Function))


def _lines(node: _Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_has_more_than_300_lines() -> None:
    sizes = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(*_ALL_CODE)}
    assert {name: size for name, size in sizes.items() if size > 300} == {}


def test_no_function_has_more_than_40_lines() -> None:
    long = [
        f"{place(path)}: {function.name} has {_lines(function)}"
        for path in python_files("vitalshift_desktop", "installer")
        for function in _functions(path)
        if _lines(function) > 40
    ]
    assert long == []


def test_no_module_hides_behind_a_vague_name() -> None:
    vague = [
        place(path)
        for path in python_files("vitalshift_desktop")
        if path.stem in _VAGUE_NAMES or path.stem.endswith(("_utils", "_helpers", "manager"))
    ]
    assert vague == []


def _public_things(path: Path) -> Iterator[tuple[str, str | None]]:
    module = tree(path)
    yield "the module", ast.get_docstring(module)
    for node in module.body:
        if isinstance(node, ast.ClassDef | _Function) and not node.name.startswith("_"):
            yield node.name, ast.get_docstring(node)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for method in node.body:
                if isinstance(method, _Function) and _needs_a_sentence(method):
                    yield f"{node.name}.{method.name}", ast.get_docstring(method)


def _needs_a_sentence(method: _Function) -> bool:
    overrides_qt = method.name != method.name.lower() or method.name in _SHORT_QT_NAMES
    decorators = {ast.unparse(decorator).rsplit(".", 1)[-1] for decorator in method.decorator_list}
    return not (method.name.startswith("_") or overrides_qt or decorators & {"setter", "override", "overload"})


def test_everything_public_says_in_one_sentence_what_it_is() -> None:
    silent = [
        f"{place(path)}: {name}"
        for path in python_files("vitalshift_desktop", "installer")
        for name, sentence in _public_things(path)
        if not sentence
    ]
    assert silent == []


def test_no_open_end_is_left_in_any_file() -> None:
    found = [
        f"{place(path)}: {mark}"
        for path in text_files()
        if path.suffix in {".py", ".typ", ".md", ".toml", ".json", ".sh", ".spec"}
        for mark in _OPEN_ENDS
        if mark in path.read_text(encoding="utf-8")
    ]
    assert found == []


@pytest.mark.parametrize("asked", ["now", "today", "utcnow", "open", "read_text", "write_text"])
def test_the_domain_asks_nobody_the_time_and_opens_no_file(asked: str) -> None:
    calls = [
        f"{place(path)}:{node.lineno}"
        for path in sorted((PACKAGE / "domain").rglob("*.py"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rsplit(".", 1)[-1] == asked
    ]
    assert calls == []


def test_no_lambda_is_connected_to_a_signal() -> None:
    """A lambda would keep its widget alive for ever."""
    connected = [
        f"{place(path)}:{node.lineno}"
        for path in python_files("vitalshift_desktop")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
        if any(isinstance(argument, ast.Lambda) for argument in node.args)
    ]
    assert connected == []
