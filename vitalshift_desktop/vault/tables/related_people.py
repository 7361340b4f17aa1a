"""The table of the people around clients."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.related_people import ConsentPart, RelatedRole
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class RelatedPersonRow(Base):
    """Somebody around a client."""

    __tablename__ = "related_person"
    __table_args__ = (Index("related_person_by_client", "client_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[RelatedRole] = mapped_column(choice(RelatedRole, "role"))
    phone: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(Text)
    in_emergency: Mapped[bool]
    may_share: Mapped[str] = mapped_column(Text)
    consent: Mapped[ConsentPart] = mapped_column(choice(ConsentPart, "consent"))
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
