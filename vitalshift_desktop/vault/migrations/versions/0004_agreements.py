"""Clauses, their versions, and agreements."""

from alembic import op

revision = "0004"
down_revision = "0003"

# What both sides agreed stays as it was agreed; only a version's state and its days of review and end move on.
TRIGGERS = (
    """
    CREATE TRIGGER clause_no_update BEFORE UPDATE ON clause
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER clause_version_no_update
    BEFORE UPDATE OF clause_id, number, wording, effective_on, negotiated, words_of
    ON clause_version
    WHEN OLD.state <> 'proposed'
    OR EXISTS (SELECT 1 FROM agreement_clause WHERE clause_id = OLD.clause_id AND number = OLD.number)
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER clause_version_no_delete BEFORE DELETE ON clause_version
    WHEN OLD.state <> 'proposed'
    OR EXISTS (SELECT 1 FROM agreement_clause WHERE clause_id = OLD.clause_id AND number = OLD.number)
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER agreement_no_update BEFORE UPDATE ON agreement
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER agreement_no_delete BEFORE DELETE ON agreement
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER agreement_clause_no_insert BEFORE INSERT ON agreement_clause
    WHEN (SELECT COUNT(*) FROM agreement_clause WHERE agreement_id = NEW.agreement_id)
    >= (SELECT clause_count FROM agreement WHERE id = NEW.agreement_id)
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER agreement_clause_no_update BEFORE UPDATE ON agreement_clause
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER agreement_clause_no_delete BEFORE DELETE ON agreement_clause
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
)


def upgrade() -> None:
    """Make the tables of agreements, and the triggers that keep what was agreed."""
    _make_clause()
    _make_clause_version()
    _make_agreement()
    _make_agreement_clause()
    for trigger in TRIGGERS:
        op.execute(trigger)


def _make_clause() -> None:
    op.execute(
        """
        CREATE TABLE clause (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            topic VARCHAR(40) NOT NULL,
            CONSTRAINT fk_clause_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_clause_topic CHECK (topic IN (
                'length_and_place', 'fees', 'cancellation', 'contact', 'emergencies', 'confidentiality',
                'supervision', 'records', 'social_media', 'chance_meetings', 'gifts', 'touch',
                'self_disclosure', 'dual_relationships', 'recording', 'online', 'minors', 'interpreter',
                'endings'
            ))
        )
        """
    )
    op.execute("CREATE INDEX clause_by_client ON clause (client_id)")


def _make_clause_version() -> None:
    op.execute(
        """
        CREATE TABLE clause_version (
            clause_id INTEGER NOT NULL,
            number INTEGER NOT NULL,
            wording TEXT NOT NULL,
            state VARCHAR(40) NOT NULL,
            effective_on DATE NOT NULL,
            review_on DATE,
            ended_on DATE,
            negotiated BOOLEAN NOT NULL,
            words_of VARCHAR(40) NOT NULL,
            CONSTRAINT pk_clause_version PRIMARY KEY (clause_id, number),
            CONSTRAINT fk_clause_version_clause_id_clause FOREIGN KEY(clause_id) REFERENCES clause (id),
            CONSTRAINT ck_clause_version_state CHECK (state IN ('proposed', 'in_force', 'replaced', 'ended')),
            CONSTRAINT ck_clause_version_words_of CHECK (words_of IN ('client', 'counselor', 'both'))
        )
        """
    )
    op.execute("CREATE INDEX clause_version_by_state ON clause_version (state, review_on)")
    op.execute("CREATE UNIQUE INDEX clause_version_in_force ON clause_version (clause_id) WHERE state = 'in_force'")


def _make_agreement() -> None:
    op.execute(
        """
        CREATE TABLE agreement (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            agreed_on DATE NOT NULL,
            how VARCHAR(40) NOT NULL,
            review_on DATE,
            fingerprint TEXT NOT NULL,
            clause_count INTEGER NOT NULL,
            CONSTRAINT fk_agreement_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_agreement_how CHECK (how IN ('on_paper', 'verbal'))
        )
        """
    )
    op.execute("CREATE INDEX agreement_by_client ON agreement (client_id, agreed_on)")


def _make_agreement_clause() -> None:
    op.execute(
        """
        CREATE TABLE agreement_clause (
            agreement_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            clause_id INTEGER NOT NULL,
            number INTEGER NOT NULL,
            CONSTRAINT pk_agreement_clause PRIMARY KEY (agreement_id, position),
            CONSTRAINT fk_agreement_clause_version
                FOREIGN KEY(clause_id, number) REFERENCES clause_version (clause_id, number),
            CONSTRAINT uq_agreement_clause_version UNIQUE (clause_id, number, agreement_id),
            CONSTRAINT fk_agreement_clause_agreement_id_agreement
                FOREIGN KEY(agreement_id) REFERENCES agreement (id)
        )
        """
    )
