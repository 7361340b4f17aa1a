"""The contacts of some days with everybody, as the drift watch reads them."""

from alembic import op

revision = "0048"
down_revision = "0047"


def upgrade() -> None:
    """Make the index."""
    op.execute("CREATE INDEX contact_note_by_time ON contact_note (at)")
