"""Why a version of a clause followed another; one draft of a clause at a time."""

from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Add the reason, which stays as it was agreed like the wording."""
    op.execute("ALTER TABLE clause_version ADD COLUMN reason TEXT DEFAULT '' NOT NULL")
    op.execute("CREATE UNIQUE INDEX clause_version_proposed ON clause_version (clause_id) WHERE state = 'proposed'")
    op.execute("DROP TRIGGER clause_version_no_update")
    op.execute(
        """
        CREATE TRIGGER clause_version_no_update
        BEFORE UPDATE OF clause_id, number, wording, effective_on, negotiated, words_of, reason
        ON clause_version
        WHEN OLD.state <> 'proposed'
        OR EXISTS (SELECT 1 FROM agreement_clause WHERE clause_id = OLD.clause_id AND number = OLD.number)
        BEGIN SELECT RAISE(ABORT, 'already recorded'); END
        """
    )
