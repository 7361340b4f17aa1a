"""Fee agreements, what became of the fee for each session, and the currency of the practice."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the three tables; nothing is known about fees yet."""
    _make_agreement()
    _make_charge()
    _make_setting()


def _make_agreement() -> None:
    op.execute(
        """
        CREATE TABLE fee_agreement (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            currency TEXT NOT NULL,
            from_day DATE NOT NULL,
            words TEXT NOT NULL,
            CONSTRAINT ck_fee_agreement_amount CHECK (amount >= 0),
            CONSTRAINT fk_fee_agreement_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
    op.execute("CREATE INDEX fee_agreement_by_client ON fee_agreement (client_id, from_day)")


def _make_charge() -> None:
    op.execute(
        """
        CREATE TABLE session_charge (
            session_id INTEGER NOT NULL,
            client_id INTEGER NOT NULL,
            state VARCHAR(40) NOT NULL,
            amount INTEGER NOT NULL,
            currency TEXT NOT NULL,
            day DATE NOT NULL,
            method VARCHAR(40),
            CONSTRAINT pk_session_charge PRIMARY KEY (session_id),
            CONSTRAINT fk_session_charge_session
                FOREIGN KEY(session_id, client_id) REFERENCES session (id, client_id),
            CONSTRAINT ck_session_charge_amount CHECK (amount >= 0),
            CONSTRAINT ck_session_charge_paid CHECK (method IS NULL OR state = 'paid'),
            CONSTRAINT ck_session_charge_state CHECK (state IN ('due', 'paid', 'waived', 'not_charged')),
            CONSTRAINT ck_session_charge_method CHECK (method IN ('cash', 'transfer', 'card', 'other'))
        )
        """
    )
    op.execute("CREATE INDEX session_charge_by_client ON session_charge (client_id)")
    op.execute("CREATE INDEX session_charge_by_state ON session_charge (state, client_id)")


def _make_setting() -> None:
    op.execute(
        """
        CREATE TABLE fee_setting (
            id INTEGER NOT NULL,
            currency TEXT NOT NULL,
            CONSTRAINT pk_fee_setting PRIMARY KEY (id),
            CONSTRAINT ck_fee_setting_one_row CHECK (id = 1)
        )
        """
    )
