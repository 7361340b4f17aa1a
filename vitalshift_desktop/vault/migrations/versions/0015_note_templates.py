"""Templates of notes as data: a note keeps its headings, own templates, and what kind of thing is added to a note."""

from alembic import op

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

revision = "0015"
down_revision = "0014"

# A template that notes were begun from can be put away, but not taken out.
IN_USE = """
    CREATE TRIGGER note_template_in_use BEFORE DELETE ON note_template
    WHEN EXISTS (SELECT 1 FROM note WHERE template = 'own:' || OLD.id)
    BEGIN SELECT RAISE(ABORT, 'still in use'); END
    """


def upgrade() -> None:
    """Let a note name any template; signed notes stay as they are, byte for byte."""
    _rebuild_note()
    _rebuild_note_text()
    _rebuild_addendum()
    _make_templates()
    _make_setting()
    op.execute(IN_USE)


def _rebuild_note() -> None:
    rebuild(
        "note",
        """
        CREATE TABLE note (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            session_id INTEGER NOT NULL,
            client_id INTEGER NOT NULL,
            template TEXT NOT NULL,
            created_at VARCHAR NOT NULL,
            changed_at VARCHAR NOT NULL,
            version INTEGER NOT NULL,
            signed_at VARCHAR,
            signer TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            CONSTRAINT fk_note_session FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id),
            CONSTRAINT uq_note_session UNIQUE (session_id)
        )
        """,
        (
            "id", "session_id", "client_id", "template", "created_at", "changed_at", "version", "signed_at", "signer",
            "fingerprint",
        ),
    )  # fmt: skip
    op.execute("CREATE INDEX note_by_template ON note (template)")


def _rebuild_note_text() -> None:
    rebuild(
        "note_text",
        """
        CREATE TABLE note_text (
            note_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            "key" TEXT NOT NULL,
            text TEXT NOT NULL,
            heading TEXT DEFAULT '' NOT NULL,
            alike INTEGER,
            CONSTRAINT pk_note_text PRIMARY KEY (note_id, position),
            CONSTRAINT ck_note_text_alike CHECK (alike BETWEEN 0 AND 100),
            CONSTRAINT fk_note_text_note_id_note FOREIGN KEY(note_id) REFERENCES note (id)
        )
        """,
        ("note_id", "position", "key", "text"),
    )


def _rebuild_addendum() -> None:
    rebuild(
        "addendum",
        """
        CREATE TABLE addendum (
            id INTEGER NOT NULL,
            note_id INTEGER NOT NULL,
            text TEXT NOT NULL,
            reason TEXT NOT NULL,
            written_at VARCHAR NOT NULL,
            service_day DATE NOT NULL,
            signer TEXT NOT NULL,
            kind VARCHAR(40) DEFAULT 'addendum' NOT NULL,
            CONSTRAINT pk_addendum PRIMARY KEY (id),
            CONSTRAINT fk_addendum_note_id_note FOREIGN KEY(note_id) REFERENCES note (id),
            CONSTRAINT ck_addendum_kind CHECK (kind IN ('late_entry', 'addendum', 'amendment'))
        )
        """,
        ("id", "note_id", "text", "reason", "written_at", "service_day", "signer"),
    )


def _make_templates() -> None:
    op.execute(
        """
        CREATE TABLE note_template (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            repeats BOOLEAN NOT NULL,
            put_away BOOLEAN NOT NULL
        )
        """
    )
    op.execute(
        """
        CREATE TABLE note_template_heading (
            template_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            "key" TEXT NOT NULL,
            words TEXT NOT NULL,
            hint TEXT NOT NULL,
            CONSTRAINT pk_note_template_heading PRIMARY KEY (template_id, position),
            CONSTRAINT uq_note_template_heading_key UNIQUE (template_id, "key"),
            CONSTRAINT fk_note_template_heading_template_id_note_template FOREIGN KEY(template_id)
                REFERENCES note_template (id)
        )
        """
    )


def _make_setting() -> None:
    op.execute(
        """
        CREATE TABLE note_setting (
            id INTEGER NOT NULL,
            usual_template TEXT NOT NULL,
            late_hours VARCHAR NOT NULL,
            CONSTRAINT pk_note_setting PRIMARY KEY (id),
            CONSTRAINT ck_note_setting_one_row CHECK (id = 1)
        )
        """
    )
