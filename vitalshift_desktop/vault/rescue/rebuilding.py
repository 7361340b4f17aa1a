"""A new, whole vault made of what can still be read of a damaged one."""

import os
import shutil
from dataclasses import replace

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.rescue import Salvage
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import new_private_file, sync_folder, write_durably
from vitalshift_desktop.vault.integrity import demand_whole
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.meta import AUDIT_HEAD, GENERATION, VAULT_ID
from vitalshift_desktop.vault.migrate import bring_up_to_date
from vitalshift_desktop.vault.opening import Place
from vitalshift_desktop.vault.progress import Cancelled, Progress
from vitalshift_desktop.vault.rescue.readable_rows import ReadableRows
from vitalshift_desktop.vault.rescue.salvage import META, salvaged
from vitalshift_desktop.vault.seal import write_seal
from vitalshift_desktop.vault.transactions import Transactions


def rebuilt(
    place: Place, header: Header, key: VaultKey, source: Connector, progress: Progress, cancelled: Cancelled
) -> tuple[Header, Salvage]:
    """Make a vault in the folder of `place`, where nothing is yet, from what `source` still gives.

    It opens by the same secrets, through the header that is given back. After a failure nothing is left of it.
    Raises DiskFull, FolderIsReadOnly or BackupCancelled.
    """
    vault = place.vault
    with told_as_problems():
        vault.folder.mkdir(mode=0o700)
        try:
            os.close(new_private_file(vault.database))
            connector = Connector(vault.database, key, header.salt)
            with connector:
                bring_up_to_date(connector)
                salvage = salvaged(source, connector, progress, cancelled)
                _bring_facts(source, connector, header)
            whole = replace(header.next(), previous=None).signed_by(key)
            finish(place, whole, key, salvage)
            for path in vault.headers:
                write_durably(path, whole.to_bytes())
            sync_folder(vault.folder)
        except BaseException:
            shutil.rmtree(vault.folder, ignore_errors=True)
            raise
    return whole, salvage


def completed(
    place: Place, header: Header, key: VaultKey, source: Connector, progress: Progress, cancelled: Cancelled
) -> Salvage:
    """Take over into a closed, whole vault what a damaged file has besides; it is checked and sealed again.

    Raises what salvaging raises; then the vault is as it was.
    """
    with told_as_problems():
        with Connector(place.vault.database, key, header.salt) as connector:
            salvage = salvaged(source, connector, progress, cancelled)
        finish(place, header, key, salvage)
    return salvage


def finish(place: Place, header: Header, key: VaultKey, salvage: Salvage) -> None:
    """Note the rescue in the trail, check all pages, and seal the records."""
    with Connector(place.vault.database, key, header.salt) as connector:
        transactions = Transactions(connector, key, place.now)
        with transactions.write() as work:
            generation = work.meta.count_up(GENERATION)
            work.audit.append(AuditAct.VAULT_SALVAGED, taken=salvage.taken, lost=salvage.lost)
        transactions.close()
    with Connector(place.vault.database, key, header.salt) as connector:
        demand_whole(connector, full=True)
    write_seal(place.vault, key, header.vault_id, generation, place.now())


def _bring_facts(source: Connector, target: Connector, header: Header) -> None:
    """The vault's facts about itself, as far as they can be read; what they must say is said."""
    facts = {str(row[0]): row[1] for row in ReadableRows(source, META, ("key", "value"))}
    facts.pop(AUDIT_HEAD, None)
    facts[VAULT_ID] = header.vault_id
    facts.setdefault(GENERATION, "0")
    with target.apart() as raw:
        for name, value in facts.items():
            raw.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (name, str(value)))
