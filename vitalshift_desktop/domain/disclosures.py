"""The disclosure ledger: what left the vault on paper or as a file, when and for whom."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitalshift_desktop.domain.clients import ClientId


class Outlet(StrEnum):
    """How it left."""

    PDF = "pdf"
    PRINTER = "printer"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One entry of the ledger; `digest` is the SHA-256 of the PDF, 64 hex digits.

    `recipient` is empty for what was handed to the client.
    """

    serial: str
    what: str
    client_id: ClientId
    audience: str
    outlet: Outlet
    made_at: datetime
    pages: int
    digest: str
    recipient: str = ""


def serial(year: int, number: int) -> str:
    """The serial on every page, such as "26-0042"."""
    return f"{year % 100:02d}-{number:04d}"
