"""The days on which all clauses of a client were looked at together."""

from alembic import op

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    """Make the table of reviews, which are never changed or taken out."""
    op.execute(
        """
        CREATE TABLE clause_review (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            reviewed_on DATE NOT NULL,
            session_no INTEGER NOT NULL,
            words TEXT NOT NULL,
            service_type VARCHAR(40) NOT NULL,
            online BOOLEAN NOT NULL,
            with_interpreter BOOLEAN NOT NULL,
            recorded_at VARCHAR NOT NULL,
            CONSTRAINT fk_clause_review_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_clause_review_service_type
                CHECK (service_type IN ('counseling', 'psychotherapy', 'coaching'))
        )
        """
    )
    op.execute("CREATE INDEX clause_review_by_client ON clause_review (client_id, reviewed_on)")
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER clause_review_no_{act.lower()} BEFORE {act} ON clause_review "
            "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
        )
