from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from vitalshift_desktop.domain.vault_care import Care, CareAct, CareKind, VaultFacts, care_needed

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
YESTERDAY = NOW - timedelta(days=1)
WELL = VaultFacts(last_good_at=YESTERDAY, elsewhere_at=YESTERDAY, last_proven_restore=YESTERDAY)


def kinds(facts: VaultFacts) -> list[CareKind]:
    return [care.kind for care in care_needed(facts, NOW)]


def test_a_vault_that_is_well_needs_nothing() -> None:
    assert care_needed(WELL, NOW) == ()


def test_a_sample_practice_needs_nothing_whatever_its_state() -> None:
    worst = VaultFacts(is_sample=True, failing_since=NOW, shrink_waits=True, in_sync_folder=True, sheet_test_due=True)
    assert care_needed(worst, NOW) == ()


def test_without_any_backup_one_is_asked_for_and_no_drill_yet() -> None:
    assert care_needed(VaultFacts(), NOW) == (Care(CareKind.NO_BACKUP),)


def test_a_copy_on_the_same_drive_does_not_count_as_the_first_backup() -> None:
    (care,) = care_needed(replace(WELL, elsewhere_at=None), NOW)
    assert (care.kind, care.since, care.act) == (CareKind.NO_BACKUP_ELSEWHERE, YESTERDAY, CareAct.SEE_BACKUPS)


@pytest.mark.parametrize(("age", "expected"), [(timedelta(days=7), []), (timedelta(days=7, seconds=1), [7])])
def test_a_backup_is_overdue_after_seven_days(age: timedelta, expected: list[int]) -> None:
    facts = replace(WELL, last_good_at=NOW - age, elsewhere_at=NOW - age)
    assert [care.count for care in care_needed(facts, NOW) if care.kind is CareKind.BACKUP_OVERDUE] == expected


def test_a_fresh_copy_at_home_does_not_hide_that_the_one_elsewhere_is_old() -> None:
    assert kinds(replace(WELL, elsewhere_at=NOW - timedelta(days=20))) == [CareKind.BACKUP_OVERDUE]


def test_failing_backups_are_told_with_their_day_until_one_works_and_instead_of_being_overdue() -> None:
    facts = replace(WELL, elsewhere_at=NOW - timedelta(days=20), failing_since=NOW - timedelta(days=3))
    told = Care(CareKind.BACKUP_FAILING, NOW - timedelta(days=3), place="usb")
    assert care_needed(replace(facts, failing_place="usb"), NOW) == (told,)
    assert care_needed(WELL, NOW) == ()


def test_a_drill_that_is_due_is_told_with_the_day_of_the_last_one() -> None:
    assert care_needed(replace(WELL, drill_due=True), NOW) == (Care(CareKind.DRILL_DUE, YESTERDAY),)


def test_the_gravest_comes_first_and_each_has_one_act() -> None:
    facts = VaultFacts(
        last_good_at=YESTERDAY,
        failing_since=YESTERDAY,
        shrink_waits=True,
        in_sync_folder=True,
        sheet_test_due=True,
        drill_due=True,
        older_secrets=4,
    )
    order = list(CareKind)
    found = care_needed(facts, NOW)
    assert [order.index(care.kind) for care in found] == sorted(order.index(care.kind) for care in found)
    assert [care.act for care in found] == [
        CareAct.SEE_BACKUPS,
        CareAct.SEE_BACKUPS,
        CareAct.SEE_PLACE,
        CareAct.TEST_SHEET,
        CareAct.RUN_DRILL,
        CareAct.SEE_BACKUPS,
    ]
    assert found[-1].count == 4


def test_every_kind_has_its_act() -> None:
    assert all(Care(kind).act for kind in CareKind)


def test_backups_that_were_found_spoilt_are_told_with_their_number_and_day() -> None:
    facts = replace(WELL, spoilt=2, spoilt_at=YESTERDAY)
    assert care_needed(facts, NOW) == (Care(CareKind.BACKUPS_SPOILT, YESTERDAY, 2),)
