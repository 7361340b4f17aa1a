"""The same app without a window, as a program of its own."""

from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.journeys.elsewhere import run
from tests.journeys.measuring import Said
from tests.journeys.ready import SAMPLE_PASSPHRASE, Records
from tests.support.clock import FakeClock
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.vault.files.device_paths import DevicePaths

PASSPHRASE = "violet anchor copper meadow"
DAY = "2026-03-12"


class Terminal:
    """A terminal in a home of its own; the passphrase goes in by the first line."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def vitalshift(self, *arguments: str | Path, passphrase: str = SAMPLE_PASSPHRASE) -> Said:
        """Run one command."""
        words = [str(argument) for argument in arguments]
        ended = run(self.home, "-m", "vitalshift_desktop", *words, stdin=f"{passphrase}\n")
        return Said(ended.returncode, ended.stdout, ended.stderr)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.fixture
def sample(master_sample: Records, tmp_path: Path) -> tuple[Terminal, Path]:
    """A terminal on a computer with the sample practice."""
    records = master_sample.copied_to(tmp_path / "home")
    return Terminal(records.home), records.folder


def test_create_makes_a_vault_and_tells_its_recovery_code_once(terminal: Terminal) -> None:
    folder = terminal.home / "Practice.vshift"
    said = terminal.vitalshift("vault", "create", folder, "--passphrase-stdin", "--json", passphrase=PASSPHRASE)
    assert (said.code, said.errors) == (0, "")
    assert set(said.answer) == {"folder", "recovery_code"}
    assert len(str(said.answer["recovery_code"]).split("-")) == 8


def test_demo_writes_the_sample_as_of_a_day_and_tells_what_opens_it(terminal: Terminal) -> None:
    folder = terminal.home / "Sample.vshift"
    said = terminal.vitalshift("demo", folder, "--today", DAY, "--json")
    assert (said.code, said.errors) == (0, "")
    assert said.answer == {"folder": str(folder), "passphrase": SAMPLE_PASSPHRASE}
    unlocking = Unlocking(FakeClock(), DevicePaths(terminal.home / "data" / "VitalShift"))
    workspace = unlocking.unlock(folder, SAMPLE_PASSPHRASE)
    names = [line.client.name for line in workspace.sessions.day(date.fromisoformat(DAY))]
    workspace.close()
    assert names == ["Idris K.", "Wren A.", "Maren T.", "Tobiah L.", "Sunniva R."]


def test_a_passphrase_that_is_easy_to_guess_makes_no_vault(terminal: Terminal) -> None:
    folder = terminal.home / "Practice.vshift"
    said = terminal.vitalshift("vault", "create", folder, "--passphrase-stdin", passphrase="password1234")
    assert said.code == 1
    assert said.errors.startswith("This passphrase is too easy to guess.")
    assert not folder.exists()


def test_check_finds_the_sample_whole_and_encrypted(sample: tuple[Terminal, Path]) -> None:
    terminal, folder = sample
    said = terminal.vitalshift("vault", "check", folder, "--passphrase-stdin", "--json")
    assert (said.code, said.errors) == (0, "")
    assert said.answer["whole"] is True
    assert said.answer["findings"] == []
    answer: dict[str, Any] = dict(said.answer)
    assert answer["words_searched"] > 10
    assert answer["control"]["planted"] == answer["control"]["found"] > 20
    assert all(line["ok"] for line in answer["lines"])
    said = terminal.vitalshift("vault", "check", folder, "--passphrase-stdin")
    assert "Every one is word for word as it was signed." in said.out
    assert said.out.rstrip().endswith("The vault is whole and encrypted.")


def test_a_wrong_passphrase_is_told_in_a_sentence_on_stderr(sample: tuple[Terminal, Path]) -> None:
    terminal, folder = sample
    said = terminal.vitalshift("vault", "check", folder, "--passphrase-stdin", passphrase="not this one at all")
    assert (said.code, said.out) == (1, "")
    assert said.errors == "That did not match. Check Caps Lock and the keyboard layout, then type it again.\n"


def test_backup_writes_one_file_that_was_opened_and_checked(sample: tuple[Terminal, Path]) -> None:
    terminal, folder = sample
    target = terminal.home / "usb"
    target.mkdir()
    said = terminal.vitalshift("vault", "backup", folder, "--to", target, "--passphrase-stdin", "--json")
    assert (said.code, said.errors) == (0, "")
    file = Path(str(said.answer["file"]))
    assert list(target.iterdir()) == [file]
    assert SAMPLE_PASSPHRASE.encode() not in file.read_bytes()


def test_summary_saves_the_pages_of_one_client_with_their_serial(sample: tuple[Terminal, Path]) -> None:
    terminal, folder = sample
    file = terminal.home / "summary.pdf"
    said = terminal.vitalshift(
        "summary", "--vault", folder, "--client", "0147", "--pdf", file, "--passphrase-stdin", "--json"
    )
    assert (said.code, said.errors) == (0, "")
    words = _words(file)
    assert said.answer["pages"] == len(words)
    assert all(str(said.answer["serial"]) in page for page in words)
    assert "Maren" in words[0]


def test_a_code_that_nobody_has_is_told_in_a_sentence(sample: tuple[Terminal, Path]) -> None:
    terminal, folder = sample
    file = terminal.home / "nobody.pdf"
    said = terminal.vitalshift("summary", "--vault", folder, "--client", "9999", "--pdf", file, "--passphrase-stdin")
    assert (said.code, said.out) == (1, "")
    assert said.errors.startswith("This is not in the vault any more.")
    assert not file.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("vault",),
        ("vault", "create"),
        ("vault", "open", "here"),
        ("summary", "--client", "0147"),
        ("demo", "here", "--today", "12 March"),
        ("vault", "check", "here", "--passphrase", PASSPHRASE),
    ],
)
def test_wrong_usage_ends_with_two_and_changes_nothing(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    said = terminal.vitalshift(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.errors.startswith("usage: vitalshift")


def _words(file: Path) -> list[str]:
    pages = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_range() for page in pages]
    finally:
        pages.close()
