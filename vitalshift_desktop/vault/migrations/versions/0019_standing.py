"""Standing appointments, closures, and what is kept about single sessions."""

from alembic import op

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

revision = "0019"
down_revision = "0018"

_KEPT = (
    "id",
    "client_id",
    "starts",
    "zone",
    "minutes",
    "modality",
    "attendance",
    "cancelled_by",
    "late_notice",
    "note_put_aside",
    "note_signed",
    "episode_id",
)

SESSION = """
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
        standing_id INTEGER,
        occurrence DATE,
        CONSTRAINT uq_session_client UNIQUE (id, client_id),
        CONSTRAINT fk_session_episode FOREIGN KEY(episode_id, client_id) REFERENCES episode (id, client_id),
        CONSTRAINT ck_session_minutes CHECK (minutes > 0),
        CONSTRAINT fk_session_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
        CONSTRAINT ck_session_modality CHECK (modality IN ('in_person', 'video', 'phone', 'outdoors')),
        CONSTRAINT ck_session_attendance
            CHECK (attendance IN ('planned', 'attended', 'late', 'cancelled', 'did_not_attend')),
        CONSTRAINT ck_session_cancelled_by CHECK (cancelled_by IN ('client', 'counselor', 'other')),
        CONSTRAINT fk_session_standing_id_standing_appointment
            FOREIGN KEY(standing_id) REFERENCES standing_appointment (id)
    )
"""

# Corrections are kept for ever; where and with whom a session was is sealed with its note.
TRIGGERS = (
    """
    CREATE TRIGGER attendance_change_no_update BEFORE UPDATE ON attendance_change
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    """
    CREATE TRIGGER attendance_change_no_delete BEFORE DELETE ON attendance_change
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
)


# Sealed with the note: which table, at which act, and which of its two rows is looked at.
SEALED = tuple(
    (table, act, row)
    for table in ("session_online", "session_presence")
    for act, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
)


def upgrade() -> None:
    """Make the tables; a session may come from a standing appointment, and be called off by somebody else."""
    _make_standing()
    _make_closure()
    _let_sessions_know()
    _make_absence()
    _make_change()
    _make_online()
    _make_presence()
    for trigger in TRIGGERS:
        op.execute(trigger)
    for table, act, row in SEALED:
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table}"  # noqa: S608 - our own names
            f" WHEN (SELECT signed_at FROM note WHERE session_id = {row}.session_id) IS NOT NULL"
            " BEGIN SELECT RAISE(ABORT, 'the note is signed'); END"
        )


def _make_standing() -> None:
    op.execute(
        """
        CREATE TABLE standing_appointment (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            zone TEXT NOT NULL,
            first_day DATE NOT NULL,
            clock TIME NOT NULL,
            minutes INTEGER NOT NULL,
            every_weeks INTEGER NOT NULL,
            modality VARCHAR(40) NOT NULL,
            until DATE,
            made_until DATE,
            CONSTRAINT ck_standing_appointment_minutes CHECK (minutes > 0),
            CONSTRAINT ck_standing_appointment_every_weeks CHECK (every_weeks > 0),
            CONSTRAINT fk_standing_appointment_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_standing_appointment_modality
                CHECK (modality IN ('in_person', 'video', 'phone', 'outdoors'))
        )
        """
    )
    op.execute("CREATE INDEX standing_by_client ON standing_appointment (client_id)")
    op.execute("CREATE INDEX standing_by_made_until ON standing_appointment (made_until)")


def _make_closure() -> None:
    op.execute(
        """
        CREATE TABLE closure (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            first_day DATE NOT NULL,
            last_day DATE NOT NULL,
            cover TEXT NOT NULL,
            words TEXT NOT NULL,
            lifting VARCHAR(40) NOT NULL,
            CONSTRAINT ck_closure_days CHECK (last_day >= first_day),
            CONSTRAINT ck_closure_lifting CHECK (lifting IN ('leave_out', 'move'))
        )
        """
    )
    op.execute("CREATE INDEX closure_by_days ON closure (first_day, last_day)")


