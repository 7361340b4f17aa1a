"""The full-text index of the record: two indexes without text, what stands in them, and what is to be read again."""

from alembic import op

revision = "0016"
down_revision = "0015"

# What is not final is altered often. In an index of its own its words are taken out at once, whatever the size of the
# other one: SQLite rewrites a page for each word. Words that were taken out are gone from the pages of both.
INDEXES = ("search_open", "search_final")

NOTE, ADDENDUM, CONTACT, GOAL, AGREEMENT, ATTACHMENT = 1, 2, 3, 4, 5, 6


def upgrade() -> None:
    """Make the index, have everything that exists marked as not read in yet, and let triggers mark what changes."""
    for name in INDEXES:
        op.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(words, scope, content='',"
            ' tokenize="unicode61 remove_diacritics 2")'
        )
        op.execute(f"INSERT INTO {name}({name}, rank) VALUES('secure-delete', 1)")
    _make_tables()
    _mark_what_exists()
    for name, when, kind, item in _watched():
        _watch(name, when, kind, item)


def _make_tables() -> None:
    op.execute(
        """
        CREATE TABLE search_entry (
            id INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            item INTEGER NOT NULL,
            client_id INTEGER,
            is_final BOOLEAN NOT NULL,
            words BLOB NOT NULL,
            CONSTRAINT pk_search_entry PRIMARY KEY (id),
            CONSTRAINT uq_search_entry_item UNIQUE (kind, item)
        )
        """
    )
    op.execute(
        """
        CREATE TABLE search_stale (
            kind INTEGER NOT NULL,
            item INTEGER NOT NULL,
            CONSTRAINT pk_search_stale PRIMARY KEY (kind, item)
        )
        """
    )


def _mark_what_exists() -> None:
    sources = (
        (NOTE, "id FROM note"),
        (ADDENDUM, "id FROM addendum"),
        (CONTACT, "id FROM contact_note"),
        (GOAL, "id FROM goal"),
        (AGREEMENT, "clause_id * 10000 + number FROM clause_version"),
        (ATTACHMENT, "id FROM attachment"),
    )
    for kind, source in sources:
        op.execute(f"INSERT INTO search_stale (kind, item) SELECT {kind}, {source}")


def _watched() -> tuple[tuple[str, str, int, str], ...]:
    """Each trigger's name, what sets it off, and what it marks."""
    whole = (
        ("note_text", NOTE, "note_id"),
        ("addendum", ADDENDUM, "id"),
        ("contact_note", CONTACT, "id"),
        ("contact_addition", CONTACT, "contact_id"),
        ("goal", GOAL, "id"),
        ("clause_version", AGREEMENT, "clause_id * 10000 + {row}.number"),
        ("attachment", ATTACHMENT, "id"),
    )
    found = []
    for table, kind, item in whole:
        for act, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            place = f"{row}.{item}".format(row=row)
            found.append((f"search_{table}_{act.lower()}", f"AFTER {act} ON {table}", kind, place))
    return (
        *found,
        ("search_note_delete", "AFTER DELETE ON note", NOTE, "OLD.id"),
        ("search_note_update", "AFTER UPDATE OF signed_at, session_id, client_id ON note", NOTE, "NEW.id"),
        (
            "search_session_update",
            "AFTER UPDATE OF starts, zone, client_id ON session",
            NOTE,
            "(SELECT id FROM note WHERE session_id = NEW.id)",
        ),
    )


def _watch(name: str, when: str, kind: int, item: str) -> None:
    op.execute(
        f"""
        CREATE TRIGGER {name} {when}
        WHEN {item} IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = {kind} AND item = {item})
        BEGIN INSERT INTO search_stale (kind, item) VALUES ({kind}, {item}); END
        """  # noqa: S608 - our own names
    )
