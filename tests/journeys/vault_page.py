"""The vault page and the vault's files, as the tour goes through them."""

from pathlib import Path

TABS = {
    "backups": "vault.backups_tab",
    "ways-in": "vault.ways_in_tab",
    "check": "vault.check_now",
    "audit": "vault.audit_table",
    "place": "vault.place_folder",
}
"""The tabs in their order, each with a part that is seen on it."""
_PAGE = 4096


def damage(folder: Path) -> None:
    """Turn over one bit in a page of the records."""
    file = folder / "vault.db"
    content = bytearray(file.read_bytes())
    content[-2 * _PAGE + 50] ^= 1
    file.write_bytes(content)
