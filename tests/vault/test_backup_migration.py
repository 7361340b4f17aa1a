"""What an older vault knew of its backups, one folder and one record, after it was brought up to date."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.ready_vault import ReadyVault
from tests.vault.test_migrate import connector_of
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.migrate import bring_up_to_date, steps, version_of

MADE = "2026-02-01T09:30:00.000000Z"
_BEFORE = 6  # the last step without tables of their own for backups


def as_before(ready: ReadyVault, folder: str, record: dict[str, object] | None) -> None:
    """Put records into the vault as the app wrote them before it knew of places."""
    database = ready.folder / "vault.db"
    with connector_of(ready) as connector, connector.apart() as raw:
        facts = raw.execute("SELECT key, value FROM meta").fetchall()
        entries = raw.execute("SELECT * FROM audit").fetchall()
    database.unlink()
    database.touch(mode=0o600)
    with connector_of(ready) as connector:
        bring_up_to_date(connector, steps()[:_BEFORE])
        _fill(connector, facts, entries, folder, record)
    (ready.folder / "vault.seal").unlink()


def _fill(
    connector: Connector,
    facts: list[tuple[str | int | float | bytes | None, ...]],
    entries: list[tuple[str | int | float | bytes | None, ...]],
    folder: str,
    record: dict[str, object] | None,
) -> None:
    with connector.apart() as raw:
        assert version_of(raw) == _BEFORE
        for fact in facts:
            raw.execute("INSERT INTO meta VALUES (?, ?)", [str(cell) for cell in fact])
        for entry in entries:
            raw.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", [str(cell) for cell in entry])
        if record is not None:
            raw.execute("INSERT INTO meta VALUES ('last_backup', ?)", [json.dumps(record)])
        raw.execute(
            "INSERT INTO practice (id, practice_name, counselor_name, title, registration_number, letterhead,"
            " jurisdiction, paper, session_minutes, lock_after_minutes, shown_as, low_checkin_under, backup_folder,"
            " recovery_sheet_checked, is_sample)"
            " VALUES (1, '', 'Lena', '', '', '', 'ca-on', 'a4', 45, 15, 'initials', NULL, ?, 1, 0)",
            [folder],
        )


def test_the_folder_becomes_a_place_and_the_record_the_first_of_the_backups(ready_vault: ReadyVault) -> None:
    record = {"made": MADE, "folder": "/mnt/stick", "name": "old.vsbackup", "generation": 9, "other_drive": True}
    as_before(ready_vault, "/mnt/stick", record)
    with ready_vault.open() as vault, vault.read() as work:
        (place,) = work.backups.places()
        assert (place.folder, place.recovery_only, place.trouble) == (Path("/mnt/stick"), False, None)
        by_migration, before = work.backups.made()
        assert (before.path, before.generation, before.other_drive) == (Path("/mnt/stick/old.vsbackup"), 9, True)
        assert before.made == before.proven_at == datetime(2026, 2, 1, 9, 30, tzinfo=UTC)
        assert before.is_good
        assert by_migration.folder == vault.folder
        assert work.meta.get("last_backup") is None
        assert work.practice.get().counselor_name == "Lena"
        assert work.practice.get().session_minutes == 45


@pytest.mark.parametrize("folder", ["", "/mnt/stick"])
def test_a_vault_without_a_backup_has_only_the_one_from_before_the_migration(
    ready_vault: ReadyVault, folder: str
) -> None:
    as_before(ready_vault, folder, None)
    with ready_vault.open() as vault, vault.read() as work:
        assert [str(place.folder) for place in work.backups.places()] == ([folder] if folder else [])
        (backup,) = work.backups.made()
        assert backup.folder == vault.folder
        assert not backup.other_drive
