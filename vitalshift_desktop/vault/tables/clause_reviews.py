"""The tables of the days on which all clauses were looked at together, and of those noted by mistake."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.clients import ServiceType
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class ClauseReviewRow(Base):
    """One review and how the work was done then; it is never changed."""

    __tablename__ = "clause_review"
    __table_args__ = (Index("clause_review_by_client", "client_id", "reviewed_on"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    reviewed_on: Mapped[date] = mapped_column(Date)
    session_no: Mapped[int]
    words: Mapped[str] = mapped_column(Text)
    service_type: Mapped[ServiceType] = mapped_column(choice(ServiceType, "service_type"))
    online: Mapped[bool]
    with_interpreter: Mapped[bool]
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)


class ClauseReviewTakenBackRow(Base):
    """A review that was written down by mistake; it stays, and counts no more from the moment this was written."""

    __tablename__ = "clause_review_taken_back"

    review_id: Mapped[int] = mapped_column(ForeignKey("clause_review.id"), primary_key=True, autoincrement=False)
    taken_back_at: Mapped[datetime] = mapped_column(UtcTime)
