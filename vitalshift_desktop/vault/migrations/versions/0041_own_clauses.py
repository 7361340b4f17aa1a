"""The counselor's own wording of clauses."""

from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    """Make the table; one wording for each topic."""
    op.execute(
        """
        CREATE TABLE own_clause (
            topic VARCHAR(40) NOT NULL,
            wording TEXT NOT NULL,
            changed_at VARCHAR NOT NULL,
            CONSTRAINT pk_own_clause PRIMARY KEY (topic),
            CONSTRAINT ck_own_clause_topic CHECK (topic IN (
                'length_and_place', 'fees', 'cancellation', 'contact', 'emergencies', 'confidentiality',
                'supervision', 'records', 'social_media', 'chance_meetings', 'gifts', 'touch',
                'self_disclosure', 'dual_relationships', 'recording', 'online', 'minors', 'interpreter',
                'endings'
            ))
        )
        """
    )
