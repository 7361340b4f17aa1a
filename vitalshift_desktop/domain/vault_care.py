"""What about the vault needs care: one fact, its dates and numbers, and one next act; the gravest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitalshift_desktop.domain.backup_rules import LONGEST_WITHOUT


class CareKind(StrEnum):
    """What can need care, the gravest first."""

    BACKUP_FAILING = "backup_failing"
    NO_BACKUP = "no_backup"
    NO_BACKUP_ELSEWHERE = "no_backup_elsewhere"
    BACKUP_OVERDUE = "backup_overdue"
    BACKUPS_SPOILT = "backups_spoilt"
    RECORDS_SHRUNK = "records_shrunk"
    IN_SYNC_FOLDER = "in_sync_folder"
    SHEET_TEST_DUE = "sheet_test_due"
    DRILL_DUE = "drill_due"
    OLDER_SECRETS = "older_secrets"


class CareAct(StrEnum):
    """The one next act."""

    BACK_UP = "back_up"
    SEE_BACKUPS = "see_backups"
    RUN_DRILL = "run_drill"
    TEST_SHEET = "test_sheet"
    SEE_PLACE = "see_place"


@dataclass(frozen=True, slots=True)
class VaultFacts:
    """How the vault stands; instants are aware and in UTC.

    `elsewhere_at` is the newest good backup that is not lost with the vault's drive; `failing_since` is since when the
    place that fails took none; `spoilt` counts the backups lately found damaged or gone, at `spoilt_at`;
    `older_secrets` those that a former passphrase or recovery sheet still opens.
    """

    is_sample: bool = False
    last_good_at: datetime | None = None
    elsewhere_at: datetime | None = None
    failing_since: datetime | None = None
    failing_place: str = ""
    shrink_waits: bool = False
    spoilt: int = 0
    spoilt_at: datetime | None = None
    drill_due: bool = False
    last_proven_restore: datetime | None = None
    in_sync_folder: bool = False
    sheet_test_due: bool = False
    sheet_tested_at: datetime | None = None
    older_secrets: int = 0


@dataclass(frozen=True, slots=True)
class Care:
    """One thing that needs care: `since` (UTC), `count` and `place` (a folder) are its facts, as far as it has them."""

    kind: CareKind
    since: datetime | None = None
    count: int = 0
    place: str = ""

    @property
    def act(self) -> CareAct:
        """What to do about it next."""
        return _ACTS[self.kind]


def care_needed(facts: VaultFacts, now: datetime) -> tuple[Care, ...]:
    """What needs care now, the gravest first; a sample practice needs nothing."""
    return () if facts.is_sample else (*_about_backups(facts, now), *_about_the_rest(facts))


def _about_backups(facts: VaultFacts, now: datetime) -> Iterator[Care]:
    if facts.failing_since is not None:
        yield Care(CareKind.BACKUP_FAILING, facts.failing_since, place=facts.failing_place)
    elif facts.last_good_at is None:
        yield Care(CareKind.NO_BACKUP)
    elif facts.elsewhere_at is None:
        yield Care(CareKind.NO_BACKUP_ELSEWHERE, facts.last_good_at)
    elif now - facts.elsewhere_at > LONGEST_WITHOUT:
        yield Care(CareKind.BACKUP_OVERDUE, facts.elsewhere_at, (now - facts.elsewhere_at).days)
    if facts.spoilt:
        yield Care(CareKind.BACKUPS_SPOILT, facts.spoilt_at, facts.spoilt)
    if facts.shrink_waits:
        yield Care(CareKind.RECORDS_SHRUNK, facts.last_good_at)


def _about_the_rest(facts: VaultFacts) -> Iterator[Care]:
    if facts.in_sync_folder:
        yield Care(CareKind.IN_SYNC_FOLDER)
    if facts.sheet_test_due:
        yield Care(CareKind.SHEET_TEST_DUE, facts.sheet_tested_at)
    if facts.drill_due:
        yield Care(CareKind.DRILL_DUE, facts.last_proven_restore)
    if facts.older_secrets:
        yield Care(CareKind.OLDER_SECRETS, count=facts.older_secrets)


_ACTS = {
    CareKind.BACKUP_FAILING: CareAct.SEE_BACKUPS,
    CareKind.NO_BACKUP: CareAct.BACK_UP,
    CareKind.NO_BACKUP_ELSEWHERE: CareAct.SEE_BACKUPS,
    CareKind.BACKUP_OVERDUE: CareAct.BACK_UP,
    CareKind.BACKUPS_SPOILT: CareAct.SEE_BACKUPS,
    CareKind.RECORDS_SHRUNK: CareAct.SEE_BACKUPS,
    CareKind.IN_SYNC_FOLDER: CareAct.SEE_PLACE,
    CareKind.SHEET_TEST_DUE: CareAct.TEST_SHEET,
    CareKind.DRILL_DUE: CareAct.RUN_DRILL,
    CareKind.OLDER_SECRETS: CareAct.SEE_BACKUPS,
}
