from datetime import timedelta
from pathlib import Path

from tests.services.test_backups import never, quietly
from tests.services.world import World
from tests.support.drives import too_deep
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.vault_care import CareKind
from vitalshift_desktop.vault.keys.key_slots import KdfCost


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


def test_a_folder_that_a_service_copies_about_is_as_good_as_another_drive(world: World, tmp_path: Path) -> None:
    backed_up(world, tmp_path / "Dropbox" / "Backups")
    assert kinds(world) == []
    assert world.workspace.care.has_backup_elsewhere()


def test_a_place_that_fails_is_told_with_the_day_of_its_last_good_backup(world: World, tmp_path: Path) -> None:
    deep = too_deep(tmp_path / "deep")
    world.workspace.backups.add_place(deep)
    since = world.clock.now()
    world.clock.advance(days=2)
    world.workspace.backups.back_up_everywhere(quietly, never)
    (care,) = world.workspace.care.look().items
    assert (care.kind, care.since, care.place) == (CareKind.BACKUP_FAILING, since, str(deep))


def test_a_backup_that_somebody_spoilt_is_told_for_a_week(world: World, tmp_path: Path) -> None:
    place = tmp_path / "Dropbox"
    place.mkdir()
    world.workspace.backups.add_place(place)
    world.workspace.backups.back_up_everywhere(quietly, never)
    next(place.glob("*.vsbackup")).write_bytes(b"pay to get it back")
    world.clock.advance(days=1)
    world.workspace.backups.back_up_everywhere(quietly, never)
    world.workspace.backups.look_after()
    (care,) = world.workspace.care.look().items
    assert (care.kind, care.count, care.since) == (CareKind.BACKUPS_SPOILT, 1, world.clock.now())
    world.clock.advance(days=7, seconds=1)
    assert CareKind.BACKUPS_SPOILT not in kinds(world)


def test_the_restore_drill_is_due_a_month_after_the_first_backup_and_then_after_the_last_drill(
    world: World, tmp_path: Path
) -> None:
    place = tmp_path / "Dropbox"
    place.mkdir()
    world.workspace.backups.add_place(place)
    world.workspace.backups.back_up_everywhere(quietly, never)
    assert CareKind.DRILL_DUE not in kinds(world)
    world.clock.advance(days=31)
    assert CareKind.DRILL_DUE in kinds(world)
    world.workspace.backups.drill(quietly, never)
    page = world.workspace.care.look()
    assert CareKind.DRILL_DUE not in [care.kind for care in page.items]
    assert page.last_proven_restore == world.clock.now()


def test_backups_that_a_former_passphrase_opens_are_counted(world: World, tmp_path: Path) -> None:
    place = tmp_path / "Dropbox"
    place.mkdir()
    world.workspace.backups.add_place(place)
    world.workspace.backups.back_up_everywhere(quietly, never)
    world.workspace.vault.ways_in.change_passphrase("five quiet rivers turning north", cost=KdfCost.floor())
    (care,) = world.workspace.care.look().items
    assert (care.kind, care.count) == (CareKind.OLDER_SECRETS, 1)
