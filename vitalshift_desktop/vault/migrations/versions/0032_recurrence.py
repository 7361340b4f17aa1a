"""Richer rules for reminders, and what a reminder is about."""

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

revision = "0032"
down_revision = "0031"

REMINDER = """
        CREATE TABLE reminder (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER,
            title TEXT NOT NULL,
            kind VARCHAR(40) NOT NULL,
            due_on DATE NOT NULL,
            at TIME,
            zone TEXT NOT NULL,
            repeat_every INTEGER,
            repeat_unit VARCHAR(40),
            anchor DATE NOT NULL,
            is_open BOOLEAN NOT NULL,
            repeat_on TEXT DEFAULT '' NOT NULL,
            counted VARCHAR(40) DEFAULT 'calendar' NOT NULL,
            repeat_until DATE,
            repeat_times INTEGER,
            session_from DATE,
            goal_id INTEGER,
            clause_id INTEGER,
            measure TEXT DEFAULT '' NOT NULL,
            CONSTRAINT ck_reminder_repeat CHECK ((repeat_every IS NULL) = (repeat_unit IS NULL)),
            CONSTRAINT ck_reminder_repeat_on CHECK (repeat_on = '' OR repeat_unit IN ('weeks', 'months')),
            CONSTRAINT ck_reminder_one_end CHECK (repeat_until IS NULL OR repeat_times IS NULL),
            CONSTRAINT ck_reminder_repeat_times CHECK (repeat_times > 0),
            CONSTRAINT fk_reminder_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_reminder_kind CHECK (kind IN ('check_in', 'task', 'review')),
            CONSTRAINT ck_reminder_repeat_unit CHECK (repeat_unit IN ('days', 'weeks', 'months', 'sessions')),
            CONSTRAINT ck_reminder_counted CHECK (counted IN ('calendar', 'done')),
            CONSTRAINT fk_reminder_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE SET NULL,
            CONSTRAINT fk_reminder_clause_id_clause FOREIGN KEY(clause_id) REFERENCES clause (id) ON DELETE SET NULL
        )
        """
KEPT = (
    "id",
    "client_id",
    "title",
    "kind",
    "due_on",
    "at",
    "zone",
    "repeat_every",
    "repeat_unit",
    "anchor",
    "is_open",
)


def upgrade() -> None:
    """Make the table anew with the new columns; a rule of before counts by the calendar, as it did."""
    rebuild("reminder", REMINDER, KEPT)
