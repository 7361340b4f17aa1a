"""What tests of kills do between two rounds, and what they demand of a vault after one."""

import shutil
from pathlib import Path

from tests.faults.killing import ClosedVault
from tests.support.ready_vault import ReadyVault


def fresh_copy(vault: ReadyVault, place: Path) -> ReadyVault:
    """The vault as it was, where the one of the last round lay."""
    shutil.rmtree(place / "killed", ignore_errors=True)
    return vault.copied_to(place / "killed")


def demand_whole(vault: ReadyVault) -> None:
    """Open the vault without a word of warning, prove it, and leave nothing behind."""
    with vault.open() as opened:
        assert opened.warnings == ()
        assert opened.check().ok
    demand_tidy(vault)


def demand_tidy(vault: ClosedVault) -> None:
    """Nothing that was half written lies about."""
    assert not list(vault.folder.glob("*.part-*"))
    assert not (vault.folder / "vault.db.new").exists()
