"""The audit trail: entries that can only be added, each chained to the one before by a keyed MAC."""

import json
from collections.abc import Callable, Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vitalshift_desktop.domain.audit import AuditAct, AuditDetail, AuditEntry, BreakKind
from vitalshift_desktop.domain.problems import AuditTrailBroken
from vitalshift_desktop.vault.documents import Json, canonical, is_same, signature
from vitalshift_desktop.vault.meta import AUDIT_HEAD, MetaShelf
from vitalshift_desktop.vault.tables.columns import utc_text
from vitalshift_desktop.vault.tables.vault_tables import AuditRow

NO_HEAD = "0:" + "0" * 64


class AuditTrail:
    """The trail inside one transaction; the key stays with the open vault."""

    def __init__(self, session: Session, key: bytearray, now: Callable[[], datetime]) -> None:
        self._session = session
        self._key = key
        self._now = now
        self._meta = MetaShelf(session)

    @property
    def head(self) -> str:
        """The newest entry as `id:mac`."""
        return self._meta.get(AUDIT_HEAD) or NO_HEAD

    def append(self, act: AuditAct, obj: str = "", **detail: str | int | bool) -> AuditEntry:
        """Add one act to the trail, in the same transaction as the act; never text of the record, never a name."""
        last, _, mac = self.head.partition(":")
        # Where head and rows disagree the break stays visible: the chain goes on from the head, under a free number.
        number = max(int(last), self._session.scalar(select(func.max(AuditRow.id))) or 0) + 1
        row = AuditRow(id=number, at=self._now(), what=act.value, obj=obj, detail=_detail_text(detail), prev=mac)
        row.mac = self._mac(row)
        self._session.add(row)
        self._session.flush()
        self._meta.set(AUDIT_HEAD, f"{row.id}:{row.mac}")
        return _entry(row)

    def entries(self, limit: int = 100, before: int | None = None) -> tuple[AuditEntry, ...]:
        """The newest entries first, at most `limit`, with ids below `before`."""
        query = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit)
        if before is not None:
            query = query.where(AuditRow.id < before)
        return tuple(_entry(row) for row in self._session.scalars(query))

    def holds(self, head: str) -> bool:
        """Whether `head` (`id:mac`) is an entry of this trail, as it is of every later state of the same vault."""
        number, _, mac = head.partition(":")
        if head == NO_HEAD:
            return True
        row = self._session.get(AuditRow, int(number)) if number.isdecimal() else None
        return row is not None and is_same(row.mac, mac)

    def has_others_after(self, entry: int, quiet: Collection[AuditAct]) -> bool:
        """Whether the trail holds an act after this entry that is not one of the quiet ones."""
        query = select(AuditRow.id).where(AuditRow.id > entry, AuditRow.what.not_in([act.value for act in quiet]))
        return self._session.scalar(query.limit(1)) is not None

    def verify(self) -> int:
        """The number of entries; raises AuditTrailBroken at the first that is missing, changed or cut off."""
        number, mac = 0, NO_HEAD.partition(":")[2]
        rows = self._session.scalars(select(AuditRow).order_by(AuditRow.id).execution_options(yield_per=1000))
        for row in rows:
            number += 1
            if row.id != number:
                raise AuditTrailBroken(number, BreakKind.GAP)
            if row.prev != mac or not is_same(row.mac, self._mac(row)):
                raise AuditTrailBroken(number, BreakKind.CHANGED)
            mac = row.mac
        if self.head != f"{number}:{mac}":
            raise AuditTrailBroken(number + 1, BreakKind.CUT)
        return number

    def _mac(self, row: AuditRow) -> str:
        document: dict[str, Json] = {
            "id": row.id,
            "at": utc_text(row.at),
            "what": row.what,
            "obj": row.obj,
            "detail": row.detail,
            "prev": row.prev,
        }
        return signature(document, self._key)


def _detail_text(detail: AuditDetail) -> str:
    document: dict[str, Json] = dict(detail)
    return canonical(document).decode()


def _entry(row: AuditRow) -> AuditEntry:
    detail: AuditDetail = json.loads(row.detail)
    return AuditEntry(row.id, row.at, row.what, row.obj, detail)
