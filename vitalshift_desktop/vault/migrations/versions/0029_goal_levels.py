"""How far goals are attained, from -2 to 2, with their weights."""

from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Make the table of levels; a level is never changed, a later one counts."""
    op.execute(
        """
        CREATE TABLE goal_level (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            goal_id INTEGER NOT NULL,
            level INTEGER NOT NULL,
            importance INTEGER NOT NULL,
            difficulty INTEGER NOT NULL,
            rated_on DATE NOT NULL,
            recorded_at VARCHAR NOT NULL,
            CONSTRAINT ck_goal_level_level CHECK (level BETWEEN -2 AND 2),
            CONSTRAINT ck_goal_level_importance CHECK (importance BETWEEN 0 AND 3),
            CONSTRAINT ck_goal_level_difficulty CHECK (difficulty BETWEEN 0 AND 3),
            CONSTRAINT fk_goal_level_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id)
        )
        """
    )
    op.execute("CREATE INDEX goal_level_by_goal ON goal_level (goal_id)")
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER goal_level_no_{act.lower()} BEFORE {act} ON goal_level "
            "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
        )
