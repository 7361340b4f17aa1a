"""The words that a vault's files hold in plain by design: names in header and lists, never words of the record."""

import platform
from collections.abc import Sequence

from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.tables.columns import Base

SHORTEST = 6  # letters of a word that is searched for
_LISTS = "manifest generation version counts tables sha256 vault.hdr vault.db digest format sealed created practice"


def distinctive(words: Sequence[str], header: Header) -> tuple[str, ...]:
    """Those of the words that can stand in a file only if the record leaked into it, each once."""
    plain = _plain_text(header)
    fit = (word for word in words if len(word) >= SHORTEST and word.casefold() not in plain)
    return tuple(dict.fromkeys(fit))


def _plain_text(header: Header) -> str:
    """What header, backups' lists of contents and lock file say to anybody."""
    tables = " ".join(Base.metadata.tables)
    return f"{header.to_bytes().decode('ascii')} {tables} {_LISTS} {platform.node()}".casefold()
