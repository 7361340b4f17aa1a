"""Safety plans and the practice's own terms."""

from alembic import op

revision = "0017"
down_revision = "0016"

_PARTS = """
            warning_signs TEXT NOT NULL,
            own_steps TEXT NOT NULL,
            people_and_places TEXT NOT NULL,
            whom_to_call TEXT NOT NULL,
            safer TEXT NOT NULL,
            review_on DATE,"""


def upgrade() -> None:
    """Make the tables of safety plans, the triggers that keep a version as it is, and the table of own terms."""
    _make_safety_plan()
    _make_draft()
    op.execute(
        """
        CREATE TABLE practice_term (
            "key" VARCHAR NOT NULL,
            words TEXT NOT NULL,
            CONSTRAINT pk_practice_term PRIMARY KEY ("key")
        )
        """
    )


def _make_safety_plan() -> None:
    op.execute(
        f"""
        CREATE TABLE safety_plan (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            number INTEGER NOT NULL,{_PARTS}
            in_force_on DATE NOT NULL,
            recorded_at VARCHAR NOT NULL,
            CONSTRAINT uq_safety_plan_number UNIQUE (client_id, number),
            CONSTRAINT fk_safety_plan_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER safety_plan_no_{act.lower()} BEFORE {act} ON safety_plan "
            "BEGIN SELECT RAISE(ABORT, 'already recorded'); END"
        )


def _make_draft() -> None:
    op.execute(
        f"""
        CREATE TABLE safety_plan_draft (
            client_id INTEGER NOT NULL,{_PARTS}
            changed_at VARCHAR NOT NULL,
            CONSTRAINT pk_safety_plan_draft PRIMARY KEY (client_id),
            CONSTRAINT fk_safety_plan_draft_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
