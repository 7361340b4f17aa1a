"""Half-filled forms: rows to domain and back."""

import json
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.drafts import Draft, HalfFilled
from vitalshift_desktop.vault.records.refusals import flush
from vitalshift_desktop.vault.tables.drafts import DraftRow


class DraftShelf:
    """What was being written when the vault was locked, one draft for each place."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, draft: Draft) -> None:
        """Write a draft in place of an older one of the same form."""
        form = draft.form
        row = DraftRow(place=form.place, at=draft.at)
        row.fields, row.base = _written(form.fields), _written(form.base)
        self._connection.merge(row)
        flush(self._connection)

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the oldest first."""
        rows = self._connection.scalars(select(DraftRow).order_by(DraftRow.at, DraftRow.place))
        return tuple(Draft(HalfFilled(row.place, json.loads(row.fields), json.loads(row.base)), row.at) for row in rows)

    def remove(self, place: str) -> None:
        """Take out the draft of this place, if there is one."""
        row = self._connection.get(DraftRow, place)
        if row is not None:
            self._connection.delete(row)
            flush(self._connection)


def _written(values: Mapping[str, str]) -> str:
    """As JSON; what is no whole sign stands in it by its number, since the vault cannot hold it otherwise."""
    plain = json.dumps(dict(values), ensure_ascii=False)
    try:
        plain.encode()
    except UnicodeEncodeError:
        return json.dumps(dict(values))
    return plain
