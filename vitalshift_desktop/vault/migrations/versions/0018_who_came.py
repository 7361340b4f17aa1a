"""Which members of a joint file came to a session."""

from alembic import op

revision = "0018"
down_revision = "0017"

# Who came is sealed with the note of the session.
TRIGGERS = (
    """
    CREATE TRIGGER session_member_no_insert BEFORE INSERT ON session_member
    WHEN (SELECT signed_at FROM note WHERE session_id = NEW.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER session_member_no_update BEFORE UPDATE ON session_member
    WHEN (SELECT signed_at FROM note WHERE session_id = OLD.session_id) IS NOT NULL
    OR (SELECT signed_at FROM note WHERE session_id = NEW.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER session_member_no_delete BEFORE DELETE ON session_member
    WHEN (SELECT signed_at FROM note WHERE session_id = OLD.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
)


def upgrade() -> None:
    """Make the table of who came, and the triggers that seal it."""
    op.execute(
        """
        CREATE TABLE session_member (
            session_id INTEGER NOT NULL,
            member_id INTEGER NOT NULL,
            CONSTRAINT pk_session_member PRIMARY KEY (session_id, member_id),
            CONSTRAINT fk_session_member_session_id_session FOREIGN KEY(session_id) REFERENCES session (id),
            CONSTRAINT fk_session_member_member_id_file_member FOREIGN KEY(member_id) REFERENCES file_member (id)
        )
        """
    )
    op.execute("CREATE INDEX session_member_by_member ON session_member (member_id)")
    for trigger in TRIGGERS:
        op.execute(trigger)
