"""Classed marks, and dated notes and events on the alliance chart."""

from alembic import op

revision = "0027"
down_revision = "0026"

# Both are kept as they were written; all that can be added is that an entry was taken back, or taken off the chart.
TRIGGERS = (
    """
    CREATE TRIGGER classed_mark_no_update BEFORE UPDATE OF
        id, client_id, session_id, kind, note, recorded_at, rater, person_id
    ON classed_mark
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER classed_mark_taken_back BEFORE UPDATE OF taken_back_at ON classed_mark
    WHEN OLD.taken_back_at IS NOT NULL
    OR EXISTS (
        SELECT 1 FROM classed_mark AS later
        WHERE later.session_id = OLD.session_id AND later.rater = OLD.rater AND later.person_id IS OLD.person_id
        AND later.id > OLD.id AND later.taken_back_at IS NULL
    )
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER classed_mark_no_delete BEFORE DELETE ON classed_mark
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER chart_entry_no_update BEFORE UPDATE OF
        id, client_id, day, kind, words, recorded_at, replaces_id
    ON chart_entry
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER chart_entry_no_delete BEFORE DELETE ON chart_entry
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
)


def upgrade() -> None:
    """Make both tables and the triggers that keep what was written."""
    _make_classed_mark()
    _make_chart_entry()
    for trigger in TRIGGERS:
        op.execute(trigger)


def _make_classed_mark() -> None:
    op.execute(
        """
        CREATE TABLE classed_mark (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            session_id INTEGER NOT NULL,
            kind VARCHAR(40) NOT NULL,
            note TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            rater VARCHAR(40) NOT NULL,
            person_id INTEGER,
            taken_back_at VARCHAR,
            CONSTRAINT fk_classed_mark_session
                FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id),
            CONSTRAINT ck_classed_mark_kind
                CHECK (kind IN ('withdrawal', 'confrontation', 'unclear', 'something_else', 'none')),
            CONSTRAINT ck_classed_mark_rater CHECK (rater IN ('client', 'counselor', 'guardian')),
            CONSTRAINT fk_classed_mark_person_id_related_person
                FOREIGN KEY(person_id) REFERENCES related_person (id)
        )
        """
    )
    op.execute("CREATE INDEX classed_mark_by_client ON classed_mark (client_id)")


def _make_chart_entry() -> None:
    op.execute(
        """
        CREATE TABLE chart_entry (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            day DATE NOT NULL,
            kind VARCHAR(40) NOT NULL,
            words TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            replaces_id INTEGER,
            taken_off_at VARCHAR,
            CONSTRAINT fk_chart_entry_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_chart_entry_kind
                CHECK (kind IN ('note', 'medication', 'holiday', 'move_online', 'other')),
            CONSTRAINT fk_chart_entry_replaces_id_chart_entry FOREIGN KEY(replaces_id) REFERENCES chart_entry (id)
        )
        """
    )
    op.execute("CREATE INDEX chart_entry_by_client ON chart_entry (client_id)")
