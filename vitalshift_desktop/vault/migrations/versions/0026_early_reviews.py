"""The review sheets of sessions 3 and 5."""

from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Make the table of the sheets."""
    op.execute(
        """
        CREATE TABLE early_review (
            episode_id INTEGER NOT NULL,
            number INTEGER NOT NULL,
            helps TEXT NOT NULL,
            goals TEXT NOT NULL,
            tasks TEXT NOT NULL,
            bond TEXT NOT NULL,
            changes TEXT NOT NULL,
            talked_on DATE,
            changed_at VARCHAR NOT NULL,
            CONSTRAINT pk_early_review PRIMARY KEY (episode_id, number),
            CONSTRAINT fk_early_review_episode_id_episode FOREIGN KEY(episode_id) REFERENCES episode (id)
        )
        """
    )
