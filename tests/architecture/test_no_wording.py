"""No wording of a form that may only be scored stands anywhere in the tree: data, code, help, tests or translations.

Beside this file lie fingerprints of five words in a row out of such forms, because the words themselves may not.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source_tree import place, text_files

IN_A_ROW = 5
KNOWN = frozenset((Path(__file__).parent / "fingerprints_of_wording.txt").read_text(encoding="ascii").split())
_WORD = re.compile(r"[a-z]+")


def fingerprint(words: str) -> str:
    return hashlib.sha256(words.encode("ascii")).hexdigest()[:12]


def known_in(text: str, known: frozenset[str] = KNOWN) -> Iterator[str]:
    """Where five words in a row are known, the first of them and how many words stand before."""
    words = _WORD.findall(text.lower())
    for at, row in enumerate(zip(*(words[start:] for start in range(IN_A_ROW)), strict=False)):
        if fingerprint(" ".join(row)) in known:
            yield f"word {at}"


def test_no_wording_of_a_form_for_scoring_only_stands_anywhere() -> None:
    found = [f"{place(path)}, {at}" for path in text_files() for at in known_in(path.read_text(encoding="utf-8"))]
    assert found == []


def test_wording_is_found_whatever_its_signs_and_its_case() -> None:
    known = frozenset({fingerprint("the heron stood by itself")})
    assert list(known_in('"Yesterday the Heron,\n    stood by it-self; the heron stood; by itself."', known)) == [
        "word 7"
    ]
    assert len(KNOWN) > 300
