"""What helps writing: the word list to check by, the practice's own words, and snippets."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the three tables."""
    op.execute(
        """
        CREATE TABLE spelling (
            id INTEGER NOT NULL,
            is_on BOOLEAN NOT NULL,
            language TEXT NOT NULL,
            CONSTRAINT pk_spelling PRIMARY KEY (id),
            CONSTRAINT ck_spelling_one_row CHECK (id = 1)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE own_word (
            word TEXT NOT NULL,
            added_at VARCHAR NOT NULL,
            CONSTRAINT pk_own_word PRIMARY KEY (word)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE snippet (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            "trigger" TEXT NOT NULL,
            text TEXT NOT NULL,
            CONSTRAINT uq_snippet_trigger UNIQUE ("trigger")
        )
        """
    )
