"""The tables beside the full-text index: what stands in it, and what must be looked at again."""

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base


class SearchEntryRow(Base):
    """One entry of the index, as it was read in, by what it was made of; its id begins with its day.

    The index itself keeps no text. To take out exactly what was read in, the words are kept here, packed.
    """

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("kind", "item", name="uq_search_entry_item"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[int]
    item: Mapped[int]
    client_id: Mapped[int | None]
    is_final: Mapped[bool]
    words: Mapped[bytes] = mapped_column(LargeBinary)


class SearchStaleRow(Base):
    """Something of the record that changed since the index last read it; triggers of the vault write it down."""

    __tablename__ = "search_stale"

    kind: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    item: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
