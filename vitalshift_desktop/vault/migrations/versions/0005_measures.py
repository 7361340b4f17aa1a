"""Answered forms, drops that were talked through, and flags put aside."""

from alembic import op

revision = "0005"
down_revision = "0004"

# Answers never change. A correction is a new form that names the old one, which is then marked by a trigger.
TRIGGERS = (
    """
    CREATE TRIGGER administration_once BEFORE INSERT ON administration
    WHEN NEW.state <> 'corrected' AND EXISTS (
        SELECT 1 FROM administration AS other
        WHERE other.session_id = NEW.session_id AND other.instrument_id = NEW.instrument_id
        AND other.rater = NEW.rater AND other.state <> 'corrected' AND other.id IS NOT NEW.corrects_id
    )
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER administration_corrected AFTER INSERT ON administration
    WHEN NEW.corrects_id IS NOT NULL
    BEGIN UPDATE administration SET state = 'corrected' WHERE id = NEW.corrects_id; END
    """,
    """
    CREATE TRIGGER administration_no_update BEFORE UPDATE OF
        id, client_id, session_id, instrument_id, instrument_version, rater, answers, given_on, recorded_at, how_given,
        corrects_id
    ON administration
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER administration_state BEFORE UPDATE OF state ON administration
    WHEN NEW.state <> 'corrected'
    OR NOT EXISTS (SELECT 1 FROM administration AS new_one WHERE new_one.corrects_id = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER administration_review_once BEFORE UPDATE OF reviewed_at, review_note ON administration
    WHEN OLD.reviewed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER administration_no_delete BEFORE DELETE ON administration
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
)


def upgrade() -> None:
    """Make the tables of measures and flags, and the triggers that keep what was answered."""
    _make_administration()
    _make_talked_through()
    _make_dismissed_flag()
    for trigger in TRIGGERS:
        op.execute(trigger)


def _make_administration() -> None:
    op.execute(
        """
        CREATE TABLE administration (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            session_id INTEGER,
            instrument_id TEXT NOT NULL,
            instrument_version TEXT NOT NULL,
            rater VARCHAR(40) NOT NULL,
            answers JSON NOT NULL,
            given_on DATE NOT NULL,
            recorded_at VARCHAR NOT NULL,
            state VARCHAR(40) NOT NULL,
            how_given VARCHAR(40) NOT NULL,
            reviewed_at VARCHAR,
            review_note TEXT NOT NULL,
            corrects_id INTEGER,
            CONSTRAINT fk_administration_session
                FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id),
            CONSTRAINT uq_administration_corrects UNIQUE (corrects_id),
            CONSTRAINT fk_administration_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_administration_rater CHECK (rater IN ('client', 'counselor', 'guardian')),
            CONSTRAINT ck_administration_state CHECK (state IN ('answered', 'skipped', 'corrected')),
            CONSTRAINT ck_administration_how_given
                CHECK (how_given IN ('alone', 'read_aloud', 'interpreter', 'phone_or_video', 'parent_present')),
            CONSTRAINT fk_administration_corrects_id_administration
                FOREIGN KEY(corrects_id) REFERENCES administration (id)
        )
        """
    )
    op.execute("CREATE INDEX administration_by_client ON administration (client_id, instrument_id, given_on)")
    op.execute("CREATE INDEX administration_by_session ON administration (session_id)")


def _make_talked_through() -> None:
    op.execute(
        """
        CREATE TABLE talked_through (
            session_id INTEGER NOT NULL,
            client_id INTEGER NOT NULL,
            recorded_at VARCHAR NOT NULL,
            note TEXT NOT NULL,
            CONSTRAINT pk_talked_through PRIMARY KEY (session_id),
            CONSTRAINT fk_talked_through_session
                FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id)
        )
        """
    )
    op.execute("CREATE INDEX talked_through_by_client ON talked_through (client_id)")


def _make_dismissed_flag() -> None:
    op.execute(
        """
        CREATE TABLE dismissed_flag (
            kind VARCHAR(40) NOT NULL,
            client_id INTEGER NOT NULL,
            "key" TEXT NOT NULL,
            reason TEXT NOT NULL,
            at VARCHAR NOT NULL,
            CONSTRAINT pk_dismissed_flag PRIMARY KEY (kind, client_id, "key"),
            CONSTRAINT ck_dismissed_flag_kind
                CHECK (kind IN ('answer_to_review', 'marked_drop', 'low_early_checkin', 'agreement_to_look_at')),
            CONSTRAINT fk_dismissed_flag_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
    op.execute("CREATE INDEX dismissed_flag_by_client ON dismissed_flag (client_id)")
