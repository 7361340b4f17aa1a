"""The table of reviews that were put off."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.reviews import ReviewKind
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class ReviewPutOffRow(Base):
    """Until when one review is put off; `object_id` is 0 for one that is about no object."""

    __tablename__ = "review_put_off"
    __table_args__ = (
        UniqueConstraint("kind", "client_id", "object_id", name="uq_review_put_off"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ReviewKind] = mapped_column(choice(ReviewKind, "kind"))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"))
    object_id: Mapped[int]
    until: Mapped[date] = mapped_column(Date)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
