"""What was being written when the vault was locked, and the two times after which it locks."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table of drafts; the time that was set so far stays that of the app not being used."""
    _make_draft()
    _add_times()


def _make_draft() -> None:
    op.execute(
        """
        CREATE TABLE draft (
            place VARCHAR NOT NULL,
            fields TEXT NOT NULL,
            base TEXT NOT NULL,
            at VARCHAR NOT NULL,
            CONSTRAINT pk_draft PRIMARY KEY (place)
        )
        """
    )


def _add_times() -> None:
    # Made anew instead of altered, so that its text is that of a table made today.
    op.execute("ALTER TABLE practice RENAME TO practice_before")
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
            idle_lock_minutes INTEGER NOT NULL,
            lock_after_minutes INTEGER NOT NULL,
            lock_when_minimized BOOLEAN NOT NULL,
            shown_as VARCHAR(40) NOT NULL,
            low_checkin_under DOUBLE,
            recovery_sheet_checked BOOLEAN NOT NULL,
            is_sample BOOLEAN NOT NULL,
            CONSTRAINT pk_practice PRIMARY KEY (id),
            CONSTRAINT ck_practice_one_row CHECK (id = 1),
            CONSTRAINT ck_practice_paper CHECK (paper IN ('a4', 'letter')),
            CONSTRAINT ck_practice_shown_as CHECK (shown_as IN ('initials', 'code'))
        )
        """
    )
    kept = (
        "id, practice_name, counselor_name, title, registration_number, letterhead, jurisdiction, paper,"
        " session_minutes, lock_after_minutes, shown_as, low_checkin_under, recovery_sheet_checked,"
        " is_sample"
    )
    op.execute(
        f"INSERT INTO practice ({kept}, idle_lock_minutes, lock_when_minimized)"  # noqa: S608 - our own column names
        f" SELECT {kept}, 5, 0 FROM practice_before"
    )
    op.execute("DROP TABLE practice_before")
