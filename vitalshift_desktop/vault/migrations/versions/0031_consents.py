"""Consents and releases, and who may know what."""

from alembic import op

revision = "0031"
down_revision = "0030"

_KEPT = ("consent", "consent_withdrawal", "consent_scan", "may_know", "may_know_cell")


def upgrade() -> None:
    """Make the tables of consents, and the triggers that keep what was recorded."""
    _make_consent()
    _make_withdrawal()
    _make_scan()
    _make_may_know()
    for table in _KEPT:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
            )
    op.execute(
        """
        CREATE TRIGGER may_know_cell_no_insert BEFORE INSERT ON may_know_cell
        WHEN (SELECT COUNT(*) FROM may_know_cell WHERE may_know_id = NEW.may_know_id)
        >= (SELECT cell_count FROM may_know WHERE id = NEW.may_know_id)
        BEGIN SELECT RAISE(ABORT, 'already recorded'); END
        """
    )


def _make_consent() -> None:
    op.execute(
        """
        CREATE TABLE consent (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            kind VARCHAR(40) NOT NULL,
            given_on DATE NOT NULL,
            explained TEXT NOT NULL,
            givers JSON NOT NULL,
            how VARCHAR(40) NOT NULL,
            until DATE,
            scope TEXT NOT NULL,
            recipient TEXT NOT NULL,
            purpose TEXT NOT NULL,
            words TEXT NOT NULL,
            assent VARCHAR(40) NOT NULL,
            assent_words TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            corrects_id INTEGER,
            CONSTRAINT ck_consent_days CHECK (until >= given_on),
            CONSTRAINT uq_consent_corrects UNIQUE (corrects_id),
            CONSTRAINT fk_consent_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_consent_kind CHECK (kind IN (
                'therapy', 'fees', 'online', 'records', 'recording', 'supervision', 'interpreter', 'third_party',
                'release'
            )),
            CONSTRAINT ck_consent_how CHECK (how IN ('on_paper', 'spoken', 'by_message')),
            CONSTRAINT ck_consent_assent CHECK (assent IN ('not_asked', 'agrees', 'unsure', 'does_not_agree')),
            CONSTRAINT fk_consent_corrects_id_consent FOREIGN KEY(corrects_id) REFERENCES consent (id)
        )
        """
    )
    op.execute("CREATE INDEX consent_by_client ON consent (client_id)")
    op.execute("CREATE INDEX consent_until ON consent (until)")


def _make_withdrawal() -> None:
    op.execute(
        """
        CREATE TABLE consent_withdrawal (
            consent_id INTEGER NOT NULL,
            "on" DATE NOT NULL,
            words TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            CONSTRAINT pk_consent_withdrawal PRIMARY KEY (consent_id),
            CONSTRAINT fk_consent_withdrawal_consent_id_consent FOREIGN KEY(consent_id) REFERENCES consent (id)
        )
        """
    )


def _make_scan() -> None:
    op.execute(
        """
        CREATE TABLE consent_scan (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            consent_id INTEGER NOT NULL,
            attachment_id INTEGER NOT NULL,
            linked_at VARCHAR NOT NULL,
            CONSTRAINT fk_consent_scan_consent_id_consent FOREIGN KEY(consent_id) REFERENCES consent (id),
            CONSTRAINT fk_consent_scan_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment (id)
        )
        """
    )
    op.execute("CREATE INDEX consent_scan_by_consent ON consent_scan (consent_id)")
    op.execute("CREATE INDEX consent_scan_by_attachment ON consent_scan (attachment_id)")


def _make_may_know() -> None:
    op.execute(
        """
        CREATE TABLE may_know (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            agreed_on DATE NOT NULL,
            agreed_by TEXT NOT NULL,
            words TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            cell_count INTEGER NOT NULL,
            CONSTRAINT fk_may_know_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
    op.execute("CREATE INDEX may_know_by_client ON may_know (client_id)")
    op.execute(
        """
        CREATE TABLE may_know_cell (
            may_know_id INTEGER NOT NULL,
            person_id INTEGER NOT NULL,
            what VARCHAR(40) NOT NULL,
            answer VARCHAR(40) NOT NULL,
            CONSTRAINT pk_may_know_cell PRIMARY KEY (may_know_id, person_id, what),
            CONSTRAINT fk_may_know_cell_may_know_id_may_know FOREIGN KEY(may_know_id) REFERENCES may_know (id),
            CONSTRAINT fk_may_know_cell_person_id_related_person
                FOREIGN KEY(person_id) REFERENCES related_person (id),
            CONSTRAINT ck_may_know_cell_what CHECK (what IN (
                'attendance', 'fees', 'goals', 'how_it_goes', 'safety', 'measures', 'said', 'letters'
            )),
            CONSTRAINT ck_may_know_cell_answer CHECK (answer IN ('may_know', 'ask_first', 'not'))
        )
        """
    )
    op.execute("CREATE INDEX may_know_cell_by_person ON may_know_cell (person_id)")
