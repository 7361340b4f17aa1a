"""To whom a page was handed, where that is not the client."""

from alembic import op

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    """Give the disclosure ledger a column for the recipient; pages of before went to whom their audience says."""
    op.execute("ALTER TABLE disclosure ADD COLUMN recipient TEXT DEFAULT '' NOT NULL")
