"""Measures in use with a client, and times in which a client has none."""

from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """Make both tables."""
    op.execute(
        """
        CREATE TABLE client_measure (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            instrument_id TEXT NOT NULL,
            since DATE NOT NULL,
            every_sessions INTEGER NOT NULL,
            moment VARCHAR(40) NOT NULL,
            reason TEXT NOT NULL,
            CONSTRAINT ck_client_measure_every_sessions CHECK (every_sessions > 0),
            CONSTRAINT fk_client_measure_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_client_measure_moment CHECK (moment IN ('start', 'end'))
        )
        """
    )
    op.execute("CREATE UNIQUE INDEX client_measure_once ON client_measure (client_id, instrument_id)")
    op.execute("CREATE INDEX client_measure_by_instrument ON client_measure (instrument_id)")
    op.execute(
        """
        CREATE TABLE measure_pause (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            reason TEXT NOT NULL,
            since DATE NOT NULL,
            until DATE,
            CONSTRAINT ck_measure_pause_days CHECK (until >= since),
            CONSTRAINT fk_measure_pause_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
    op.execute("CREATE INDEX measure_pause_by_client ON measure_pause (client_id)")
    op.execute("CREATE UNIQUE INDEX measure_pause_open ON measure_pause (client_id) WHERE until IS NULL")
