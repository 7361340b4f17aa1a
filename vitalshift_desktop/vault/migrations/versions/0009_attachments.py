"""Attachments: scans and files, encrypted with everything else."""

from alembic import op

revision = "0009"
down_revision = "0008"

# What hangs on a signed note is signed with it; a file's content never changes, it can only go as a whole.
TRIGGERS = (
    """
    CREATE TRIGGER attachment_no_insert BEFORE INSERT ON attachment
    WHEN (SELECT signed_at FROM note WHERE id = NEW.note_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment
    WHEN (SELECT signed_at FROM note WHERE id = OLD.note_id) IS NOT NULL
    OR (SELECT signed_at FROM note WHERE id = NEW.note_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
    WHEN (SELECT signed_at FROM note WHERE id = OLD.note_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER attachment_same_client_insert BEFORE INSERT ON attachment
    WHEN NEW.note_id IS NOT NULL AND NEW.client_id <> (SELECT client_id FROM note WHERE id = NEW.note_id)
    BEGIN SELECT RAISE(ABORT, 'the note is of another client'); END
    """,
    """
    CREATE TRIGGER attachment_same_client_update BEFORE UPDATE ON attachment
    WHEN NEW.note_id IS NOT NULL AND NEW.client_id <> (SELECT client_id FROM note WHERE id = NEW.note_id)
    BEGIN SELECT RAISE(ABORT, 'the note is of another client'); END
    """,
    """
    CREATE TRIGGER attachment_part_no_insert BEFORE INSERT ON attachment_part
    WHEN (SELECT n.signed_at FROM attachment a JOIN note n ON n.id = a.note_id WHERE a.id = NEW.attachment_id)
    IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER attachment_part_no_update BEFORE UPDATE ON attachment_part
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER attachment_part_no_delete BEFORE DELETE ON attachment_part
    WHEN (SELECT n.signed_at FROM attachment a JOIN note n ON n.id = a.note_id WHERE a.id = OLD.attachment_id)
    IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
)


def upgrade() -> None:
    """Make the two tables, and the triggers that seal what hangs on a signed note."""
    op.execute(
        """
        CREATE TABLE attachment (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            note_id INTEGER,
            name TEXT NOT NULL,
            kind VARCHAR(40) NOT NULL,
            size INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            day DATE NOT NULL,
            added_at VARCHAR NOT NULL,
            CONSTRAINT ck_attachment_size CHECK (size > 0),
            CONSTRAINT fk_attachment_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT fk_attachment_note_id_note FOREIGN KEY(note_id) REFERENCES note (id),
            CONSTRAINT ck_attachment_kind CHECK (kind IN ('pdf', 'picture', 'text'))
        )
        """
    )
    op.execute("CREATE INDEX attachment_by_client ON attachment (client_id, day)")
    op.execute("CREATE INDEX attachment_by_note ON attachment (note_id)")
    op.execute(
        """
        CREATE TABLE attachment_part (
            attachment_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            data BLOB NOT NULL,
            CONSTRAINT pk_attachment_part PRIMARY KEY (attachment_id, position),
            CONSTRAINT fk_attachment_part_attachment_id_attachment FOREIGN KEY(attachment_id)
                REFERENCES attachment (id)
        )
        """
    )
    for trigger in TRIGGERS:
        op.execute(trigger)
