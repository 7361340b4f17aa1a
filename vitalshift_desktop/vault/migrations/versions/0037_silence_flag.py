"""A silence that was put aside."""

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

revision = "0037"
down_revision = "0036"

DISMISSED_FLAG = """
    CREATE TABLE dismissed_flag (
        kind VARCHAR(40) NOT NULL,
        client_id INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        reason TEXT NOT NULL,
        at VARCHAR NOT NULL,
        CONSTRAINT pk_dismissed_flag PRIMARY KEY (kind, client_id, "key"),
        CONSTRAINT ck_dismissed_flag_kind CHECK (kind IN (
            'answer_to_review', 'marked_drop', 'low_early_checkin', 'worse_score', 'agreement_to_look_at',
            'long_silence'
        )),
        CONSTRAINT fk_dismissed_flag_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
    )
"""


def upgrade() -> None:
    """Make the table of flags put aside anew, with one kind more."""
    rebuild("dismissed_flag", DISMISSED_FLAG, ("kind", "client_id", "key", "reason", "at"))
