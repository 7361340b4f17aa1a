"""Reviews that were put off."""

from alembic import op

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    """Make the table; a review has one row at most."""
    op.execute(
        """
        CREATE TABLE review_put_off (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            kind VARCHAR(40) NOT NULL,
            client_id INTEGER,
            object_id INTEGER NOT NULL,
            until DATE NOT NULL,
            recorded_at VARCHAR NOT NULL,
            CONSTRAINT uq_review_put_off UNIQUE (kind, client_id, object_id),
            CONSTRAINT ck_review_put_off_kind CHECK (kind IN (
                'agreement', 'clause', 'commitment', 'goal', 'task', 'measure', 'consent', 'release', 'safety_plan',
                'backup', 'restore_drill'
            )),
            CONSTRAINT fk_review_put_off_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
