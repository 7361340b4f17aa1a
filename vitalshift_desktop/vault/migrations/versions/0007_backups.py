"""Places that backups go to, and the backups that were made; the one folder and the one record of before move there."""

import json

from alembic import op
from sqlalchemy import bindparam, text

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the two tables, move what an older vault knows into them, and take the old column and fact away."""
    _make_place()
    _make_made()
    _move_folder()
    _move_record()
    op.execute("ALTER TABLE practice DROP COLUMN backup_folder")


def _make_place() -> None:
    op.execute(
        """
        CREATE TABLE backup_place (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            folder TEXT NOT NULL,
            recovery_only BOOLEAN NOT NULL,
            added_at VARCHAR NOT NULL,
            tried_at VARCHAR,
            trouble VARCHAR(40),
            other_drive BOOLEAN,
            CONSTRAINT uq_backup_place_folder UNIQUE (folder),
            CONSTRAINT ck_backup_place_trouble
                CHECK (trouble IN ('away', 'full', 'read_only', 'drive_failed', 'not_proven', 'other'))
        )
        """
    )


def _make_made() -> None:
    op.execute(
        """
        CREATE TABLE backup_made (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            folder TEXT NOT NULL,
            name TEXT NOT NULL,
            made_at VARCHAR NOT NULL,
            generation INTEGER NOT NULL,
            size INTEGER NOT NULL,
            counts TEXT NOT NULL,
            other_drive BOOLEAN NOT NULL,
            epoch INTEGER NOT NULL,
            slots TEXT NOT NULL,
            audit_entry INTEGER NOT NULL,
            proven_at VARCHAR,
            drilled_at VARCHAR,
            shrunk TEXT NOT NULL,
            missing_at VARCHAR,
            damaged_at VARCHAR,
            CONSTRAINT uq_backup_made_folder UNIQUE (folder, name)
        )
        """
    )


def _move_folder() -> None:
    op.execute(
        """
        INSERT INTO backup_place (folder, recovery_only, added_at)
        SELECT backup_folder, 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM practice WHERE backup_folder <> ''
        """
    )


def _move_record() -> None:
    """The newest backup as the vault remembered it; its size and counts were not kept, so they read as nothing."""
    connection = op.get_bind()
    kept = connection.execute(text("SELECT value FROM meta WHERE key = 'last_backup'")).scalar()
    if kept is None:
        return
    record = json.loads(kept)
    connection.execute(
        text(
            "INSERT INTO backup_made (folder, name, made_at, generation, size, counts, other_drive, epoch, slots,"
            " audit_entry, proven_at, shrunk)"
            " VALUES (:folder, :name, :made, :generation, 0, '{}', :other_drive, 1, '', 0, :made, '[]')"
        ).bindparams(bindparam("made", record["made"])),
        {key: record[key] for key in ("folder", "name", "generation", "other_drive")},
    )
    connection.execute(text("DELETE FROM meta WHERE key = 'last_backup'"))
