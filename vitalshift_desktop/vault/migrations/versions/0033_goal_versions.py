"""Versions of goals with words for their attainment levels, and tasks with the client's agreement."""

from alembic import op

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

revision = "0033"
down_revision = "0032"

DETAILS = (
    "wording, short, proposed_by, agreed_on, review_on, target, status, much_less, less, hoped, more, much_more,"
    " start_level"
)
SAME = " AND ".join(f"version.{name.strip()} IS NEW.{name.strip()}" for name in DETAILS.split(","))

# What a goal says is always what its last version says, so that nothing of it changes without a version.
TRIGGERS = (
    f"""
    CREATE TRIGGER goal_with_version BEFORE UPDATE ON goal
    WHEN NOT EXISTS (
        SELECT 1 FROM goal_version AS version WHERE version.goal_id = NEW.id
        AND version.number = (SELECT max(number) FROM goal_version WHERE goal_id = NEW.id)
        AND {SAME}
    )
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,  # noqa: S608 -- our own names
)


GOAL = """
    CREATE TABLE goal (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        client_id INTEGER NOT NULL,
        wording TEXT NOT NULL,
        short TEXT NOT NULL,
        proposed_by VARCHAR(40) NOT NULL,
        agreed_on DATE,
        review_on DATE,
        target INTEGER,
        status VARCHAR(40) NOT NULL,
        much_less TEXT DEFAULT '' NOT NULL,
        less TEXT DEFAULT '' NOT NULL,
        hoped TEXT DEFAULT '' NOT NULL,
        more TEXT DEFAULT '' NOT NULL,
        much_more TEXT DEFAULT '' NOT NULL,
        start_level INTEGER DEFAULT '-1' NOT NULL,
        CONSTRAINT ck_goal_target CHECK (target BETWEEN 0 AND 10),
        CONSTRAINT ck_goal_start_level CHECK (start_level BETWEEN -2 AND 2),
        CONSTRAINT fk_goal_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
        CONSTRAINT ck_goal_proposed_by CHECK (proposed_by IN ('client', 'counselor', 'both')),
        CONSTRAINT ck_goal_status CHECK (status IN ('active', 'reached', 'set_aside'))
    )
"""


def upgrade() -> None:
    """Give goals words for their levels and versions, and make the tables of tasks."""
    _add_levels()
    _make_goal_version()
    _make_tasks()
    _fill()
    for trigger in TRIGGERS:
        op.execute(trigger)
    for table in ("goal_version", "task", "task_state"):
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
            )


def _add_levels() -> None:
    kept = ("id", "client_id", "wording", "short", "proposed_by", "agreed_on", "review_on", "target", "status")
    added = dict.fromkeys(("much_less", "less", "hoped", "more", "much_more"), "''") | {"start_level": "-1"}
    rebuild("goal", GOAL, kept, added)
    op.execute("CREATE INDEX goal_by_review ON goal (review_on)")


def _make_goal_version() -> None:
    op.execute(
        """
        CREATE TABLE goal_version (
            goal_id INTEGER NOT NULL,
            number INTEGER NOT NULL,
            wording TEXT NOT NULL,
            short TEXT NOT NULL,
            proposed_by VARCHAR(40) NOT NULL,
            agreed_on DATE,
            review_on DATE,
            target INTEGER,
            status VARCHAR(40) NOT NULL,
            much_less TEXT NOT NULL,
            less TEXT NOT NULL,
            hoped TEXT NOT NULL,
            more TEXT NOT NULL,
            much_more TEXT NOT NULL,
            start_level INTEGER NOT NULL,
            made_at VARCHAR NOT NULL,
            asked_by VARCHAR(40) NOT NULL,
            reason TEXT NOT NULL,
            CONSTRAINT pk_goal_version PRIMARY KEY (goal_id, number),
            CONSTRAINT ck_goal_version_target CHECK (target BETWEEN 0 AND 10),
            CONSTRAINT ck_goal_version_start_level CHECK (start_level BETWEEN -2 AND 2),
            CONSTRAINT fk_goal_version_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id),
            CONSTRAINT ck_goal_version_proposed_by CHECK (proposed_by IN ('client', 'counselor', 'both')),
            CONSTRAINT ck_goal_version_status CHECK (status IN ('active', 'reached', 'set_aside')),
            CONSTRAINT ck_goal_version_asked_by CHECK (asked_by IN ('client', 'counselor', 'both'))
        )
        """
    )


def _make_tasks() -> None:
    op.execute(
        """
        CREATE TABLE task (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            goal_id INTEGER NOT NULL,
            CONSTRAINT fk_task_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT fk_task_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id)
        )
        """
    )
    op.execute("CREATE INDEX task_by_client ON task (client_id)")
    op.execute("CREATE INDEX task_by_goal ON task (goal_id)")
    op.execute(
        """
        CREATE TABLE task_state (
            task_id INTEGER NOT NULL,
            number INTEGER NOT NULL,
            words TEXT NOT NULL,
            kind VARCHAR(40) NOT NULL,
            doer VARCHAR(40) NOT NULL,
            due_on DATE,
            answer VARCHAR(40) NOT NULL,
            answered_on DATE,
            done_on DATE,
            is_removed BOOLEAN NOT NULL,
            made_at VARCHAR NOT NULL,
            CONSTRAINT pk_task_state PRIMARY KEY (task_id, number),
            CONSTRAINT fk_task_state_task_id_task FOREIGN KEY(task_id) REFERENCES task (id),
            CONSTRAINT ck_task_state_kind CHECK (kind IN ('homework', 'method')),
            CONSTRAINT ck_task_state_doer CHECK (doer IN ('client', 'counselor')),
            CONSTRAINT ck_task_state_answer CHECK (answer IN ('agreed', 'proposed', 'declined'))
        )
        """
    )


def _fill() -> None:
    """A goal that has levels started at its first one; and each goal has a first version, made when it was added."""
    op.execute(
        """
        UPDATE goal SET start_level = (
            SELECT level FROM goal_level WHERE goal_level.goal_id = goal.id
            AND rated_on = (SELECT min(rated_on) FROM goal_level AS first WHERE first.goal_id = goal.id)
            ORDER BY recorded_at DESC, goal_level.id DESC LIMIT 1
        )
        WHERE id IN (SELECT goal_id FROM goal_level)
        """
    )
    op.execute(
        f"""
        INSERT INTO goal_version (goal_id, number, {DETAILS}, made_at, asked_by, reason)
        SELECT id, 1, {DETAILS}, COALESCE(
            (SELECT max(at) FROM audit WHERE obj = 'goal:' || goal.id AND what IN ('goal.added', 'goal.changed')),
            (SELECT min(at) FROM audit),
            strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')
        ), proposed_by, '' FROM goal
        """  # noqa: S608 -- our own names
    )
