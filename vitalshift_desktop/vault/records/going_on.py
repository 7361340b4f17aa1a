"""Which clients the work is going on with, for questions that leave closed work out."""

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.vault.tables.clients import ClientRow

_OPEN = select(ClientRow.id).where(ClientRow.status != ClientStatus.CLOSED)


def is_going_on(client: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the client of a row is one whose work is not closed."""
    return client.in_(_OPEN)
