"""Safety plans stand in the full-text index."""

from alembic import op

revision = "0020"
down_revision = "0019"

SAFETY_PLAN = 7


def upgrade() -> None:
    """Mark the versions there are, and let triggers mark what comes."""
    op.execute(f"INSERT INTO search_stale (kind, item) SELECT {SAFETY_PLAN}, id FROM safety_plan")  # noqa: S608 - our own number
    for act, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
        op.execute(
            f"""
            CREATE TRIGGER search_safety_plan_{act.lower()} AFTER {act} ON safety_plan
            WHEN NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = {SAFETY_PLAN} AND item = {row}.id)
            BEGIN INSERT INTO search_stale (kind, item) VALUES ({SAFETY_PLAN}, {row}.id); END
            """  # noqa: S608 - our own names
        )