def _let_sessions_know() -> None:
    rebuild("session", SESSION, _KEPT)
    op.execute(
        "CREATE UNIQUE INDEX session_by_occurrence ON session (standing_id, occurrence) WHERE standing_id IS NOT NULL"
    )


def _make_absence() -> None:
    op.execute(
        """
        CREATE TABLE session_absence (
            session_id INTEGER NOT NULL,
            line TEXT NOT NULL,
            notice_hours INTEGER,
            CONSTRAINT pk_session_absence PRIMARY KEY (session_id),
            CONSTRAINT ck_session_absence_notice_hours CHECK (notice_hours >= 0),
            CONSTRAINT fk_session_absence_session_id_session FOREIGN KEY(session_id) REFERENCES session (id)
        )
        """
    )


def _make_change() -> None:
    op.execute(
        """
        CREATE TABLE attendance_change (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            session_id INTEGER NOT NULL,
            at VARCHAR NOT NULL,
            old_attendance VARCHAR(40) NOT NULL,
            old_cancelled_by VARCHAR(40),
            old_late_notice BOOLEAN NOT NULL,
            attendance VARCHAR(40) NOT NULL,
            cancelled_by VARCHAR(40),
            late_notice BOOLEAN NOT NULL,
            reason TEXT NOT NULL,
            CONSTRAINT ck_attendance_change_reason CHECK (reason <> ''),
            CONSTRAINT fk_attendance_change_session_id_session FOREIGN KEY(session_id) REFERENCES session (id),
            CONSTRAINT ck_attendance_change_old_attendance
                CHECK (old_attendance IN ('planned', 'attended', 'late', 'cancelled', 'did_not_attend')),
            CONSTRAINT ck_attendance_change_old_cancelled_by
                CHECK (old_cancelled_by IN ('client', 'counselor', 'other')),
            CONSTRAINT ck_attendance_change_attendance
                CHECK (attendance IN ('planned', 'attended', 'late', 'cancelled', 'did_not_attend')),
            CONSTRAINT ck_attendance_change_cancelled_by CHECK (cancelled_by IN ('client', 'counselor', 'other'))
        )
        """
    )
    op.execute("CREATE INDEX attendance_change_by_session ON attendance_change (session_id, id)")


def _make_online() -> None:
    op.execute(
        """
        CREATE TABLE session_online (
            session_id INTEGER NOT NULL,
            location TEXT NOT NULL,
            location_confirmed BOOLEAN NOT NULL,
            call_back TEXT NOT NULL,
            private_place BOOLEAN NOT NULL,
            platform TEXT NOT NULL,
            interruptions TEXT NOT NULL,
            CONSTRAINT pk_session_online PRIMARY KEY (session_id),
            CONSTRAINT fk_session_online_session_id_session FOREIGN KEY(session_id) REFERENCES session (id)
        )
        """
    )


def _make_presence() -> None:
    op.execute(
        """
        CREATE TABLE session_presence (
            session_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            role VARCHAR(40) NOT NULL,
            related_person_id INTEGER,
            briefing_minutes INTEGER,
            debriefing_minutes INTEGER,
            CONSTRAINT pk_session_presence PRIMARY KEY (session_id, position),
            CONSTRAINT ck_session_presence_briefing_minutes CHECK (briefing_minutes >= 0),
            CONSTRAINT ck_session_presence_debriefing_minutes CHECK (debriefing_minutes >= 0),
            CONSTRAINT fk_session_presence_session_id_session FOREIGN KEY(session_id) REFERENCES session (id),
            CONSTRAINT ck_session_presence_role
                CHECK (role IN ('guardian', 'partner', 'interpreter', 'support', 'colleague', 'other')),
            CONSTRAINT fk_session_presence_related_person_id_related_person
                FOREIGN KEY(related_person_id) REFERENCES related_person (id)
        )
        """
    )
    op.execute("CREATE INDEX session_presence_by_person ON session_presence (related_person_id)")
