"""The audit trail: entries that can only be added, each chained to the one before by a keyed MAC."""

import json
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, Select, String, bindparam, func, insert, select, type_coerce
from sqlalchemy.orm import Session

from vitalshift_desktop.domain.audit import AuditAct, AuditDetail, AuditEntry, BreakKind
from vitalshift_desktop.domain.problems import AuditTrailBroken
from vitalshift_desktop.vault.files.documents import Json, canonical, is_same, signature
from vitalshift_desktop.vault.meta import AUDIT_HEAD, AUDIT_KEYS, MetaShelf
from vitalshift_desktop.vault.tables.columns import utc_instant, utc_text
from vitalshift_desktop.vault.tables.vault_tables import AuditRow

NO_HEAD = "0:" + "0" * 64
# Plain columns, the time as the text it is: the code is over the text, and a broken one must not stop the reading.
_COLUMNS = AuditRow.__table__.columns
_ROWS: Select[Any] = select(*(type_coerce(one, String).label("at") if one.name == "at" else one for one in _COLUMNS))
_MAC = select(AuditRow.mac).where(AuditRow.id == bindparam("number"))
_LAST = select(func.max(AuditRow.id))
_ADD = insert(AuditRow)
_NO_TIME = datetime.fromtimestamp(0, UTC)
Stored = Row[Any]


