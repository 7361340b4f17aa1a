from datetime import timedelta
from pathlib import Path

from tests.services.world import World
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.vault_care import CareKind


def kinds(world: World) -> list[CareKind]:
    return [care.kind for care in world.workspace.care.look().items]


def backed_up(world: World, folder: Path) -> None:
    world.workspace.backups.back_up(folder, lambda _part: None, lambda: False)


def test_a_new_vault_asks_for_a_backup_and_has_proven_no_restore(world: World) -> None:
    page = world.workspace.care.look()
    assert [care.kind for care in page.items] == [CareKind.NO_BACKUP]
    assert page.last_proven_restore is None


def test_the_sample_practice_needs_nothing(world: World) -> None:
    world.workspace.practice.change(Practice(is_sample=True))
    page = world.workspace.care.look()
    assert page.items == ()
    assert page.is_sample


def test_a_backup_beside_the_vault_is_not_enough(world: World, tmp_path: Path) -> None:
    backed_up(world, tmp_path / "beside")
    assert kinds(world) == [CareKind.NO_BACKUP_ELSEWHERE]


def test_a_sheet_that_was_not_tested_for_ninety_days_is_told_with_its_day(world: World) -> None:
    tested = world.workspace.secrets.state().sheet_tested_at
    world.clock.set(tested + timedelta(days=90))
    (due,) = (care for care in world.workspace.care.look().items if care.kind is CareKind.SHEET_TEST_DUE)
    assert due.since == tested
