"""When a backup is due, which older ones are kept, and when one looks too small to be trusted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import BackupRulesOutOfRange

IDLE_SECONDS = 120
LONGEST_WITHOUT = timedelta(days=7)
DRILL_EVERY = timedelta(days=30)
SIZE = "size"
MOST_KEPT = 1000
FEW_ROWS = 5  # a table may lose so many rows whatever share of it they are

# Acts that change nothing a backup would have to hold.
QUIET_ACTS = frozenset(
    {
        AuditAct.TRIES_FAILED,
        AuditAct.VAULT_OPENED,
        AuditAct.VAULT_LOCKED,
        AuditAct.VAULT_CHECKED,
        AuditAct.HEADER_REPAIRED,
        AuditAct.BACKUP_MADE,
        AuditAct.BACKUP_REMOVED,
        AuditAct.BACKUP_FOUND_DAMAGED,
        AuditAct.RESTORE_DRILLED,
        AuditAct.CLIENT_VIEWED,
        AuditAct.NOTE_VIEWED,
    }
)
# Tables whose rows come and go by themselves; losing them is no loss.
PASSING_TABLES = frozenset({"draft", "backup_place", "backup_made", "meta"})


@dataclass(frozen=True, slots=True)
class BackupRules:
    """How many backups are kept, and how far one may shrink (percent) before nothing older is given up for it."""

    last: int = 7
    daily: int = 14
    weekly: int = 8
    monthly: int = 12
    shrink_percent: int = 30

    def demand_possible(self) -> None:
        """Raise BackupRulesOutOfRange unless at least the last one is kept and every figure makes sense."""
        numbers = [getattr(self, each.name) for each in fields(self)]
        if self.last < 1 or not all(0 <= number <= MOST_KEPT for number in numbers):
            raise BackupRulesOutOfRange
        if not 1 <= self.shrink_percent <= 99:
            raise BackupRulesOutOfRange


def kept(made: Iterable[datetime], rules: BackupRules, zone: tzinfo) -> frozenset[datetime]:
    """Which backups are kept, by the times they were made: the last few, then one a day, a week and a month.

    The newest of each day, ISO week and month in `zone` stands for it, as far back as there are backups.
    """
    newest_first = sorted(set(made), reverse=True)
    chosen = set(newest_first[: rules.last])
    spans: tuple[tuple[int, Callable[[date], tuple[int, ...]]], ...] = (
        (rules.daily, lambda day: (day.year, day.month, day.day)),
        (rules.weekly, lambda day: day.isocalendar()[:2]),
        (rules.monthly, lambda day: (day.year, day.month)),
    )
    for most, span in spans:
        seen: dict[tuple[int, ...], datetime] = {}
        for moment in newest_first:
            seen.setdefault(span(moment.astimezone(zone).date()), moment)
        chosen |= set(list(seen.values())[:most])
    return frozenset(chosen)


def shrunk(
    size_before: int, before: Mapping[str, int], size_now: int, now: Mapping[str, int], percent: int
) -> tuple[str, ...]:
    """What fell by more than `percent`: "size" and the names of tables, in order; tables that pass are left out."""
    fallen = [SIZE] if _fell(size_before, size_now, percent) else []
    for name in sorted(set(before) - PASSING_TABLES):
        rows, left = before[name], now.get(name, 0)
        if rows - left > FEW_ROWS and _fell(rows, left, percent):
            fallen.append(name)
    return tuple(fallen)


def _fell(before: int, now: int, percent: int) -> bool:
    return (before - now) * 100 > before * percent


class Reason(StrEnum):
    """Why a backup is made."""

    IDLE = "idle"
    PLACE_APPEARED = "place_appeared"
    QUIT = "quit"
    DAILY = "daily"
    WEEKLY = "weekly"
    BEFORE_MIGRATION = "before_migration"
    BEFORE_ROTATION = "before_rotation"
    BEFORE_RESTORE = "before_restore"
    MANUAL = "manual"
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a backup is due: the time, the newest good backup, and whether there is anything new.

    `idle_seconds` is how long nobody touched the computer, None where nobody can tell; `pending` that an earlier
    backup was cut short; `has_place` that some place can be written to now.
    """

    now: datetime
    newest: datetime | None
    changed: bool
    has_place: bool = True
    idle_seconds: float | None = None
    pending: bool = False


def is_due(reason: Reason, standing: Standing) -> bool:
    """Whether a backup should be made now for this reason."""
    if reason in (Reason.MANUAL, Reason.BEFORE_MIGRATION, Reason.BEFORE_ROTATION, Reason.BEFORE_RESTORE):
        return True
    if not standing.has_place:
        return False
    since = None if standing.newest is None else standing.now - standing.newest
    changed = standing.changed or since is None
    return {
        Reason.IDLE: changed and (standing.idle_seconds or 0) >= IDLE_SECONDS,
        Reason.PLACE_APPEARED: changed,
        Reason.QUIT: changed,
        Reason.DAILY: changed and (since is None or since >= timedelta(days=1)),
        Reason.WEEKLY: since is None or since >= LONGEST_WITHOUT,
        Reason.RESUMED: standing.pending,
    }[reason]


def drill_is_due(now: datetime, last: datetime | None, first_backup: datetime | None) -> bool:
    """Whether a backup should be restored for a try: a month after the last try, or after the first backup."""
    since = last or first_backup
    return since is not None and now - since >= DRILL_EVERY