class AuditTrail:
    """The trail inside one transaction; the key stays with the open vault."""

    def __init__(self, session: Session, key: bytearray, now: Callable[[], datetime]) -> None:
        self._session = session
        self._key = key
        self._now = now
        self._meta = MetaShelf(session)
        self._former: list[tuple[int, bytearray]] | None = None

    @property
    def head(self) -> str:
        """The newest entry as `id:mac`."""
        return self._meta.get(AUDIT_HEAD) or NO_HEAD

    def append(self, act: AuditAct, obj: str = "", **detail: str | int | bool) -> AuditEntry:
        """Add one act to the trail, in the same transaction as the act; never text of the record, never a name."""
        last, _, mac = self.head.partition(":")
        # Where head and rows disagree the break stays visible: the chain goes on from the head, under a free number.
        connection = self._session.connection()
        number = max(int(last), connection.execute(_LAST).scalar() or 0) + 1
        now, text = self._now(), _detail_text(detail)
        code = _mac(self._key, number, utc_text(now), act.value, obj, text, mac)
        row = {"id": number, "at": now, "what": act.value, "obj": obj, "detail": text, "prev": mac, "mac": code}
        connection.execute(_ADD, row)
        self._meta.set(AUDIT_HEAD, f"{number}:{code}")
        return AuditEntry(number, now, act.value, obj, detail)

    def entries(self, limit: int = 100, before: int | None = None) -> tuple[AuditEntry, ...]:
        """The newest entries first, at most `limit`, with ids below `before`."""
        query = _ROWS.order_by(AuditRow.id.desc()).limit(limit)
        if before is not None:
            query = query.where(AuditRow.id < before)
        return tuple(_entry(row) for row in self._session.execute(query))

    def with_ids(self, ids: Sequence[int]) -> tuple[AuditEntry, ...]:
        """These entries, newest first; one that is not there is left out."""
        query = _ROWS.where(AuditRow.id.in_(ids)).order_by(AuditRow.id.desc())
        return tuple(_entry(row) for row in self._session.execute(query))

    def ids(
        self,
        acts: Collection[str] | None = None,
        objects: Collection[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[int, ...]:
        """The ids of the entries of these acts, about these objects, from `since` to before `until`, newest first."""
        query = select(AuditRow.id).order_by(AuditRow.id.desc())
        if acts is not None:
            query = query.where(AuditRow.what.in_(acts))
        if objects is not None:
            # As one value: the objects of one client can be more than a statement may have.
            known = func.json_each(json.dumps(list(objects))).table_valued("value")
            query = query.where(AuditRow.obj.in_(select(known.c.value)))
        if since is not None:
            query = query.where(AuditRow.at >= since)
        if until is not None:
            query = query.where(AuditRow.at < until)
        return tuple(self._session.scalars(query))

    def holds(self, head: str) -> bool:
        """Whether `head` (`id:mac`) is an entry of this trail, as it is of every later state of the same vault."""
        number, _, mac = head.partition(":")
        if head == NO_HEAD:
            return True
        kept = self.mac_of(int(number)) if number.isdecimal() else None
        return kept is not None and is_same(kept, mac)

    def has_others_after(self, entry: int, quiet: Collection[AuditAct]) -> bool:
        """Whether the trail holds an act after this entry that is not one of the quiet ones."""
        query = select(AuditRow.id).where(AuditRow.id > entry, AuditRow.what.not_in([act.value for act in quiet]))
        return self._session.scalar(query.limit(1)) is not None

    def mac_of(self, number: int) -> str | None:
        """The stored code of one entry, 64 hex digits, or None."""
        return self._session.connection().execute(_MAC, {"number": number}).scalar()

    def verify(self) -> int:
        """The number of entries; raises AuditTrailBroken at the first that is missing, changed, moved or cut off."""
        number, mac = 0, NO_HEAD.partition(":")[2]
        # Plain rows: a trail of a hundred thousand entries is followed in under two seconds.
        for row in self._session.execute(_ROWS.order_by(AuditRow.id).execution_options(yield_per=1000)):
            number += 1
            if row.id != number:
                raise AuditTrailBroken(number, BreakKind.GAP)
            if row.prev != mac or not self._is_written_as(row, number):
                raise AuditTrailBroken(number, self._kind_of(row))
            mac = row.mac
        if self.head != f"{number}:{mac}":
            raise AuditTrailBroken(number + 1, BreakKind.CUT)
        return number

    def _kind_of(self, row: Stored) -> BreakKind:
        """Whether an entry was written by this vault, but for another place, or was changed."""
        last = self._session.scalar(select(func.max(AuditRow.id))) or 0
        elsewhere = (number for number in range(1, last + 2) if number != row.id)
        is_moved = any(self._is_written_as(row, number) for number in elsewhere)
        return BreakKind.REORDERED if is_moved else BreakKind.CHANGED

    def _is_written_as(self, row: Stored, number: int) -> bool:
        """Whether this vault wrote the entry just so, under this number."""
        return is_same(row.mac, _mac(self._key_of(number), number, row.at, row.what, row.obj, row.detail, row.prev))

    def retire_key(self, former: bytearray) -> None:
        """The entries so far were signed with `former`, those from now on with the trail's own key.

        The former key is kept with the trail, inside the encryption, so that every entry keeps its MAC.
        """
        last, _, _mac_of_head = self.head.partition(":")
        kept = [*self._former_keys(), (int(last), former)]
        self._meta.set(AUDIT_KEYS, json.dumps([[number, key.hex()] for number, key in kept]))

    def _key_of(self, number: int) -> bytearray:
        """The key that signed the entry of this number."""
        if self._former is None:
            self._former = self._former_keys()
        return next((key for last, key in self._former if number <= last), self._key)

    def _former_keys(self) -> list[tuple[int, bytearray]]:
        """The trail's keys from before each change of the vault key, with the last entry each signed, oldest first."""
        kept = json.loads(self._meta.get(AUDIT_KEYS) or "[]")
        return [(int(last), bytearray.fromhex(key)) for last, key in kept]


def _mac(key: bytearray, number: int, at: str, what: str, obj: str, detail: str, prev: str) -> str:
    document: dict[str, Json] = {
        "id": number,
        "at": at,
        "what": what,
        "obj": obj,
        "detail": detail,
        "prev": prev,
    }
    return signature(document, key)


def _detail_text(detail: AuditDetail) -> str:
    document: dict[str, Json] = dict(detail)
    return canonical(document).decode()


def _entry(row: Stored) -> AuditEntry:
    """An entry as it can be shown; one that somebody broke shows what is left of it."""
    try:
        at = utc_instant(row.at)
        at = at if at.tzinfo else _NO_TIME
    except ValueError:
        at = _NO_TIME
    try:
        detail = json.loads(row.detail)
    except ValueError:
        detail = {}
    return AuditEntry(row.id, at, row.what, row.obj, detail if isinstance(detail, dict) else {})
