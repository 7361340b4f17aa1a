"""Looking at the records' pages: do their MACs hold, and does SQLite find its own structure whole."""

from vitalshift_desktop.domain.problems import VaultIsDamaged
from vitalshift_desktop.vault.connection import Connector

_FINE = [("ok",)]


def forged_pages(connector: Connector) -> tuple[str, ...]:
    """What the check of all page MACs says; nothing if every page is as this key wrote it."""
    with connector.apart() as raw:
        return tuple(str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check").fetchall())


def structure_is_whole(connector: Connector, *, quick: bool) -> bool:
    """Whether SQLite finds its structure whole; the quick look leaves the indexes out. Raises VaultIsDamaged too."""
    with connector.apart() as raw:
        return raw.execute("PRAGMA quick_check" if quick else "PRAGMA integrity_check").fetchall() == _FINE


def demand_whole(connector: Connector, *, full: bool) -> None:
    """Raise VaultIsDamaged unless the records are whole; each look has a connection of its own.

    A bad page poisons the connection that met it, so one look must not spoil the next.
    """
    if full and forged_pages(connector):
        raise VaultIsDamaged
    if not structure_is_whole(connector, quick=not full):
        raise VaultIsDamaged
