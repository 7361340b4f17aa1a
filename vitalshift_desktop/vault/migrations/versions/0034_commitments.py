"""What client and counselor agreed to keep, agreed breaks, what came of reaching out, and how sessions went."""

from alembic import op

revision = "0034"
down_revision = "0033"

# Kept as they were agreed; all that can be added is that one was taken back, once.
TRIGGERS = (
    """
    CREATE TRIGGER commitment_no_update BEFORE UPDATE OF
        id, client_id, episode_id, number, agreed_on, times, weeks, minutes, review_after,
        client_does, counselor_does, reason, recorded_at
    ON commitment
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER commitment_taken_back BEFORE UPDATE OF taken_back_at ON commitment
    WHEN OLD.taken_back_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER commitment_no_delete BEFORE DELETE ON commitment
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER agreed_break_no_update BEFORE UPDATE OF
        id, client_id, first_day, last_day, agreed_on, recorded_at, words
    ON agreed_break
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER agreed_break_taken_back BEFORE UPDATE OF taken_back_at ON agreed_break
    WHEN OLD.taken_back_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER agreed_break_no_delete BEFORE DELETE ON agreed_break
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER outreach_reply_no_update BEFORE UPDATE ON outreach_reply
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER outreach_reply_no_delete BEFORE DELETE ON outreach_reply
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
)


def upgrade() -> None:
    """Make the tables and the triggers that keep what was agreed."""
    _make_commitment()
    _make_agreed_break()
    _make_outreach_reply()
    _make_session_course()
    for trigger in TRIGGERS:
        op.execute(trigger)


def _make_commitment() -> None:
    op.execute(
        """
        CREATE TABLE commitment (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            episode_id INTEGER NOT NULL,
            number INTEGER NOT NULL,
            agreed_on DATE NOT NULL,
            times INTEGER,
            weeks INTEGER,
            minutes INTEGER NOT NULL,
            review_after INTEGER,
            client_does TEXT NOT NULL,
            counselor_does TEXT NOT NULL,
            reason TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            taken_back_at VARCHAR,
            CONSTRAINT fk_commitment_episode
                FOREIGN KEY(episode_id, client_id) REFERENCES episode (id, client_id),
            CONSTRAINT ck_commitment_rhythm CHECK ((times IS NULL) = (weeks IS NULL)),
            CONSTRAINT ck_commitment_times CHECK (times BETWEEN 1 AND 7),
            CONSTRAINT ck_commitment_weeks CHECK (weeks BETWEEN 1 AND 26),
            CONSTRAINT ck_commitment_minutes CHECK (minutes BETWEEN 5 AND 720),
            CONSTRAINT ck_commitment_review_after CHECK (review_after BETWEEN 1 AND 200)
        )
        """
    )
    op.execute("CREATE INDEX commitment_by_client ON commitment (client_id)")
    op.execute("CREATE UNIQUE INDEX commitment_by_number ON commitment (episode_id, number)")


def _make_agreed_break() -> None:
    op.execute(
        """
        CREATE TABLE agreed_break (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            first_day DATE NOT NULL,
            last_day DATE NOT NULL,
            agreed_on DATE NOT NULL,
            recorded_at VARCHAR NOT NULL,
            words TEXT NOT NULL,
            taken_back_at VARCHAR,
            CONSTRAINT ck_agreed_break_days CHECK (last_day >= first_day),
            CONSTRAINT fk_agreed_break_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
    op.execute("CREATE INDEX agreed_break_by_client ON agreed_break (client_id)")


def _make_outreach_reply() -> None:
    op.execute(
        """
        CREATE TABLE outreach_reply (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL,
            reply VARCHAR(40) NOT NULL,
            replied_on DATE NOT NULL,
            words TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            CONSTRAINT fk_outreach_reply_contact_id_contact_note
                FOREIGN KEY(contact_id) REFERENCES contact_note (id),
            CONSTRAINT ck_outreach_reply_reply CHECK (reply IN ('none_yet', 'reached', 'replied'))
        )
        """
    )
    op.execute("CREATE INDEX outreach_reply_by_contact ON outreach_reply (contact_id)")


def _make_session_course() -> None:
    op.execute(
        """
        CREATE TABLE session_course (
            session_id INTEGER NOT NULL,
            started_late INTEGER,
            lasted INTEGER,
            CONSTRAINT pk_session_course PRIMARY KEY (session_id),
            CONSTRAINT ck_session_course_started_late CHECK (started_late BETWEEN 0 AND 240),
            CONSTRAINT ck_session_course_lasted CHECK (lasted BETWEEN 1 AND 720),
            CONSTRAINT fk_session_course_session_id_session
                FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE
        )
        """
    )
    op.execute(
        """
        CREATE TABLE session_move (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            session_id INTEGER NOT NULL,
            had_starts VARCHAR NOT NULL,
            had_zone TEXT NOT NULL,
            asked_by VARCHAR(40),
            moved_at VARCHAR NOT NULL,
            CONSTRAINT fk_session_move_session_id_session
                FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
            CONSTRAINT ck_session_move_asked_by CHECK (asked_by IN ('client', 'counselor', 'other'))
        )
        """
    )
    op.execute("CREATE INDEX session_move_by_session ON session_move (session_id)")
