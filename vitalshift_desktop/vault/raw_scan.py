"""Looks at a vault's files as a thief would; runs as a program of its own.

Closing a file drops all locks that its process holds on it, so a process with an open vault must never read the
vault's files. This module needs nothing but the standard library. It reads `{"files": [...], "words": [...]}` from
standard input, words in hex, and answers `{"findings": [[kind, file], ...], "pages": n}` on standard output.
"""

import json
import math
import sys
from collections import Counter
from pathlib import Path
from typing import IO

PAGE = 4096
MOST_PAGES = 2000
LEAST_ENTROPY = 7.8  # bits per byte of a page; noise of this size has 7.955 ± 0.005
PLAIN_DATABASE = b"SQLite format 3\x00"
CHUNK = 1024 * 1024


def findings_in(path: Path, words: list[bytes]) -> tuple[list[str], int]:
    """What is wrong with one file, and how many pages were measured."""
    found: list[str] = []
    try:
        with path.open("rb") as file:
            if file.read(len(PLAIN_DATABASE)) == PLAIN_DATABASE:
                found.append("plain_database")
            if _holds_a_word(file, words):
                found.append("word_found")
            pages = 0
            if path.name.endswith(".db"):
                pages, is_noise = _measured(file, path.stat().st_size // PAGE)
                if not is_noise:
                    found.append("not_noise")
    except FileNotFoundError:
        return [], 0
    return found, pages


def main(given: IO[str], answer: IO[str]) -> None:
    """Answer one question."""
    question = json.load(given)
    words = [bytes.fromhex(word) for word in question["words"]]
    findings, pages = [], 0
    for name in question["files"]:
        found, measured = findings_in(Path(name), words)
        findings += [[kind, Path(name).name] for kind in found]
        pages += measured
    json.dump({"findings": findings, "pages": pages}, answer)


def _holds_a_word(file: IO[bytes], words: list[bytes]) -> bool:
    overlap = max((len(word) for word in words), default=1) - 1
    file.seek(0)
    before = b""
    while chunk := file.read(CHUNK):
        window = before + chunk
        if any(word in window for word in words):
            return True
        before = window[len(window) - overlap :] if overlap else b""
    return False


def _measured(file: IO[bytes], pages: int) -> tuple[int, bool]:
    """How many pages, evenly spread, were measured, and whether each looks like noise."""
    step = max(1, -(-pages // MOST_PAGES))
    measured = range(0, pages, step)
    for page in measured:
        file.seek(page * PAGE)
        if _entropy(file.read(PAGE)) < LEAST_ENTROPY:
            return len(measured), False
    return len(measured), True


def _entropy(data: bytes) -> float:
    return -sum(n / len(data) * math.log2(n / len(data)) for n in Counter(data).values())


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
