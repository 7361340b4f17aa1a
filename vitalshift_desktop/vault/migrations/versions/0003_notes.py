"""Goals with their ratings, and progress notes."""

from alembic import op

revision = "0003"
down_revision = "0002"

# A signed note is final: its head, its text, its goals and its session's ratings stay as they were signed.
TRIGGERS = (
    """
    CREATE TRIGGER note_no_update BEFORE UPDATE ON note
    WHEN OLD.signed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER note_no_delete BEFORE DELETE ON note
    WHEN OLD.signed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER note_text_no_insert BEFORE INSERT ON note_text
    WHEN (SELECT signed_at FROM note WHERE id = NEW.note_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER note_text_no_update BEFORE UPDATE ON note_text
    WHEN (SELECT signed_at FROM note WHERE id = OLD.note_id) IS NOT NULL
    OR (SELECT signed_at FROM note WHERE id = NEW.note_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER note_text_no_delete BEFORE DELETE ON note_text
    WHEN (SELECT signed_at FROM note WHERE id = OLD.note_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER note_goal_no_insert BEFORE INSERT ON note_goal
    WHEN (SELECT signed_at FROM note WHERE id = NEW.note_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER note_goal_no_update BEFORE UPDATE ON note_goal
    WHEN (SELECT signed_at FROM note WHERE id = OLD.note_id) IS NOT NULL
    OR (SELECT signed_at FROM note WHERE id = NEW.note_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER note_goal_no_delete BEFORE DELETE ON note_goal
    WHEN (SELECT signed_at FROM note WHERE id = OLD.note_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER goal_rating_no_insert BEFORE INSERT ON goal_rating
    WHEN (SELECT signed_at FROM note WHERE session_id = NEW.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER goal_rating_no_update BEFORE UPDATE ON goal_rating
    WHEN (SELECT signed_at FROM note WHERE session_id = OLD.session_id) IS NOT NULL
    OR (SELECT signed_at FROM note WHERE session_id = NEW.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER goal_rating_no_delete BEFORE DELETE ON goal_rating
    WHEN (SELECT signed_at FROM note WHERE session_id = OLD.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
    """
    CREATE TRIGGER addendum_no_insert BEFORE INSERT ON addendum
    WHEN (SELECT signed_at FROM note WHERE id = NEW.note_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'the note is not signed'); END
    """,
    """
    CREATE TRIGGER addendum_no_update BEFORE UPDATE ON addendum
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER addendum_no_delete BEFORE DELETE ON addendum
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    # Unwritten notes are listed from the sessions alone.
    """
    CREATE TRIGGER note_signed AFTER UPDATE OF signed_at ON note
    WHEN NEW.signed_at IS NOT NULL
    BEGIN UPDATE session SET note_signed = 1 WHERE id = NEW.session_id; END
    """,
)


def upgrade() -> None:
    """Make the tables of goals and notes, and the triggers that keep a signed note as it is."""
    _make_goal()
    _make_goal_rating()
    _make_note()
    _make_note_text()
    _make_addendum()
    _make_note_goal()
    for trigger in TRIGGERS:
        op.execute(trigger)


def _make_goal() -> None:
    op.execute(
        """
        CREATE TABLE goal (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            wording TEXT NOT NULL,
            short TEXT NOT NULL,
            proposed_by VARCHAR(40) NOT NULL,
            agreed_on DATE,
            review_on DATE,
            target INTEGER,
            status VARCHAR(40) NOT NULL,
            CONSTRAINT ck_goal_target CHECK (target BETWEEN 0 AND 10),
            CONSTRAINT fk_goal_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_goal_proposed_by CHECK (proposed_by IN ('client', 'counselor', 'both')),
            CONSTRAINT ck_goal_status CHECK (status IN ('active', 'reached', 'set_aside'))
        )
        """
    )
    op.execute("CREATE INDEX goal_by_client ON goal (client_id)")


def _make_goal_rating() -> None:
    op.execute(
        """
        CREATE TABLE goal_rating (
            id INTEGER NOT NULL,
            goal_id INTEGER NOT NULL,
            session_id INTEGER,
            rater VARCHAR(40) NOT NULL,
            rating INTEGER NOT NULL,
            rated_on DATE NOT NULL,
            CONSTRAINT pk_goal_rating PRIMARY KEY (id),
            CONSTRAINT uq_goal_rating_session UNIQUE (goal_id, session_id, rater),
            CONSTRAINT ck_goal_rating_rating CHECK (rating BETWEEN 0 AND 10),
            CONSTRAINT fk_goal_rating_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id),
            CONSTRAINT fk_goal_rating_session_id_session FOREIGN KEY(session_id) REFERENCES session (id),
            CONSTRAINT ck_goal_rating_rater CHECK (rater IN ('client', 'counselor', 'guardian'))
        )
        """
    )
    op.execute("CREATE INDEX goal_rating_by_session ON goal_rating (session_id)")


def _make_note() -> None:
    op.execute(
        """
        CREATE TABLE note (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            session_id INTEGER NOT NULL,
            client_id INTEGER NOT NULL,
            template VARCHAR(40) NOT NULL,
            created_at VARCHAR NOT NULL,
            changed_at VARCHAR NOT NULL,
            version INTEGER NOT NULL,
            signed_at VARCHAR,
            signer TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            CONSTRAINT fk_note_session FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id),
            CONSTRAINT uq_note_session UNIQUE (session_id),
            CONSTRAINT ck_note_template CHECK (template IN ('free', 'dap'))
        )
        """
    )
    op.execute("CREATE INDEX note_by_client ON note (client_id)")


def _make_note_text() -> None:
    op.execute(
        """
        CREATE TABLE note_text (
            note_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            "key" TEXT NOT NULL,
            text TEXT NOT NULL,
            CONSTRAINT pk_note_text PRIMARY KEY (note_id, position),
            CONSTRAINT fk_note_text_note_id_note FOREIGN KEY(note_id) REFERENCES note (id)
        )
        """
    )


def _make_addendum() -> None:
    op.execute(
        """
        CREATE TABLE addendum (
            id INTEGER NOT NULL,
            note_id INTEGER NOT NULL,
            text TEXT NOT NULL,
            reason TEXT NOT NULL,
            written_at VARCHAR NOT NULL,
            service_day DATE NOT NULL,
            signer TEXT NOT NULL,
            CONSTRAINT pk_addendum PRIMARY KEY (id),
            CONSTRAINT fk_addendum_note_id_note FOREIGN KEY(note_id) REFERENCES note (id)
        )
        """
    )
    op.execute("CREATE INDEX addendum_by_note ON addendum (note_id)")


def _make_note_goal() -> None:
    op.execute(
        """
        CREATE TABLE note_goal (
            note_id INTEGER NOT NULL,
            goal_id INTEGER NOT NULL,
            CONSTRAINT pk_note_goal PRIMARY KEY (note_id, goal_id),
            CONSTRAINT fk_note_goal_note_id_note FOREIGN KEY(note_id) REFERENCES note (id),
            CONSTRAINT fk_note_goal_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id)
        )
        """
    )
    op.execute("CREATE INDEX note_goal_by_goal ON note_goal (goal_id)")
