"""Reminders and the disclosure ledger."""

from alembic import op

revision = "0006"
down_revision = "0005"

# The ledger is append-only.
TRIGGERS = (
    """
    CREATE TRIGGER disclosure_no_update BEFORE UPDATE ON disclosure
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER disclosure_no_delete BEFORE DELETE ON disclosure
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
)


def upgrade() -> None:
    """Make the tables of reminders and of the ledger, and the triggers that keep the ledger."""
    _make_reminder()
    _make_reminder_history()
    _make_disclosure()
    _make_serial_counter()
    for trigger in TRIGGERS:
        op.execute(trigger)


def _make_reminder() -> None:
    op.execute(
        """
        CREATE TABLE reminder (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER,
            title TEXT NOT NULL,
            kind VARCHAR(40) NOT NULL,
            due_on DATE NOT NULL,
            at TIME,
            zone TEXT NOT NULL,
            repeat_every INTEGER,
            repeat_unit VARCHAR(40),
            anchor DATE NOT NULL,
            is_open BOOLEAN NOT NULL,
            CONSTRAINT ck_reminder_repeat CHECK ((repeat_every IS NULL) = (repeat_unit IS NULL)),
            CONSTRAINT fk_reminder_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_reminder_kind CHECK (kind IN ('check_in', 'task', 'review')),
            CONSTRAINT ck_reminder_repeat_unit CHECK (repeat_unit IN ('days', 'weeks', 'months', 'sessions'))
        )
        """
    )
    op.execute("CREATE INDEX reminder_by_client ON reminder (client_id)")
    op.execute("CREATE INDEX reminder_by_due ON reminder (is_open, due_on)")


def _make_reminder_history() -> None:
    op.execute(
        """
        CREATE TABLE reminder_history (
            reminder_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            what VARCHAR(40) NOT NULL,
            at VARCHAR NOT NULL,
            was_due DATE NOT NULL,
            now_due DATE,
            CONSTRAINT pk_reminder_history PRIMARY KEY (reminder_id, position),
            CONSTRAINT fk_reminder_history_reminder_id_reminder
                FOREIGN KEY(reminder_id) REFERENCES reminder (id) ON DELETE CASCADE,
            CONSTRAINT ck_reminder_history_what CHECK (what IN ('done', 'later', 'skipped'))
        )
        """
    )


def _make_disclosure() -> None:
    op.execute(
        """
        CREATE TABLE disclosure (
            serial TEXT NOT NULL,
            what TEXT NOT NULL,
            client_id INTEGER NOT NULL,
            audience TEXT NOT NULL,
            outlet VARCHAR(40) NOT NULL,
            made_at VARCHAR NOT NULL,
            pages INTEGER NOT NULL,
            digest TEXT NOT NULL,
            CONSTRAINT pk_disclosure PRIMARY KEY (serial),
            CONSTRAINT fk_disclosure_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_disclosure_outlet CHECK (outlet IN ('pdf', 'printer'))
        )
        """
    )
    op.execute("CREATE INDEX disclosure_by_client ON disclosure (client_id, made_at)")


def _make_serial_counter() -> None:
    op.execute(
        """
        CREATE TABLE serial_counter (
            year INTEGER NOT NULL,
            last INTEGER NOT NULL,
            CONSTRAINT pk_serial_counter PRIMARY KEY (year)
        )
        """
    )
