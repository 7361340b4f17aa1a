"""What hangs on a goal, a clause, a reminder or a scan is kept also from statements that reach it by its parent."""

from alembic import op

revision = "0046"
down_revision = "0045"

_SCAN = (
    "EXISTS (SELECT 1 FROM agreement_scan WHERE attachment_id = OLD.id)"
    " OR EXISTS (SELECT 1 FROM consent_scan WHERE attachment_id = OLD.id)"
)
# Name, act and when. A statement that replaces a row deletes the old one first, so that a trigger sees it.
_REFUSED = (
    ("goal_stays", "BEFORE UPDATE OF id, client_id ON goal", ""),
    ("goal_no_delete", "BEFORE DELETE ON goal", "EXISTS (SELECT 1 FROM goal_version WHERE goal_id = OLD.id)"),
    ("clause_no_delete", "BEFORE DELETE ON clause", "EXISTS (SELECT 1 FROM clause_version WHERE clause_id = OLD.id)"),
    (
        "goal_version_no_insert",
        "BEFORE INSERT ON goal_version",
        "NEW.number <= (SELECT max(number) FROM goal_version WHERE goal_id = NEW.goal_id)",
    ),
    (
        "task_state_no_insert",
        "BEFORE INSERT ON task_state",
        "NEW.number <= (SELECT max(number) FROM task_state WHERE task_id = NEW.task_id)",
    ),
    (
        "commitment_no_insert",
        "BEFORE INSERT ON commitment",
        "NEW.number <= (SELECT max(number) FROM commitment WHERE episode_id = NEW.episode_id)",
    ),
    ("reminder_history_no_update", "BEFORE UPDATE ON reminder_history", ""),
    (
        "reminder_history_no_delete",  # it goes with its reminder alone
        "BEFORE DELETE ON reminder_history",
        "EXISTS (SELECT 1 FROM reminder WHERE id = OLD.reminder_id)",
    ),
    ("session_move_no_update", "BEFORE UPDATE ON session_move", ""),
    ("attachment_scan_stays", "BEFORE UPDATE OF id, client_id, kind, size, sha256 ON attachment", _SCAN),
)


def upgrade() -> None:
    """Add the triggers."""
    for name, act, when in _REFUSED:
        condition = f"WHEN {when} " if when else ""
        op.execute(f"CREATE TRIGGER {name} {act} {condition}BEGIN SELECT RAISE(ABORT, 'already recorded'); END")
