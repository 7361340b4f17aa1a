"""Episodes: the stretches of work with a client, to which sessions and their numbers belong."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from alembic import op
from sqlalchemy import text

revision = "0013"
down_revision = "0012"

_KEPT = (
    "id, client_id, starts, zone, minutes, modality, attendance, cancelled_by, late_notice, note_put_aside, note_signed"
)
_INDEXES = (
    "CREATE INDEX session_by_start ON session (starts)",
    "CREATE INDEX session_by_client ON session (client_id, starts)",
    "CREATE INDEX session_by_attendance ON session (client_id, attendance, starts)",
    "CREATE INDEX session_by_episode ON session (client_id, episode_id, attendance, starts)",
    "CREATE INDEX session_without_note ON session (attendance, starts) WHERE note_signed = 0 AND note_put_aside = 0",
)


def upgrade() -> None:
    """Every client with sessions, or who was more than an enquiry, gets one episode; their sessions belong to it."""
    _make_episode()
    _open_first_episodes()
    _make_session()


def _make_episode() -> None:
    op.execute(
        """
        CREATE TABLE episode (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            number INTEGER NOT NULL,
            opened_on DATE NOT NULL,
            ended_on DATE,
            ending VARCHAR(40),
            decided_by VARCHAR(40),
            words TEXT NOT NULL,
            CONSTRAINT uq_episode_number UNIQUE (client_id, number),
            CONSTRAINT uq_episode_client UNIQUE (id, client_id),
            CONSTRAINT fk_episode_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_episode_ending
                CHECK (ending IN ('planned', 'unplanned', 'loss_of_contact', 'referred_on')),
            CONSTRAINT ck_episode_decided_by CHECK (decided_by IN ('client', 'counselor', 'both', 'other'))
        )
        """
    )


def _open_first_episodes() -> None:
    """From the first day of each client; ended, with nothing said about how, on the day a client was last closed."""
    connection = op.get_bind()
    first_days = _first_days()
    closed = "SELECT client_id, max(\"on\") FROM status_change WHERE status = 'closed' GROUP BY client_id"
    last_closed: dict[int, str] = {row[0]: row[1] for row in connection.execute(text(closed)).all()}
    for client_id, status, since in connection.execute(text("SELECT id, status, since FROM client ORDER BY id")).all():
        if status == "enquiry" and client_id not in first_days:
            continue
        opened = min(since, first_days.get(client_id, since))
        ended = max(opened, last_closed.get(client_id, since)) if status == "closed" else None
        connection.execute(
            text(
                "INSERT INTO episode (client_id, number, opened_on, ended_on, words)"
                " VALUES (:client, 1, :opened, :ended, '')"
            ),
            {"client": client_id, "opened": opened, "ended": ended},
        )


def _first_days() -> dict[int, str]:
    """The civil day of each client's first session, on the clock of the place where it was written."""
    first = op.get_bind().execute(text("SELECT client_id, min(starts), zone FROM session GROUP BY client_id")).all()
    return {client_id: _civil_day(starts, zone).isoformat() for client_id, starts, zone in first}


def _civil_day(starts: str, zone: str) -> date:
    return datetime.fromisoformat(starts).astimezone(ZoneInfo(zone)).date()


def _make_session() -> None:
    # Made anew instead of altered, so that its text is that of a table made today; what refers to it goes on to.
    op.execute("PRAGMA legacy_alter_table=ON")
    op.execute("ALTER TABLE session RENAME TO session_before")
    op.execute("PRAGMA legacy_alter_table=OFF")
    op.execute(
        """
        CREATE TABLE session (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            starts VARCHAR NOT NULL,
            zone TEXT NOT NULL,
            minutes INTEGER NOT NULL,
            modality VARCHAR(40) NOT NULL,
            attendance VARCHAR(40) NOT NULL,
            cancelled_by VARCHAR(40),
            late_notice BOOLEAN NOT NULL,
            note_put_aside BOOLEAN NOT NULL,
            note_signed BOOLEAN DEFAULT 0 NOT NULL,
            episode_id INTEGER,
            CONSTRAINT uq_session_client UNIQUE (id, client_id),
            CONSTRAINT fk_session_episode FOREIGN KEY(episode_id, client_id) REFERENCES episode (id, client_id),
            CONSTRAINT ck_session_minutes CHECK (minutes > 0),
            CONSTRAINT fk_session_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_session_modality CHECK (modality IN ('in_person', 'video', 'phone', 'outdoors')),
            CONSTRAINT ck_session_attendance
                CHECK (attendance IN ('planned', 'attended', 'late', 'cancelled', 'did_not_attend')),
            CONSTRAINT ck_session_cancelled_by CHECK (cancelled_by IN ('client', 'counselor'))
        )
        """
    )
    own = "(SELECT episode.id FROM episode WHERE episode.client_id = session_before.client_id)"
    op.execute(f"INSERT INTO session ({_KEPT}, episode_id) SELECT {_KEPT}, {own} FROM session_before")  # noqa: S608 - our own column names
    _go_on_counting_ids()
    op.execute("DROP TABLE session_before")
    for index in _INDEXES:
        op.execute(index)


def _go_on_counting_ids() -> None:
    """The id of a session that was removed is not given again."""
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'session'")
    op.execute("UPDATE sqlite_sequence SET name = 'session' WHERE name = 'session_before'")
