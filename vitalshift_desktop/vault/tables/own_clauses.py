"""The table of the counselor's own wording of clauses, to begin from."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class OwnClauseRow(Base):
    """One wording for each topic; what was agreed keeps its own words."""

    __tablename__ = "own_clause"

    topic: Mapped[Topic] = mapped_column(choice(Topic, "topic"), primary_key=True)
    wording: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
