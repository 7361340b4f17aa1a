"""Looks at all clauses that were written down by mistake."""

from alembic import op

revision = "0047"
down_revision = "0046"


def upgrade() -> None:
    """Make the table of reviews that were taken back; neither they nor this is ever changed or taken out."""
    op.execute(
        """
        CREATE TABLE clause_review_taken_back (
            review_id INTEGER NOT NULL,
            taken_back_at VARCHAR NOT NULL,
            CONSTRAINT pk_clause_review_taken_back PRIMARY KEY (review_id),
            CONSTRAINT fk_clause_review_taken_back_review_id_clause_review
                FOREIGN KEY(review_id) REFERENCES clause_review (id)
        )
        """
    )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER clause_review_taken_back_no_{act.lower()} BEFORE {act} ON clause_review_taken_back "
            "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
        )
