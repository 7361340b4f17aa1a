"""What each form was scored with is kept beside it; own instruments, switches and licences."""

import hashlib
import json
from typing import Any

from alembic import op
from sqlalchemy import text

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

revision = "0028"
down_revision = "0027"

# The instruments of the releases before this one, as they scored: no bands and no cut-offs were known to them.
CHECKIN: dict[str, Any] = {
    "id": "vs_checkin",
    "version": "1",
    "name": "Session check-in",
    "full_name": "VitalShift session check-in",
    "licence": "wording",
    "notice": "Our own short form. It is not a validated scale; compare a client only with themselves.",
    "source": "VitalShift's own wording. Score: mean of the four answers, one decimal.",
    "key_source": {"standing": "D", "words": "VitalShift rule: the mean of the four answers"},
    "low": 0,
    "high": 10,
    "items": [
        {
            "key": "goals",
            "client_words": "My counselor and I want the same thing from this work.",
            "counselor_words": "My client and I want the same thing from this work.",
        },
        {
            "key": "tasks",
            "client_words": "What we did makes sense for getting there.",
            "counselor_words": "What we did makes sense for getting there.",
        },
        {
            "key": "bond",
            "client_words": "I trust how my counselor treats me.",
            "counselor_words": "My client trusts how I treat them.",
        },
        {
            "key": "voice",
            "client_words": "I could say what was on my mind, even the awkward parts.",
            "counselor_words": "My client could say what was on their mind, even the awkward parts.",
        },
    ],
    "scores": [
        {
            "key": "total",
            "name": "Score",
            "items": [1, 2, 3, 4],
            "rule": "mean",
            "direction": "higher",
            "low": 0,
            "high": 10,
        },
        {"key": "goals", "name": "Goals", "items": [1], "rule": "mean", "direction": "higher", "low": 0, "high": 10},
        {"key": "tasks", "name": "Tasks", "items": [2], "rule": "mean", "direction": "higher", "low": 0, "high": 10},
        {"key": "bond", "name": "Bond", "items": [3], "rule": "mean", "direction": "higher", "low": 0, "high": 10},
        {"key": "voice", "name": "Voice", "items": [4], "rule": "mean", "direction": "higher", "low": 0, "high": 10},
    ],
}
PHQ9: dict[str, Any] = {
    "id": "phq9",
    "version": "1",
    "name": "PHQ-9",
    "licence": "wording",
    "notice": "No permission required to reproduce, translate, display or distribute.",
    "source": "Patient Health Questionnaire-9, the form published with Kroenke, Spitzer and Williams, J Gen "
    "Intern Med 2001; 16: 606-613.",
    "key_source": {
        "standing": "V",
        "words": "Documentation and source of CamCOPS (University of Cambridge, Department of "
        "Psychiatry), page PHQ-9: sum of nine items, none turned",
    },
    "low": 0,
    "high": 3,
    "answer_words": ["Not at all", "Several days", "More than half the days", "Nearly every day"],
    "items": [
        {"key": "phq9_1", "client_words": "Little interest or pleasure in doing things"},
        {"key": "phq9_2", "client_words": "Feeling down, depressed, or hopeless"},
        {"key": "phq9_3", "client_words": "Trouble falling or staying asleep, or sleeping too much"},
        {"key": "phq9_4", "client_words": "Feeling tired or having little energy"},
        {"key": "phq9_5", "client_words": "Poor appetite or overeating"},
        {
            "key": "phq9_6",
            "client_words": "Feeling bad about yourself — or that you are a failure or have let yourself "
            "or your family down",
        },
        {
            "key": "phq9_7",
            "client_words": "Trouble concentrating on things, such as reading the newspaper or watching television",
        },
        {
            "key": "phq9_8",
            "client_words": "Moving or speaking so slowly that other people could have noticed. Or the "
            "opposite — being so fidgety or restless that you have been moving around a "
            "lot more than usual",
        },
        {
            "key": "phq9_9",
            "client_words": "Thoughts that you would be better off dead or of hurting yourself in some way",
        },
    ],
    "scores": [
        {
            "key": "total",
            "name": "Total",
            "items": [1, 2, 3, 4, 5, 6, 7, 8, 9],
            "rule": "sum",
            "direction": "lower",
            "low": 0,
            "high": 27,
        }
    ],
    "critical": {"item": 9, "at": 1, "topic": "thoughts of being better off dead or of hurting oneself"},
}

_KEPT = tuple(
    f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
    for table in ("instrument_definition", "instrument_licence")
    for act in ("UPDATE", "DELETE")
)
_USED = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} WHERE instrument_id = OLD.instrument_id)"  # noqa: S608 -- our own names
    for table in ("administration", "client_measure", "measure_not_given")
)
TRIGGERS = (
    *_KEPT,
    """
    CREATE TRIGGER administration_key_no_update BEFORE UPDATE OF definition_id, flags ON administration
    BEGIN SELECT RAISE(ABORT, 'already recorded'); END
    """,
    f"""
    CREATE TRIGGER own_instrument_in_use BEFORE DELETE ON own_instrument
    WHEN {_USED} OR EXISTS (
        SELECT 1 FROM handover, json_each(handover.forms) AS form WHERE form.value = OLD.instrument_id
    )
    BEGIN SELECT RAISE(ABORT, 'still in use'); END
    """,  # noqa: S608 -- our own names
)

