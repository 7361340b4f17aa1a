"""What clause versions permit between sessions; what was written about agreements stands in the full-text index."""

from alembic import op

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

revision = "0045"
down_revision = "0044"

BOUNDARY_EVENT, WORKSHEET, CONSULTATION = 8, 9, 10


def upgrade() -> None:
    """Make the table of rules, and let triggers mark what is to be read into the index."""
    op.execute(
        """
        CREATE TABLE contact_rule (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            clause_id INTEGER,
            number INTEGER,
            kinds TEXT NOT NULL,
            weekdays TEXT NOT NULL,
            begins TIME,
            ends TIME,
            recorded_at VARCHAR NOT NULL,
            signer TEXT NOT NULL,
            CONSTRAINT ck_contact_rule_clause CHECK ((clause_id IS NULL) = (number IS NULL)),
            CONSTRAINT ck_contact_rule_hours
                CHECK ((weekdays = '') = (begins IS NULL) AND (begins IS NULL) = (ends IS NULL)),
            CONSTRAINT fk_contact_rule_version
                FOREIGN KEY(clause_id, number) REFERENCES clause_version (clause_id, number)
        )
        """
    )
    op.execute("CREATE INDEX contact_rule_by_clause ON contact_rule (clause_id, number)")
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER contact_rule_no_{act.lower()} BEFORE {act} ON contact_rule "
            "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
        )
    _give_worksheets_their_day()
    for table, kind, item in (
        ("boundary_event", BOUNDARY_EVENT, "id"),
        ("boundary_event_addition", BOUNDARY_EVENT, "event_id"),
        ("boundary_worksheet", WORKSHEET, "id"),
        ("worksheet_addition", WORKSHEET, "worksheet_id"),
        ("consultation", CONSULTATION, "id"),
    ):
        _watch(table, kind, item)


def _give_worksheets_their_day() -> None:
    kept = (
        "id", "client_id", "clause_id", "what", "why", "whose_need", "alternatives", "consulted", "written_at",
        "changed_at", "version", "happened", "happened_on", "closed_at", "signer",
    )  # fmt: skip
    create = """
        CREATE TABLE boundary_worksheet (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            clause_id INTEGER,
            what TEXT NOT NULL,
            why TEXT NOT NULL,
            whose_need TEXT NOT NULL,
            alternatives TEXT NOT NULL,
            consulted TEXT NOT NULL,
            written_on DATE NOT NULL,
            written_at VARCHAR NOT NULL,
            changed_at VARCHAR NOT NULL,
            version INTEGER NOT NULL,
            happened TEXT NOT NULL,
            happened_on DATE,
            closed_at VARCHAR,
            signer TEXT NOT NULL,
            CONSTRAINT ck_boundary_worksheet_closed CHECK ((closed_at IS NULL) = (happened_on IS NULL)),
            CONSTRAINT fk_boundary_worksheet_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT fk_boundary_worksheet_clause_id_clause FOREIGN KEY(clause_id) REFERENCES clause (id)
        )
        """
    rebuild("boundary_worksheet", create, kept, {"written_on": "substr(written_at, 1, 10)"})


def _watch(table: str, kind: int, item: str) -> None:
    if item == "id":
        op.execute(f"INSERT INTO search_stale (kind, item) SELECT {kind}, id FROM {table}")  # noqa: S608 - our own names
    for act, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
        op.execute(
            f"""
            CREATE TRIGGER search_{table}_{act.lower()} AFTER {act} ON {table}
            WHEN NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = {kind} AND item = {row}.{item})
            BEGIN INSERT INTO search_stale (kind, item) VALUES ({kind}, {row}.{item}); END
            """  # noqa: S608 - our own names
        )
