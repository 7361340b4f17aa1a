"""Looking for words in everything that lies on a computer's disk."""

from collections.abc import Iterable, Iterator
from pathlib import Path


def traces(
    words: Iterable[str], places: Iterable[Path], *, pid: int | None = None, but: Iterable[Path] = ()
) -> list[str]:
    """Where one of the words is found: in a file or its name, or in a file that a process still holds open unnamed."""
    patterns = {word: _spellings(word) for word in words}
    left_out = {path.resolve() for path in but}
    files = (path for place in places for path in sorted(place.rglob("*")))
    seen: list[str] = []
    for path in files:
        seen += [f"{word} names {path}" for word in patterns if word.lower() in path.name.lower()]
        if path.is_file() and path.resolve() not in left_out:
            seen += _found(patterns, path, str(path))
    for path in _open_files(pid):
        target = path.readlink()
        if target not in left_out:
            seen += _found(patterns, path, f"{target}, held open")
    return seen


def _spellings(word: str) -> tuple[bytes, ...]:
    return tuple(
        form.encode(encoding)
        for form in {word, word.lower(), word.upper()}
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    )


def _found(patterns: dict[str, tuple[bytes, ...]], path: Path, name: str) -> Iterator[str]:
    content = path.read_bytes()
    for word, spellings in patterns.items():
        if any(spelling in content for spelling in spellings):
            yield f"{word} stands in {name}"


def _open_files(pid: int | None) -> list[Path]:
    if pid is None:
        return []
    return [path for path in sorted(Path(f"/proc/{pid}/fd").iterdir()) if path.is_file()]
