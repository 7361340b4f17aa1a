"""The audit trail as the counselor can read, filter and verify it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.audit import AuditEntry
from vitalshift_desktop.domain.audit_view import (
    AuditFilter,
    AuditLine,
    HeadAnswer,
    acts_of,
    head_as_typed,
    head_on_paper,
)
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.vault.records.audit_objects import Owner
from vitalshift_desktop.vault.vault import Vault

PAGE = 200
EVERYTHING = AuditFilter()


class Audit:
    """What was done in this vault, entry by entry."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def rows(self, before: int | None = None, limit: int = PAGE) -> tuple[AuditEntry, ...]:
        """The newest entries first, by pages: those older than the entry `before`."""
        with self._vault.read() as work:
            return work.audit.entries(limit, before)

    def ids(self, wanted: AuditFilter = EVERYTHING) -> tuple[int, ...]:
        """The numbers of the wanted entries, newest first; quick also where there are a hundred thousand."""
        acts = None if wanted.kind is None else [act.value for act in acts_of(wanted.kind)]
        since = self._begin_of(wanted.first) if wanted.first else None
        until = self._begin_of(wanted.last + timedelta(days=1)) if wanted.last else None
        with self._vault.read() as work:
            about = None if wanted.client_id is None else work.audit_objects.of_client(wanted.client_id)
            return work.audit.ids(acts, about, since, until)

    def lines(self, ids: Sequence[int]) -> tuple[AuditLine, ...]:
        """These entries, newest first, with whose their objects are now; the trail itself keeps no names."""
        with self._vault.read() as work:
            entries = work.audit.with_ids(ids)
            owners = work.audit_objects.owners(entry.object for entry in entries)
            clients = {client.id: client for client in work.clients.all()} if owners else {}
            sessions = work.sessions.of_ids({SessionId(one.session_id) for one in owners.values() if one.session_id})
        return tuple(_line(entry, owners.get(entry.object), clients, sessions) for entry in entries)

    def clients(self) -> tuple[Client, ...]:
        """Every client whose entries can be asked for."""
        with self._vault.read() as work:
            return work.clients.all()

    def verify(self) -> int:
        """How many entries there are, all of them whole and in order; raises AuditTrailBroken."""
        with self._vault.read() as work:
            return work.audit.verify()

    def head(self) -> str:
        """The newest entry as it is printed: its number and the beginning of its code."""
        with self._vault.read() as work:
            return head_on_paper(work.audit.head)

    def was_head(self, typed: str) -> tuple[HeadAnswer, AuditEntry | None]:
        """Whether a head that was kept on paper was ever this trail's, and its entry; raises AuditTrailBroken.

        A trail that was made up anew has other codes, and a broken one proves nothing.
        """
        head = head_as_typed(typed)
        if head is None:
            return HeadAnswer.NOT_A_HEAD, None
        number, code = head
        with self._vault.read() as work:
            work.audit.verify()
            stored = work.audit.mac_of(number)
            if stored is None or not stored.startswith(code):
                return HeadAnswer.UNKNOWN, None
            return HeadAnswer.KNOWN, work.audit.with_ids((number,))[0]

    def _begin_of(self, day: date) -> datetime:
        return datetime.combine(day, time(), ZoneInfo(self._clock.zone())).astimezone(UTC)


def _line(
    entry: AuditEntry,
    owner: Owner | None,
    clients: Mapping[ClientId, Client],
    sessions: Mapping[SessionId, Session],
) -> AuditLine:
    if owner is None:
        return AuditLine(entry)
    session = sessions.get(SessionId(owner.session_id)) if owner.session_id else None
    client = clients.get(ClientId(owner.client_id)) if owner.client_id else None
    return AuditLine(entry, client, session.day if session else None)
