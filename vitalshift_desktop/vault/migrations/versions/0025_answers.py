"""Answers that wait for a review are found by an index; a worse symptom score can be put aside as well."""

from alembic import op

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

revision = "0025"
down_revision = "0024"

DISMISSED_FLAG = """
    CREATE TABLE dismissed_flag (
        kind VARCHAR(40) NOT NULL,
        client_id INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        reason TEXT NOT NULL,
        at VARCHAR NOT NULL,
        CONSTRAINT pk_dismissed_flag PRIMARY KEY (kind, client_id, "key"),
        CONSTRAINT ck_dismissed_flag_kind CHECK (kind IN (
            'answer_to_review', 'marked_drop', 'low_early_checkin', 'worse_score', 'agreement_to_look_at'
        )),
        CONSTRAINT fk_dismissed_flag_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
    )
"""


def upgrade() -> None:
    """Make the table of flags put aside anew, and the indexes."""
    rebuild("dismissed_flag", DISMISSED_FLAG, ("kind", "client_id", "key", "reason", "at"))
    op.execute(
        """
        CREATE INDEX administration_to_review ON administration (instrument_id, client_id, rater, answers)
        WHERE reviewed_at IS NULL AND state = 'answered' AND instrument_id <> 'vs_checkin'
        """
    )
    op.execute(
        "CREATE INDEX administration_reviewed ON administration (client_id, instrument_id) "
        "WHERE reviewed_at IS NOT NULL"
    )
