"""Rhythms and breaks that were agreed, and replies to reaching out, stand in the full-text index."""

from alembic import op

revision = "0044"
down_revision = "0043"

CONTACT, COMMITMENT, AGREED_BREAK = 3, 14, 15
WATCHED = (
    ("commitment", COMMITMENT, "id"),
    ("agreed_break", AGREED_BREAK, "id"),
    ("outreach_reply", CONTACT, "contact_id"),
)


def upgrade() -> None:
    """Mark the records there are, and let triggers mark what comes."""
    for table, kind, item in WATCHED:
        op.execute(
            f"INSERT OR IGNORE INTO search_stale (kind, item) SELECT {kind}, {item} FROM {table}"  # noqa: S608 - our own names
        )
        for act in ("INSERT", "UPDATE"):  # none of them is ever removed
            op.execute(
                f"""
                CREATE TRIGGER search_{table}_{act.lower()} AFTER {act} ON {table}
                WHEN NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = {kind} AND item = NEW.{item})
                BEGIN INSERT INTO search_stale (kind, item) VALUES ({kind}, NEW.{item}); END
                """  # noqa: S608 - our own names
            )
