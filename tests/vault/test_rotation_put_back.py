"""The header of an unfinished change of the vault key, kept by somebody who saw it go by, and put back later."""

from dataclasses import replace

import pytest

from tests.support.ready_vault import ReadyVault
from tests.vault.test_rotation import CODE, rotated
from tests.vault.vault_files import database, header_of, kinds, write_headers
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.rotation import previous_of


@pytest.mark.parametrize("seal_is_kept", [True, False])
def test_the_header_of_a_rotation_that_is_over_put_back_hides_no_old_page(
    ready_vault: ReadyVault, *, seal_is_kept: bool
) -> None:
    """E26: whoever saw every state of the folder go by has this header, and pages from before."""
    old = header_of(ready_vault)
    rotated(ready_vault)
    finished = header_of(ready_vault)
    key = unlocked(finished, CODE)
    pending = replace(finished, seq=finished.seq - 1, previous=previous_of(old, ready_vault.key, key)).signed_by(key)
    records = database(ready_vault).read_bytes()
    with ready_vault.open(CODE) as vault, vault.write() as work:
        work.meta.set("story", "the newer one")
    write_headers(ready_vault, pending)
    database(ready_vault).write_bytes(records)
    if not seal_is_kept:
        (ready_vault.folder / "vault.seal").unlink()
    with ready_vault.open(CODE) as vault:
        assert WarningKind.CHANGED_OUTSIDE in kinds(vault)


def test_new_records_planted_beside_those_of_a_rotation_that_is_over_take_no_place(ready_vault: ReadyVault) -> None:
    old = header_of(ready_vault)
    rotated(ready_vault)
    finished = header_of(ready_vault)
    key = unlocked(finished, CODE)
    pending = replace(finished, seq=finished.seq - 1, previous=previous_of(old, ready_vault.key, key)).signed_by(key)
    older = database(ready_vault).read_bytes()
    with ready_vault.open(CODE) as vault, vault.write() as work:
        work.meta.set("story", "the newer one")
    (ready_vault.folder / "vault.db.new").write_bytes(older)
    write_headers(ready_vault, pending)
    with ready_vault.open(CODE) as vault, vault.read() as work:
        assert work.meta.get("story") == "the newer one"
