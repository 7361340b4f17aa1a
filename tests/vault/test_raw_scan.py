"""The look from outside: what a thief would see in a file."""

import io
import json
import random
import zipfile
from pathlib import Path

import pytest

from vitalshift_desktop.vault.check import raw_scan
from vitalshift_desktop.vault.check.raw_scan import CHUNK, PAGE, Words, control, findings_in

WORD = "Quittenmarmelade"
DICE = random.Random(1)


def file_of(folder: Path, content: bytes, name: str = "some.bin") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def found(folder: Path, content: bytes, *words: str) -> bool:
    return "word_found" in findings_in(file_of(folder, content), Words.of(words))[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("spelled", [WORD, WORD.lower(), WORD.upper()])
def test_a_word_is_found_in_each_encoding_and_case(tmp_path: Path, encoding: str, spelled: str) -> None:
    noise = DICE.randbytes(3 * PAGE)
    assert found(tmp_path, noise + spelled.encode(encoding) + noise, "Nowhere", WORD)
    assert not found(tmp_path, noise + spelled[1:].encode(encoding) + noise, "Nowhere", WORD)


@pytest.mark.parametrize("text", ["Gröbenzell", "gröbenzell", "GRÖBENZELL", "Gro\u0308benzell"])
def test_letters_beyond_ascii_are_found_in_each_spelling(tmp_path: Path, text: str) -> None:
    for encoding in ("utf-8", "utf-16-le"):
        assert found(tmp_path, DICE.randbytes(99) + text.encode(encoding) + DICE.randbytes(99), "Gröbenzell")


@pytest.mark.parametrize("cut", range(1, len(WORD)))
def test_a_word_across_two_chunks_is_found(tmp_path: Path, cut: int) -> None:
    assert found(tmp_path, bytes(CHUNK - cut) + WORD.encode() + bytes(10), "Nowhere", WORD)


def test_six_letters_count_among_text_but_not_alone_in_noise(tmp_path: Path) -> None:
    """Six letters turn up by chance in the noise of many backups; nobody is to be frightened by that."""
    noise = bytes(b | 0x80 for b in DICE.randbytes(PAGE))
    assert found(tmp_path, noise + b"Saw Mareno twice, went well" + noise, "Mareno")
    assert found(tmp_path, b"Mareno", "Mareno")
    assert not found(tmp_path, noise + b"Mareno" + noise, "Mareno")


def test_a_plain_database_is_named_and_is_no_noise(tmp_path: Path) -> None:
    name = file_of(tmp_path, b"SQLite format 3\x00" + bytes(2 * PAGE), "copy.db")
    assert findings_in(name, Words.of(())) == (["plain_database", "not_noise"], 2)


def test_one_plain_page_in_a_backup_is_seen(tmp_path: Path) -> None:
    for page, expected in ((DICE.randbytes(PAGE), []), (b"plain text " * 400, ["not_noise"])):
        path = tmp_path / "x.vsbackup"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("vault.hdr", "{}")
            archive.writestr("vault.db", DICE.randbytes(2 * PAGE) + page[:PAGE])
            archive.writestr("manifest.json", "{}")
        assert findings_in(str(path), Words.of(()))[0] == expected


def test_a_backup_that_is_no_backup_cannot_be_read(tmp_path: Path) -> None:
    assert findings_in(file_of(tmp_path, b"nothing", "x.vsbackup"), Words.of(()))[0] == ["file_unreadable"]


def test_a_file_that_has_gone_is_no_fault(tmp_path: Path) -> None:
    assert findings_in(str(tmp_path / "vault.db-wal"), Words.of((WORD,))) == ([], 0)


@pytest.mark.parametrize("words", [(WORD, "Maren T. Sunniva", "Gröbenzell"), ()])
def test_the_control_finds_every_spelling_it_planted(words: tuple[str, ...]) -> None:
    planted, seen = control(words)
    assert planted == seen >= 4


def test_the_control_notices_a_search_that_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_scan, "_stands_in", lambda *_: False)
    planted, seen = control((WORD,))
    assert planted > seen == 0


def test_the_answer_is_written_line_by_line_and_never_holds_a_word(tmp_path: Path) -> None:
    names = [file_of(tmp_path, DICE.randbytes(9 * CHUNK), "a.db"), file_of(tmp_path, WORD.encode(), "b.txt")]
    answer = io.StringIO()
    raw_scan.main(io.StringIO(json.dumps({"files": names, "words": [WORD]})), answer)
    *parts, last = [json.loads(line) for line in answer.getvalue().splitlines()]
    assert [set(part) for part in parts] == [{"part"}]
    assert 0 < parts[0]["part"] < 1
    assert last["findings"] == [["word_found", names[1]]]
    assert last["pages"] == 1152
    assert last["planted"] == last["control"] > 0
    assert WORD not in answer.getvalue()
