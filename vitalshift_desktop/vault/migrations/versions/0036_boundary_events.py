"""Notes on agreements, worksheets for before and after, and the consultation log."""

from alembic import op

revision = "0036"
down_revision = "0035"

_KEPT = ("boundary_event", "boundary_event_addition", "clause_look", "worksheet_addition", "consultation")


def upgrade() -> None:
    """Make the tables, and the triggers that keep what was written."""
    _make_worksheet()
    _make_event()
    _make_event_addition()
    _make_look()
    _make_worksheet_addition()
    _make_consultation()
    for table in _KEPT:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
            )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER boundary_worksheet_no_{act.lower()} BEFORE {act} ON boundary_worksheet "
            "WHEN OLD.closed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
        )
    op.execute(
        "CREATE TRIGGER worksheet_addition_no_insert BEFORE INSERT ON worksheet_addition "
        "WHEN (SELECT closed_at FROM boundary_worksheet WHERE id = NEW.worksheet_id) IS NULL "
        "BEGIN SELECT RAISE(ABORT, 'worksheet is open'); END"
    )


def _make_worksheet() -> None:
    op.execute(
        """
        CREATE TABLE boundary_worksheet (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            clause_id INTEGER,
            what TEXT NOT NULL,
            why TEXT NOT NULL,
            whose_need TEXT NOT NULL,
            alternatives TEXT NOT NULL,
            consulted TEXT NOT NULL,
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
    )
    op.execute("CREATE INDEX boundary_worksheet_by_client ON boundary_worksheet (client_id)")
    op.execute("CREATE INDEX boundary_worksheet_by_clause ON boundary_worksheet (clause_id)")


def _make_event() -> None:
    op.execute(
        """
        CREATE TABLE boundary_event (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            clause_id INTEGER NOT NULL,
            number INTEGER NOT NULL,
            contact_id INTEGER,
            worksheet_id INTEGER,
            day DATE NOT NULL,
            at TIME,
            zone TEXT NOT NULL,
            conduct VARCHAR(40) NOT NULL,
            started_by VARCHAR(40) NOT NULL,
            planned BOOLEAN NOT NULL,
            facts TEXT NOT NULL,
            client_words TEXT NOT NULL,
            thinking TEXT NOT NULL,
            consulted TEXT NOT NULL,
            discussed_on DATE,
            reaction TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            signer TEXT NOT NULL,
            CONSTRAINT fk_boundary_event_version
                FOREIGN KEY(clause_id, number) REFERENCES clause_version (clause_id, number),
            CONSTRAINT fk_boundary_event_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT fk_boundary_event_contact_id_contact_note FOREIGN KEY(contact_id) REFERENCES contact_note (id),
            CONSTRAINT fk_boundary_event_worksheet_id_boundary_worksheet
                FOREIGN KEY(worksheet_id) REFERENCES boundary_worksheet (id),
            CONSTRAINT ck_boundary_event_conduct CHECK (conduct IN ('counselor', 'client')),
            CONSTRAINT ck_boundary_event_started_by CHECK (started_by IN ('client', 'counselor', 'third_party'))
        )
        """
    )
    op.execute("CREATE INDEX boundary_event_by_client ON boundary_event (client_id, day)")
    op.execute("CREATE INDEX boundary_event_by_clause ON boundary_event (clause_id, number)")
    op.execute("CREATE INDEX boundary_event_by_contact ON boundary_event (contact_id)")
    op.execute("CREATE INDEX boundary_event_by_worksheet ON boundary_event (worksheet_id)")


def _make_event_addition() -> None:
    op.execute(
        """
        CREATE TABLE boundary_event_addition (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            event_id INTEGER NOT NULL,
            kind VARCHAR(40) NOT NULL,
            text TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            signer TEXT NOT NULL,
            event_class VARCHAR(40),
            on_day DATE,
            CONSTRAINT fk_boundary_event_addition_event_id_boundary_event
                FOREIGN KEY(event_id) REFERENCES boundary_event (id),
            CONSTRAINT ck_boundary_event_addition_kind CHECK (kind IN ('words', 'class', 'talked', 'set_aside')),
            CONSTRAINT ck_boundary_event_addition_event_class CHECK (event_class IN (
                'crossing_helpful', 'crossing_neutral', 'crossing_harmful', 'violation',
                'kept', 'stretched', 'not_kept', 'needs_rewording'
            ))
        )
        """
    )
    op.execute("CREATE INDEX boundary_event_addition_by_event ON boundary_event_addition (event_id)")


def _make_look() -> None:
    op.execute(
        """
        CREATE TABLE clause_look (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            clause_id INTEGER NOT NULL,
            client_id INTEGER NOT NULL,
            looked_on DATE NOT NULL,
            words TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            signer TEXT NOT NULL,
            CONSTRAINT fk_clause_look_clause_id_clause FOREIGN KEY(clause_id) REFERENCES clause (id),
            CONSTRAINT fk_clause_look_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
    op.execute("CREATE INDEX clause_look_by_client ON clause_look (client_id)")


def _make_worksheet_addition() -> None:
    op.execute(
        """
        CREATE TABLE worksheet_addition (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            worksheet_id INTEGER NOT NULL,
            text TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            signer TEXT NOT NULL,
            CONSTRAINT fk_worksheet_addition_worksheet_id_boundary_worksheet
                FOREIGN KEY(worksheet_id) REFERENCES boundary_worksheet (id)
        )
        """
    )
    op.execute("CREATE INDEX worksheet_addition_by_worksheet ON worksheet_addition (worksheet_id)")


def _make_consultation() -> None:
    op.execute(
        """
        CREATE TABLE consultation (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER,
            on_day DATE NOT NULL,
            whom TEXT NOT NULL,
            question TEXT NOT NULL,
            advised TEXT NOT NULL,
            decided TEXT NOT NULL,
            recorded_at VARCHAR NOT NULL,
            signer TEXT NOT NULL,
            replaces_id INTEGER,
            CONSTRAINT fk_consultation_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT fk_consultation_replaces_id_consultation
                FOREIGN KEY(replaces_id) REFERENCES consultation (id)
        )
        """
    )
    op.execute("CREATE INDEX consultation_by_client ON consultation (client_id)")
    op.execute("CREATE INDEX consultation_by_day ON consultation (on_day)")
    op.execute("CREATE UNIQUE INDEX consultation_replaced ON consultation (replaces_id)")
