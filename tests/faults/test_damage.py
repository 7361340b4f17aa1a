import random

from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.problems import VaultIsDamaged
from vitalshift_desktop.domain.vaults import WarningKind

FLIPS = 20
PAGE = 4096


def test_any_flipped_bit_of_the_records_is_noticed_at_the_next_opening(ready_vault: ReadyVault) -> None:
    """Every page class, 20 seeded places beyond the salt; none is opened as if nothing were."""
    with ready_vault.open() as vault, vault.write() as work:
        for number in range(400):
            work.meta.set(f"row {number}", "text " * 60)
        work.meta.set("long", "text " * 4000)
    with ready_vault.open() as vault, vault.write() as work:
        for number in range(200):
            work.meta.set(f"row {number}", "")  # leaves free room behind
    path = ready_vault.folder / "vault.db"
    whole, seal = path.read_bytes(), (ready_vault.folder / "vault.seal").read_bytes()
    dice = random.Random(21)
    places = [dice.randrange(16, PAGE), *(dice.randrange(PAGE, len(whole)) for _ in range(FLIPS - 1))]
    for place in places:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << dice.randrange(8)
        path.write_bytes(bytes(flipped))
        (ready_vault.folder / "vault.seal").write_bytes(seal)
        assert _noticed(ready_vault), f"the flip at {place} went unseen"


def _noticed(vault: ReadyVault) -> bool:
    try:
        with vault.open() as opened:
            return any(warning.kind is WarningKind.CHANGED_OUTSIDE for warning in opened.warnings)
    except VaultIsDamaged:
        return True
