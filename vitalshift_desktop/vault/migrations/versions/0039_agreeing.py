"""How and by whom an agreement was made, its pages, and who received it."""

from alembic import op

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

revision = "0039"
down_revision = "0038"

AGREEMENT = """
    CREATE TABLE agreement (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        client_id INTEGER NOT NULL,
        agreed_on DATE NOT NULL,
        how VARCHAR(40) NOT NULL,
        review_on DATE,
        fingerprint TEXT NOT NULL,
        clause_count INTEGER NOT NULL,
        party_count INTEGER DEFAULT 0 NOT NULL,
        words TEXT DEFAULT '' NOT NULL,
        serial TEXT DEFAULT '' NOT NULL,
        CONSTRAINT fk_agreement_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
        CONSTRAINT ck_agreement_how CHECK (how IN ('on_paper', 'drawn', 'verbal'))
    )
"""
COLUMNS = ("id", "client_id", "agreed_on", "how", "review_on", "fingerprint", "clause_count")

PARTY = """
    CREATE TABLE agreement_party (
        agreement_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind VARCHAR(40) NOT NULL,
        name TEXT NOT NULL,
        drawing TEXT NOT NULL,
        CONSTRAINT pk_agreement_party PRIMARY KEY (agreement_id, position),
        CONSTRAINT fk_agreement_party_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
        CONSTRAINT ck_agreement_party_kind CHECK (kind IN ('client', 'guardian', 'substitute'))
    )
"""
SCAN = """
    CREATE TABLE agreement_scan (
        agreement_id INTEGER NOT NULL,
        attachment_id INTEGER NOT NULL,
        CONSTRAINT pk_agreement_scan PRIMARY KEY (agreement_id, attachment_id),
        CONSTRAINT fk_agreement_scan_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
        CONSTRAINT fk_agreement_scan_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment (id)
    )
"""
COPY = """
    CREATE TABLE agreement_copy (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        agreement_id INTEGER NOT NULL,
        "on" DATE NOT NULL,
        to_whom TEXT NOT NULL,
        way VARCHAR(40) NOT NULL,
        serial TEXT NOT NULL,
        CONSTRAINT fk_agreement_copy_agreement_id_agreement FOREIGN KEY(agreement_id) REFERENCES agreement (id),
        CONSTRAINT ck_agreement_copy_way CHECK (way IN ('handed_over', 'by_post', 'as_file', 'shown'))
    )
"""
PAGE = """
    CREATE TABLE signing_page (
        serial TEXT NOT NULL,
        client_id INTEGER NOT NULL,
        printed_on DATE NOT NULL,
        review_on DATE,
        set_aside_on DATE,
        clause_count INTEGER NOT NULL,
        CONSTRAINT pk_signing_page PRIMARY KEY (serial),
        CONSTRAINT fk_signing_page_serial_disclosure FOREIGN KEY(serial) REFERENCES disclosure (serial),
        CONSTRAINT fk_signing_page_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
    )
"""
PAGE_CLAUSE = """
    CREATE TABLE signing_page_clause (
        serial TEXT NOT NULL,
        position INTEGER NOT NULL,
        topic VARCHAR(40) NOT NULL,
        wording TEXT NOT NULL,
        negotiated BOOLEAN NOT NULL,
        words_of VARCHAR(40) NOT NULL,
        reason TEXT NOT NULL,
        clause_id INTEGER,
        CONSTRAINT pk_signing_page_clause PRIMARY KEY (serial, position),
        CONSTRAINT fk_signing_page_clause_serial_signing_page FOREIGN KEY(serial) REFERENCES signing_page (serial),
        CONSTRAINT ck_signing_page_clause_topic CHECK (topic IN (
            'length_and_place', 'fees', 'cancellation', 'contact', 'emergencies', 'confidentiality', 'supervision',
            'records', 'social_media', 'chance_meetings', 'gifts', 'touch', 'self_disclosure', 'dual_relationships',
            'recording', 'online', 'minors', 'interpreter', 'endings'
        )),
        CONSTRAINT ck_signing_page_clause_words_of CHECK (words_of IN ('client', 'counselor', 'both'))
    )
"""
INDEXES = (
    "CREATE INDEX agreement_scan_by_attachment ON agreement_scan (attachment_id)",
    "CREATE INDEX agreement_copy_by_agreement ON agreement_copy (agreement_id)",
    "CREATE INDEX signing_page_by_client ON signing_page (client_id)",
)
# A page can be set aside and taken back; what stands on it never changes. A copy with a serial is in the ledger too.
_NEVER = (
    ("agreement_party", "UPDATE", ""),
    ("agreement_party", "DELETE", ""),
    ("agreement_scan", "UPDATE", ""),
    ("agreement_copy", "UPDATE", ""),
    ("agreement_copy", "DELETE", "WHEN OLD.serial <> ''"),
    ("signing_page", "UPDATE OF serial, client_id, printed_on, review_on, clause_count", ""),
    ("signing_page", "DELETE", ""),
    ("signing_page_clause", "UPDATE", ""),
    ("signing_page_clause", "DELETE", ""),
)
TRIGGERS = (
    *(
        f"CREATE TRIGGER {table}_no_{act.split()[0].lower()} BEFORE {act} ON {table} {when} "
        "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
        for table, act, when in _NEVER
    ),
    """
    CREATE TRIGGER agreement_party_no_insert BEFORE INSERT ON agreement_party
    WHEN (SELECT COUNT(*) FROM agreement_party WHERE agreement_id = NEW.agreement_id)
    >= (SELECT party_count FROM agreement WHERE id = NEW.agreement_id)
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER signing_page_clause_no_insert BEFORE INSERT ON signing_page_clause
    WHEN (SELECT COUNT(*) FROM signing_page_clause WHERE serial = NEW.serial)
    >= (SELECT clause_count FROM signing_page WHERE serial = NEW.serial)
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER attachment_no_delete_scan BEFORE DELETE ON attachment
    WHEN EXISTS (SELECT 1 FROM agreement_scan WHERE attachment_id = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'the document is the scan of an agreement'); END
    """,
)


def upgrade() -> None:
    """Say of each agreement how and by whom it was made; make the tables of its pages and of those who have it."""
    rebuild("agreement", AGREEMENT, COLUMNS)
    op.execute("CREATE UNIQUE INDEX agreement_by_serial ON agreement (serial) WHERE serial <> ''")
    for statement in (PARTY, SCAN, COPY, PAGE, PAGE_CLAUSE, *INDEXES, *TRIGGERS):
        op.execute(statement)
