"""Consents stand in the full-text index, with the words with which they were taken back."""

from alembic import op

revision = "0038"
down_revision = "0037"

CONSENT = 11


def upgrade() -> None:
    """Mark the records there are, and let triggers mark what comes."""
    op.execute(f"INSERT INTO search_stale (kind, item) SELECT {CONSENT}, id FROM consent")  # noqa: S608 - our own number
    for table, item in (("consent", "id"), ("consent_withdrawal", "consent_id")):
        for act, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            op.execute(
                f"""
                CREATE TRIGGER search_{table}_{act.lower()} AFTER {act} ON {table}
                WHEN NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = {CONSENT} AND item = {row}.{item})
                BEGIN INSERT INTO search_stale (kind, item) VALUES ({CONSENT}, {row}.{item}); END
                """  # noqa: S608 - our own names
            )
