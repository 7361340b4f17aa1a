"""Forms that were handed over: what was armed, its one-time key, and what became of it."""

from alembic import op

revision = "0024"
down_revision = "0023"

_KEPT = tuple(
    f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
    for table in ("handover", "handover_state")
    for act in ("UPDATE", "DELETE")
)
# A hand-over that is closed has no key any more, so a key is never given to one.
_KEYS = (
    """
    CREATE TRIGGER handover_key_no_update BEFORE UPDATE ON handover_key
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER handover_key_open_only BEFORE INSERT ON handover_key
    WHEN EXISTS (SELECT 1 FROM handover_state WHERE handover_id = NEW.handover_id)
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
)


def upgrade() -> None:
    """Make the three tables and the triggers that keep them."""
    _make_handover()
    _make_key()
    _make_state()
    for trigger in (*_KEPT, *_KEYS):
        op.execute(trigger)


def _make_handover() -> None:
    op.execute(
        """
        CREATE TABLE handover (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            session_id INTEGER NOT NULL,
            tag TEXT NOT NULL,
            rater VARCHAR(40) NOT NULL,
            forms JSON NOT NULL,
            moment VARCHAR(40) NOT NULL,
            late_reason TEXT NOT NULL,
            larger_text BOOLEAN NOT NULL,
            armed_at VARCHAR NOT NULL,
            CONSTRAINT fk_handover_session FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id),
            CONSTRAINT uq_handover_tag UNIQUE (tag),
            CONSTRAINT fk_handover_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_handover_rater CHECK (rater IN ('client', 'counselor', 'guardian')),
            CONSTRAINT ck_handover_moment CHECK (moment IN ('start', 'end'))
        )
        """
    )
    op.execute("CREATE INDEX handover_by_session ON handover (session_id)")


def _make_key() -> None:
    op.execute(
        """
        CREATE TABLE handover_key (
            handover_id INTEGER NOT NULL,
            private_key BLOB NOT NULL,
            CONSTRAINT pk_handover_key PRIMARY KEY (handover_id),
            CONSTRAINT fk_handover_key_handover_id_handover FOREIGN KEY(handover_id) REFERENCES handover (id)
        )
        """
    )


def _make_state() -> None:
    op.execute(
        """
        CREATE TABLE handover_state (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            handover_id INTEGER NOT NULL,
            state VARCHAR(40) NOT NULL,
            at VARCHAR NOT NULL,
            digest TEXT NOT NULL,
            CONSTRAINT fk_handover_state_handover_id_handover FOREIGN KEY(handover_id) REFERENCES handover (id),
            CONSTRAINT ck_handover_state_state
                CHECK (state IN ('taken_in', 'declined', 'not_given', 'refused', 'cleared'))
        )
        """
    )
    op.execute("CREATE UNIQUE INDEX handover_closed_once ON handover_state (handover_id) WHERE state <> 'cleared'")
    op.execute("CREATE UNIQUE INDEX handover_cleared_once ON handover_state (handover_id) WHERE state = 'cleared'")