ADMINISTRATION = """
    CREATE TABLE administration (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        client_id INTEGER NOT NULL,
        session_id INTEGER,
        instrument_id TEXT NOT NULL,
        instrument_version TEXT NOT NULL,
        rater VARCHAR(40) NOT NULL,
        answers JSON NOT NULL,
        given_on DATE NOT NULL,
        recorded_at VARCHAR NOT NULL,
        state VARCHAR(40) NOT NULL,
        how_given VARCHAR(40) NOT NULL,
        reviewed_at VARCHAR,
        review_note TEXT NOT NULL,
        corrects_id INTEGER,
        person_id INTEGER,
        definition_id INTEGER,
        flags JSON DEFAULT '[]' NOT NULL,
        CONSTRAINT fk_administration_session
            FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id),
        CONSTRAINT uq_administration_corrects UNIQUE (corrects_id),
        CONSTRAINT fk_administration_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
        CONSTRAINT ck_administration_rater CHECK (rater IN ('client', 'counselor', 'guardian')),
        CONSTRAINT ck_administration_state CHECK (state IN ('answered', 'skipped', 'corrected')),
        CONSTRAINT ck_administration_how_given
            CHECK (how_given IN ('alone', 'read_aloud', 'interpreter', 'phone_or_video', 'parent_present')),
        CONSTRAINT fk_administration_corrects_id_administration
            FOREIGN KEY(corrects_id) REFERENCES administration (id),
        CONSTRAINT fk_administration_person_id_related_person
            FOREIGN KEY(person_id) REFERENCES related_person (id),
        CONSTRAINT fk_administration_definition_id_instrument_definition
            FOREIGN KEY(definition_id) REFERENCES instrument_definition (id)
    )
"""
COLUMNS = (
    "id", "client_id", "session_id", "instrument_id", "instrument_version", "rater", "answers", "given_on",
    "recorded_at", "state", "how_given", "reviewed_at", "review_note", "corrects_id",
    "person_id",
)  # fmt: skip
_ITS_DEFINITION = (
    "(SELECT known.id FROM instrument_definition AS known "
    "WHERE known.instrument_id = administration_before.instrument_id "
    "AND known.version = administration_before.instrument_version)"
)


def upgrade() -> None:
    """Make the tables, and give every form that was answered the definition it was scored with."""
    _make_definition()
    _make_own()
    _make_licence()
    for definition in (CHECKIN, PHQ9):
        _keep(definition)
    rebuild("administration", ADMINISTRATION, COLUMNS, {"definition_id": _ITS_DEFINITION, "flags": "'[]'"})
    for trigger in TRIGGERS:
        op.execute(trigger)


def _keep(definition: dict[str, Any]) -> None:
    written = json.dumps(definition, ensure_ascii=False, separators=(",", ":"))
    values = {"instrument": definition["id"], "version": definition["version"], "definition": written}
    op.get_bind().execute(
        text(
            "INSERT INTO instrument_definition (instrument_id, version, fingerprint, definition) "
            "SELECT :instrument, :version, :fingerprint, :definition WHERE EXISTS ("
            "SELECT 1 FROM administration WHERE instrument_id = :instrument AND instrument_version = :version)"
        ),
        {**values, "fingerprint": hashlib.sha256(written.encode()).hexdigest()},
    )


def _make_definition() -> None:
    op.execute(
        """
        CREATE TABLE instrument_definition (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            instrument_id TEXT NOT NULL,
            version TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            definition TEXT NOT NULL,
            CONSTRAINT uq_instrument_definition_fingerprint UNIQUE (instrument_id, fingerprint)
        )
        """
    )


def _make_own() -> None:
    op.execute(
        """
        CREATE TABLE own_instrument (
            instrument_id TEXT NOT NULL,
            origin VARCHAR(40) NOT NULL,
            definition_id INTEGER NOT NULL,
            put_away BOOLEAN NOT NULL,
            CONSTRAINT pk_own_instrument PRIMARY KEY (instrument_id),
            CONSTRAINT ck_own_instrument_origin CHECK (origin IN ('shipped', 'custom', 'file')),
            CONSTRAINT fk_own_instrument_definition_id_instrument_definition
                FOREIGN KEY(definition_id) REFERENCES instrument_definition (id)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE instrument_switch (
            instrument_id TEXT NOT NULL,
            is_on BOOLEAN NOT NULL,
            CONSTRAINT pk_instrument_switch PRIMARY KEY (instrument_id)
        )
        """
    )


def _make_licence() -> None:
    op.execute(
        """
        CREATE TABLE instrument_licence (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            instrument_id TEXT NOT NULL,
            granted_by TEXT NOT NULL,
            reference TEXT NOT NULL,
            valid_until DATE,
            noted_on DATE NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX instrument_licence_by_instrument ON instrument_licence (instrument_id)")
