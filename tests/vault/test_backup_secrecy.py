"""What somebody who keeps a backup, and has none of its secrets, can learn from it."""

import hashlib
from pathlib import Path

from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.vault.row_digest import _spelling_of  # the attacker knows the format


def test_a_guess_of_what_a_small_table_says_cannot_be_tried_on_a_backup(
    ready_vault: ReadyVault, tmp_path: Path
) -> None:
    with ready_vault.open() as vault:
        with vault.write() as work:
            work.practice.save(work.practice.get())
        backup = vault.back_up(tmp_path / "cloud", recovery_only=True)
        with vault._connector.apart() as raw:
            guessed = raw.execute("SELECT * FROM practice").fetchall()
    assert guessed
    assert hashlib.sha256(_spelling_of(guessed)).hexdigest().encode() not in backup.path.read_bytes()
