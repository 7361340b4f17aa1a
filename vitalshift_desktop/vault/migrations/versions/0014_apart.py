"""Process notes, and contact notes with the inbox they may wait in."""

from alembic import op

revision = "0014"
down_revision = "0013"

# A signed contact note is final; what is added to it afterwards is final as well.
TRIGGERS = (
    """
    CREATE TRIGGER contact_note_no_update BEFORE UPDATE ON contact_note
    WHEN OLD.signed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER contact_note_no_delete BEFORE DELETE ON contact_note
    WHEN OLD.signed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER contact_addition_no_insert BEFORE INSERT ON contact_addition
    WHEN (SELECT signed_at FROM contact_note WHERE id = NEW.contact_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'the note is not signed'); END
    """,
    """
    CREATE TRIGGER contact_addition_no_update BEFORE UPDATE ON contact_addition
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER contact_addition_no_delete BEFORE DELETE ON contact_addition
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
)


def upgrade() -> None:
    """Make the tables, and the triggers that keep a signed contact note as it is."""
    _make_process_note()
    _make_contact_note()
    _make_contact_addition()
    for trigger in TRIGGERS:
        op.execute(trigger)


def _make_process_note() -> None:
    op.execute(
        """
        CREATE TABLE process_note (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            session_id INTEGER,
            day DATE NOT NULL,
            record_class VARCHAR(40) NOT NULL,
            created_at VARCHAR NOT NULL,
            changed_at VARCHAR NOT NULL,
            version INTEGER NOT NULL,
            CONSTRAINT fk_process_note_session
                FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id),
            CONSTRAINT uq_process_note_session UNIQUE (session_id),
            CONSTRAINT fk_process_note_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_process_note_record_class
                CHECK (record_class IN ('progress_record', 'process_notes', 'enquiry', 'financial'))
        )
        """
    )
    op.execute("CREATE INDEX process_note_by_client ON process_note (client_id, day)")
    op.execute(
        """
        CREATE TABLE process_note_text (
            process_note_id INTEGER NOT NULL,
            text TEXT NOT NULL,
            CONSTRAINT pk_process_note_text PRIMARY KEY (process_note_id),
            CONSTRAINT fk_process_note_text_process_note_id_process_note
                FOREIGN KEY(process_note_id) REFERENCES process_note (id) ON DELETE CASCADE
        )
        """
    )


def _make_contact_note() -> None:
    op.execute(
        """
        CREATE TABLE contact_note (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER,
            at VARCHAR NOT NULL,
            zone TEXT NOT NULL,
            kind VARCHAR(40) NOT NULL,
            channel VARCHAR(40) NOT NULL,
            direction VARCHAR(40) NOT NULL,
            started_by VARCHAR(40) NOT NULL,
            minutes INTEGER,
            text TEXT NOT NULL,
            third_party TEXT NOT NULL,
            third_party_words TEXT NOT NULL,
            created_at VARCHAR NOT NULL,
            changed_at VARCHAR NOT NULL,
            version INTEGER NOT NULL,
            filed_at VARCHAR,
            signed_at VARCHAR,
            signer TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            CONSTRAINT ck_contact_note_filed CHECK (filed_at IS NULL OR client_id IS NOT NULL),
            CONSTRAINT ck_contact_note_signed CHECK (signed_at IS NULL OR filed_at IS NOT NULL),
            CONSTRAINT ck_contact_note_minutes CHECK (minutes BETWEEN 0 AND 720),
            CONSTRAINT fk_contact_note_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_contact_note_kind
                CHECK (kind IN ('call', 'message', 'chance_meeting', 'gift_offered', 'third_party', 'other')),
            CONSTRAINT ck_contact_note_channel
                CHECK (channel IN ('phone', 'message', 'email', 'letter', 'in_person', 'other')),
            CONSTRAINT ck_contact_note_direction CHECK (direction IN ('in', 'out')),
            CONSTRAINT ck_contact_note_started_by CHECK (started_by IN ('client', 'counselor', 'third_party'))
        )
        """
    )
    op.execute("CREATE INDEX contact_note_by_client ON contact_note (client_id, at)")
    op.execute("CREATE INDEX contact_note_in_inbox ON contact_note (created_at) WHERE filed_at IS NULL")


def _make_contact_addition() -> None:
    op.execute(
        """
        CREATE TABLE contact_addition (
            id INTEGER NOT NULL,
            contact_id INTEGER NOT NULL,
            text TEXT NOT NULL,
            reason TEXT NOT NULL,
            written_at VARCHAR NOT NULL,
            signer TEXT NOT NULL,
            CONSTRAINT pk_contact_addition PRIMARY KEY (id),
            CONSTRAINT fk_contact_addition_contact_id_contact_note
                FOREIGN KEY(contact_id) REFERENCES contact_note (id)
        )
        """
    )
    op.execute("CREATE INDEX contact_addition_by_contact ON contact_addition (contact_id)")
