"""Which guardian answered a form, and measures that were not given."""

from alembic import op

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

revision = "0022"
down_revision = "0021"

_SIGNED = "(SELECT signed_at FROM note WHERE session_id = OLD.session_id) IS NOT NULL"

TRIGGERS = (
    # Two guardians may answer in the same session; each of them once.
    """
    CREATE TRIGGER administration_once BEFORE INSERT ON administration
    WHEN NEW.state <> 'corrected' AND EXISTS (
        SELECT 1 FROM administration AS other
        WHERE other.session_id = NEW.session_id AND other.instrument_id = NEW.instrument_id
        AND other.rater = NEW.rater AND other.person_id IS NEW.person_id
        AND other.state <> 'corrected' AND other.id IS NOT NEW.corrects_id
    )
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER administration_person_no_update BEFORE UPDATE OF person_id ON administration
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER measure_not_given_no_update BEFORE UPDATE ON measure_not_given
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    f"""
    CREATE TRIGGER measure_not_given_no_delete BEFORE DELETE ON measure_not_given
    WHEN {_SIGNED}
    BEGIN SELECT RAISE(ABORT, 'the note is signed'); END
    """,
)


ADMINISTRATION = """
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
        person_id INTEGER,
        CONSTRAINT fk_administration_session
            FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id),
        CONSTRAINT uq_administration_corrects UNIQUE (corrects_id),
        CONSTRAINT fk_administration_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
        CONSTRAINT ck_administration_rater CHECK (rater IN ('client', 'counselor', 'guardian')),
        CONSTRAINT ck_administration_state CHECK (state IN ('answered', 'skipped', 'corrected')),
        CONSTRAINT ck_administration_how_given
            CHECK (how_given IN ('alone', 'read_aloud', 'interpreter', 'phone_or_video', 'parent_present')),
        CONSTRAINT fk_administration_corrects_id_administration
            FOREIGN KEY(corrects_id) REFERENCES administration (id),
        CONSTRAINT fk_administration_person_id_related_person
            FOREIGN KEY(person_id) REFERENCES related_person (id)
    )
"""
COLUMNS = (
    "id", "client_id", "session_id", "instrument_id", "instrument_version", "rater", "answers", "given_on",
    "recorded_at", "state", "how_given", "reviewed_at", "review_note", "corrects_id",
)  # fmt: skip


def upgrade() -> None:
    """Make the table of forms anew, and that of what was not given, and the triggers that keep both."""
    rebuild("administration", ADMINISTRATION, COLUMNS)
    op.execute("CREATE INDEX administration_by_person ON administration (person_id)")
    op.execute(
        """
        CREATE TABLE measure_not_given (
            session_id INTEGER NOT NULL,
            client_id INTEGER NOT NULL,
            instrument_id TEXT NOT NULL,
            reason VARCHAR(40) NOT NULL,
            note TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            CONSTRAINT pk_measure_not_given PRIMARY KEY (session_id, instrument_id),
            CONSTRAINT fk_measure_not_given_session
                FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id),
            CONSTRAINT ck_measure_not_given_reason
                CHECK (reason IN ('declined', 'forgot', 'not_suitable', 'other'))
        )
        """
    )
    op.execute("CREATE INDEX measure_not_given_by_client ON measure_not_given (client_id, instrument_id)")
    op.execute("DROP TRIGGER administration_once")
    for trigger in TRIGGERS:
        op.execute(trigger)
