"""The contacts of some days with everybody, as the drift watch reads them."""

from alembic import op

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    """Make the index."""
    op.execute("CREATE INDEX contact_note_by_time ON contact_note (at)")
