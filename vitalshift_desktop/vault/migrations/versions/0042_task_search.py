"""Tasks and the words of levels are found by the full-text search, as words of their goal."""

from alembic import op

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    """A new state of a task marks its goal as to be read again; what exists is marked at once."""
    op.execute(
        """
        CREATE TRIGGER search_task_state_insert AFTER INSERT ON task_state
        WHEN NOT EXISTS (
            SELECT 1 FROM search_stale
            WHERE kind = 4 AND item = (SELECT goal_id FROM task WHERE id = NEW.task_id)
        )
        BEGIN
            INSERT INTO search_stale (kind, item) VALUES (4, (SELECT goal_id FROM task WHERE id = NEW.task_id));
        END
        """
    )
    op.execute("INSERT OR IGNORE INTO search_stale (kind, item) SELECT 4, id FROM goal")
