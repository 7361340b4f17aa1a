"""Clients, sessions and the practice."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of clients, of their sessions, and of the practice."""
    _make_client()
    _make_status_change()
    _make_phase_mark()
    _make_practice()
    _make_session()


def _make_client() -> None:
    op.execute(
        """
        CREATE TABLE client (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            code TEXT NOT NULL,
            preferred_name TEXT NOT NULL,
            legal_name TEXT NOT NULL,
            pronouns TEXT NOT NULL,
            born DATE,
            service_type VARCHAR(40) NOT NULL,
            phone TEXT NOT NULL,
            email TEXT NOT NULL,
            presenting TEXT NOT NULL,
            status VARCHAR(40) NOT NULL,
            since DATE NOT NULL,
            CONSTRAINT ck_client_service_type CHECK (service_type IN ('counseling', 'psychotherapy', 'coaching')),
            CONSTRAINT ck_client_status CHECK (status IN ('enquiry', 'waiting', 'active', 'paused', 'closed'))
        )
        """
    )
    op.execute("CREATE UNIQUE INDEX client_by_code ON client (code) WHERE code <> ''")


def _make_status_change() -> None:
    op.execute(
        """
        CREATE TABLE status_change (
            id INTEGER NOT NULL,
            client_id INTEGER NOT NULL,
            status VARCHAR(40) NOT NULL,
            "on" DATE NOT NULL,
            reason TEXT NOT NULL,
            CONSTRAINT pk_status_change PRIMARY KEY (id),
            CONSTRAINT fk_status_change_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_status_change_status
                CHECK (status IN ('enquiry', 'waiting', 'active', 'paused', 'closed'))
        )
        """
    )
    op.execute('CREATE INDEX status_change_by_client ON status_change (client_id, "on")')


def _make_phase_mark() -> None:
    op.execute(
        """
        CREATE TABLE phase_mark (
            client_id INTEGER NOT NULL,
            since DATE NOT NULL,
            phase VARCHAR(40) NOT NULL,
            CONSTRAINT pk_phase_mark PRIMARY KEY (client_id, since),
            CONSTRAINT fk_phase_mark_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_phase_mark_phase CHECK (phase IN ('beginning', 'working', 'change', 'ending'))
        )
        """
    )


def _make_practice() -> None:
    op.execute(
        """
        CREATE TABLE practice (
            id INTEGER NOT NULL,
            practice_name TEXT NOT NULL,
            counselor_name TEXT NOT NULL,
            title TEXT NOT NULL,
            registration_number TEXT NOT NULL,
            letterhead TEXT NOT NULL,
            jurisdiction TEXT NOT NULL,
            paper VARCHAR(40) NOT NULL,
            session_minutes INTEGER NOT NULL,
            lock_after_minutes INTEGER NOT NULL,
            shown_as VARCHAR(40) NOT NULL,
            low_checkin_under DOUBLE,
            backup_folder TEXT NOT NULL,
            recovery_sheet_checked BOOLEAN NOT NULL,
            is_sample BOOLEAN NOT NULL,
            CONSTRAINT pk_practice PRIMARY KEY (id),
            CONSTRAINT ck_practice_one_row CHECK (id = 1),
            CONSTRAINT ck_practice_paper CHECK (paper IN ('a4', 'letter')),
            CONSTRAINT ck_practice_shown_as CHECK (shown_as IN ('initials', 'code'))
        )
        """
    )


def _make_session() -> None:
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
            CONSTRAINT uq_session_client UNIQUE (id, client_id),
            CONSTRAINT ck_session_minutes CHECK (minutes > 0),
            CONSTRAINT fk_session_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_session_modality CHECK (modality IN ('in_person', 'video', 'phone', 'outdoors')),
            CONSTRAINT ck_session_attendance
                CHECK (attendance IN ('planned', 'attended', 'late', 'cancelled', 'did_not_attend')),
            CONSTRAINT ck_session_cancelled_by CHECK (cancelled_by IN ('client', 'counselor'))
        )
        """
    )
    op.execute("CREATE INDEX session_by_attendance ON session (client_id, attendance, starts)")
    op.execute("CREATE INDEX session_by_client ON session (client_id, starts)")
    op.execute("CREATE INDEX session_by_start ON session (starts)")
    op.execute(
        "CREATE INDEX session_without_note ON session (attendance, starts) WHERE note_signed = 0 AND note_put_aside = 0"
    )
