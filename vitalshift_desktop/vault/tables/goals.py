"""The tables of goals and their ratings."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.goals import GoalStatus, ProposedBy
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class GoalRow(Base):
    """One goal of one client."""

    __tablename__ = "goal"
    __table_args__ = (
        CheckConstraint("target BETWEEN 0 AND 10", name="target"),
        Index("goal_by_client", "client_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    wording: Mapped[str] = mapped_column(Text)
    short: Mapped[str] = mapped_column(Text)
    proposed_by: Mapped[ProposedBy] = mapped_column(choice(ProposedBy, "proposed_by"))
    agreed_on: Mapped[date | None] = mapped_column(Date)
    review_on: Mapped[date | None] = mapped_column(Date)
    target: Mapped[int | None]
    status: Mapped[GoalStatus] = mapped_column(choice(GoalStatus, "status"))


class GoalRatingRow(Base):
    """How far a goal has come; one rating for each goal, session and rater."""

    __tablename__ = "goal_rating"
    __table_args__ = (
        UniqueConstraint("goal_id", "session_id", "rater", name="uq_goal_rating_session"),
        CheckConstraint("rating BETWEEN 0 AND 10", name="rating"),
        Index("goal_rating_by_session", "session_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"))
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id"))
    rater: Mapped[Rater] = mapped_column(choice(Rater, "rater"))
    rating: Mapped[int]
    rated_on: Mapped[date] = mapped_column(Date)


class GoalLevelRow(Base):
    """How far a goal was attained on a day, from -2 to 2, and its weight; never changed, a later row counts."""

    __tablename__ = "goal_level"
    __table_args__ = (
        CheckConstraint("level BETWEEN -2 AND 2", name="level"),
        CheckConstraint("importance BETWEEN 0 AND 3", name="importance"),
        CheckConstraint("difficulty BETWEEN 0 AND 3", name="difficulty"),
        Index("goal_level_by_goal", "goal_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"))
    level: Mapped[int]
    importance: Mapped[int]
    difficulty: Mapped[int]
    rated_on: Mapped[date] = mapped_column(Date)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
