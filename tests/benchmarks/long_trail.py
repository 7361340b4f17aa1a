"""The audit trail of a long practice, chained as the app chains it, many entries at once."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import insert

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.vault.audit_trail import _mac
from vitalshift_desktop.vault.meta import AUDIT_HEAD
from vitalshift_desktop.vault.tables.columns import utc_text
from vitalshift_desktop.vault.tables.vault_tables import AuditRow
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_OF_A_SESSION = (
    *(AuditAct.CLIENT_VIEWED, AuditAct.SESSION_PLANNED, AuditAct.CHECK_IN_RECORDED, AuditAct.NOTE_STARTED),
    *(AuditAct.NOTE_WRITTEN, AuditAct.NOTE_SIGNED),
)


def write_trail(work: UnitOfWork, client_id: int, notes: Sequence[Note]) -> None:
    """Add the entries that one client's sessions leave."""
    trail = work.audit
    last, _, mac = trail.head.partition(":")
    number, rows = int(last), []
    for act, obj, at in _acts(client_id, notes):
        number += 1
        entry = {"id": number, "at": at, "what": act.value, "obj": obj, "detail": "{}", "prev": mac}
        mac = _mac(trail._key, number, utc_text(at), act.value, obj, "{}", mac)
        rows.append({**entry, "mac": mac})
    if rows:
        work.meta._session.execute(insert(AuditRow), rows)
        work.meta.set(AUDIT_HEAD, f"{number}:{mac}")


def _acts(client_id: int, notes: Sequence[Note]) -> Iterator[tuple[AuditAct, str, datetime]]:
    for note in notes:
        for place, act in enumerate(_OF_A_SESSION):
            obj = f"client:{client_id}" if act is AuditAct.CLIENT_VIEWED else f"note:{note.id}"
            yield act, obj, note.created_at + timedelta(seconds=place)
