"""Looks at a vault's files as a thief would; runs as a program of its own.

Closing a file drops all locks that its process holds on it, so a process with an open vault must never read the
vault's files. This module needs nothing but the standard library and holds at most a few megabytes. It reads
`{"files": [...], "words": [...]}` from standard input and answers on standard output, one JSON object to a line:
`{"part": 0.4}` while it works, at last `{"findings": [[kind, place of the file], ...], "pages": n, "planted": n,
"control": n}`. Words are never answered.
"""

import io
import json
import math
import os
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO

PAGE = 4096
MOST_PAGES = 2000
LEAST_ENTROPY = 7.8  # bits per byte of a page; noise of this size has 7.955 ± 0.005
PLAIN_DATABASE = b"SQLite format 3\x00"
CHUNK = 1024 * 1024
ENCODINGS = ("utf-8", "utf-16-le")
INVENTED = "Lanternfeather"  # for the control of a vault in which nothing is written yet

_BACKUP, _RECORDS = ".vsbackup", "vault.db"
_SURE = 8  # so many bytes do not turn up by chance in noise
_AROUND = 12
_READABLE = frozenset(b"\t\n\r\0") | frozenset(range(0x20, 0x7F))


@dataclass(frozen=True)
class Words:
    """The words to look for, as bytes: how each may be spelled, and the same in small letters for the search."""

    spelled: frozenset[bytes]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Words":
        """Every word as written, small, capitalized and in capitals, composed and decomposed, in both encodings."""
        forms = {form for word in words for form in (word, word.lower(), word.title(), word.capitalize(), word.upper())}
        composed = {unicodedata.normalize(kind, form) for form in forms for kind in ("NFC", "NFD")}
        return cls(frozenset(form.encode(encoding) for form in composed for encoding in ENCODINGS))

    @property
    def small(self) -> frozenset[bytes]:
        """What is searched for in bytes whose ASCII letters were made small."""
        return frozenset(form.lower() for form in self.spelled)

    @property
    def longest(self) -> int:
        """The length of the longest spelling in bytes."""
        return max((len(form) for form in self.spelled), default=1)


def holds_a_word(file: IO[bytes], words: Words, tell: Callable[[int], None] = lambda _size: None) -> bool:
    """Whether any word stands in the file; `tell` hears how many bytes were read."""
    overlap = words.longest - 1 + _AROUND
    file.seek(0)
    before = b""
    small = words.small
    while chunk := file.read(CHUNK):
        window = before + chunk
        lowered = window.lower()
        if any(_stands_in(form, lowered, window, words.spelled) for form in small):
            return True
        before = window[-overlap:]
        tell(len(chunk))
    return False


def _stands_in(form: bytes, lowered: bytes, window: bytes, spelled: frozenset[bytes]) -> bool:
    place = lowered.find(form)
    while place >= 0:
        end = place + len(form)
        if window[place:end] in spelled and (len(form) >= _SURE or _is_among_text(window, place, end)):
            return True
        place = lowered.find(form, place + 1)
    return False


def _is_among_text(window: bytes, place: int, end: int) -> bool:
    """Whether most bytes around are readable too: six letters alone turn up in much noise by chance."""
    around = window[max(0, place - _AROUND) : place] + window[end : end + _AROUND]
    return sum(byte in _READABLE for byte in around) >= len(around) * 0.6


def findings_in(name: str, words: Words, tell: Callable[[int], None] = lambda _size: None) -> tuple[list[str], int]:
    """What is wrong with one file, and how many of its pages were measured."""
    found: list[str] = []
    pages = 0
    try:
        with open(name, "rb") as file:  # noqa: PTH123 -- a plain name keeps the start of this program short
            if file.read(len(PLAIN_DATABASE)) == PLAIN_DATABASE:
                found.append("plain_database")
            if holds_a_word(file, words, tell):
                found.append("word_found")
            begin, size = _records_in(file, name)
            pages, is_noise = _measured(file, begin, size // PAGE)
            if not is_noise:
                found.append("not_noise")
    except FileNotFoundError:
        return [], 0  # the log of the records comes and goes
    except (OSError, zipfile.BadZipFile):
        found.append("file_unreadable")
    return found, pages


def control(words: Sequence[str]) -> tuple[int, int]:
    """How many spellings were put into a plain sample in memory, one at a time, and how many the search found there."""
    forms = Words.of(words or (INVENTED,))
    found = 0
    for form in forms.spelled:
        sample = io.BytesIO(b"... " + form + b" ... ")
        found += holds_a_word(sample, forms)
    return len(forms.spelled), found


def main(given: IO[str], answer: IO[str]) -> None:
    """Answer one question."""
    question = json.load(given)
    words = Words.of(question["words"])
    total = sum(_size(name) for name in question["files"]) or 1
    done = told = 0

    def tell(size: int) -> None:
        nonlocal done, told
        done += size
        if done - told >= 8 * CHUNK:
            told = done
            _say(answer, {"part": min(1.0, done / total)})

    findings, pages = [], 0
    for name in question["files"]:
        found, measured = findings_in(name, words, tell)
        findings += [[kind, name] for kind in found]
        pages += measured
    planted, seen = control(question["words"])
    _say(answer, {"findings": findings, "pages": pages, "planted": planted, "control": seen})


def _say(answer: IO[str], words: dict[str, object]) -> None:
    answer.write(json.dumps(words) + "\n")
    answer.flush()


def _size(name: str) -> int:
    try:
        return os.stat(name).st_size  # noqa: PTH116 -- as above
    except OSError:
        return 0


def _records_in(file: IO[bytes], name: str) -> tuple[int, int]:
    """Where records lie in a file, and their size: all of a database, one member of a backup, nothing of others."""
    if name.endswith(".db"):
        return 0, file.seek(0, io.SEEK_END)
    if not name.endswith(_BACKUP):
        return 0, 0
    with zipfile.ZipFile(file) as archive:
        member = next((one for one in archive.infolist() if one.filename == _RECORDS), None)
        if member is None:
            raise zipfile.BadZipFile
        with archive.open(member):
            pass  # checks that the member begins where the list says
    file.seek(member.header_offset + 26)
    lengths = file.read(4)
    skipped = int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    return member.header_offset + 30 + skipped, member.file_size


def _measured(file: IO[bytes], begin: int, pages: int) -> tuple[int, bool]:
    """How many pages, evenly spread, were measured, and whether each looks like noise."""
    step = max(1, -(-pages // MOST_PAGES))
    measured = range(0, pages, step)
    for page in measured:
        file.seek(begin + page * PAGE)
        if _entropy(file.read(PAGE)) < LEAST_ENTROPY:
            return len(measured), False
    return len(measured), True


def _entropy(data: bytes) -> float:
    return -sum(n / len(data) * math.log2(n / len(data)) for n in Counter(data).values())


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
