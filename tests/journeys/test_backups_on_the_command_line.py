"""Backing up, restoring and trying a restore without a window, as programs of their own."""

import sys
from pathlib import Path

import pytest

from tests.journeys.ready import Records
from tests.journeys.test_command_line import Terminal

NEW = "violet anchor copper meadow"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.fixture
def sample(master_sample: Records, tmp_path: Path) -> tuple[Terminal, Path, Path]:
    """A terminal on a computer with the sample practice, and a stick."""
    records = master_sample.copied_to(tmp_path / "home")
    stick = records.home / "stick"
    stick.mkdir()
    return Terminal(records.home), records.folder, stick


def test_a_backup_is_listed_tried_and_restored_and_the_vault_that_was_there_is_kept(
    sample: tuple[Terminal, Path, Path],
) -> None:
    terminal, folder, stick = sample
    made = terminal.vitalshift("vault", "backup", folder, "--to", stick, "--passphrase-stdin", "--json")
    assert (made.code, made.errors) == (0, "")
    file = str(made.answer["file"])
    listed = terminal.vitalshift("vault", "backups", stick)
    assert listed.out.splitlines()[0] == "1 backup in this folder."
    assert Path(file).name in listed.out
    drill = terminal.vitalshift("vault", "drill", folder, "--passphrase-stdin", "--json")
    assert (drill.code, drill.errors) == (0, "")
    assert (drill.answer["file"], drill.answer["counts"]) == (file, made.answer["counts"])
    said = terminal.vitalshift("vault", "restore", file, "--to", folder, "--passphrase-stdin", "--json")
    assert (said.code, said.errors) == (0, "")
    assert said.answer["folder"] == str(folder)
    assert (Path(str(said.answer["kept"])) / "vault.db").is_file()
    assert (folder / "vault.db").is_file()


def test_a_cloud_safe_backup_opens_by_the_code_on_the_sheet_alone(terminal: Terminal) -> None:
    """E41 from the outside: no passphrase opens it; a mistyped code is told by its group."""
    folder, stick, target = (terminal.home / name for name in ("Practice.vshift", "stick", "Restored.vshift"))
    made = terminal.vitalshift("vault", "create", folder, "--passphrase-stdin", "--json", passphrase=NEW)
    code = str(made.answer["recovery_code"])
    said = terminal.vitalshift(
        *("vault", "backup", folder, "--to", stick, "--recovery-only", "--passphrase-stdin", "--json"), passphrase=code
    )
    assert said.answer["recovery_only"] is True
    restore = ("vault", "restore", str(said.answer["file"]), "--to", target, "--passphrase-stdin", "--json")
    refused = terminal.vitalshift(*restore, passphrase=NEW)
    assert (refused.code, refused.out) == (1, "")
    assert refused.errors.startswith("That did not match.")
    groups = code.split("-")
    groups[2] = groups[2][:-1] + ("7" if groups[2][-1] != "7" else "8")
    typo = terminal.vitalshift(*restore, passphrase="-".join(groups))
    assert "Check group 3" in typo.errors
    assert not target.exists()
    restored = terminal.vitalshift(*restore, passphrase=code)
    assert (restored.code, restored.answer["needs_new_passphrase"]) == (0, True)


def test_what_cannot_be_restored_is_told_in_a_sentence(sample: tuple[Terminal, Path, Path]) -> None:
    terminal, _folder, stick = sample
    spoilt = stick / "spoilt.vsbackup"
    spoilt.write_bytes(b"no backup any more")
    said = terminal.vitalshift("vault", "restore", spoilt, "--to", stick / "X.vshift", "--passphrase-stdin")
    assert (said.code, said.out) == (1, "")
    assert said.errors.startswith("This backup is damaged")
    listed = terminal.vitalshift("vault", "backups", stick)
    assert "spoilt.vsbackup: damaged, or no backup any more" in listed.out
    nowhere = terminal.vitalshift("vault", "backups", stick / "nowhere")
    assert nowhere.code == 1


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be there")
def test_a_name_on_somebodys_stick_does_not_steer_the_terminal(terminal: Terminal) -> None:
    stick = terminal.home / "stick"
    stick.mkdir()
    (stick / "red\x1b[31m\u202e.vsbackup").write_bytes(b"")
    said = terminal.vitalshift("vault", "backups", stick)
    assert (said.code, said.errors) == (0, "")
    assert "red\ufffd[31m\ufffd.vsbackup" in said.out
