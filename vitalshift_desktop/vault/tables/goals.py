"""The tables of goals, their versions and their ratings."""

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
        CheckConstraint("start_level BETWEEN -2 AND 2", name="start_level"),
        Index("goal_by_client", "client_id"),
        Index("goal_by_review", "review_on"),
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
    much_less: Mapped[str] = mapped_column(Text, server_default="")
    less: Mapped[str] = mapped_column(Text, server_default="")
    hoped: Mapped[str] = mapped_column(Text, server_default="")
    more: Mapped[str] = mapped_column(Text, server_default="")
    much_more: Mapped[str] = mapped_column(Text, server_default="")
    start_level: Mapped[int] = mapped_column(server_default="-1")


class GoalVersionRow(Base):
    """A goal as it stood from an instant; never changed, and the goal itself always says what the last one says."""

    __tablename__ = "goal_version"
    __table_args__ = (
        CheckConstraint("target BETWEEN 0 AND 10", name="target"),
        CheckConstraint("start_level BETWEEN -2 AND 2", name="start_level"),
    )

    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    wording: Mapped[str] = mapped_column(Text)
    short: Mapped[str] = mapped_column(Text)
    proposed_by: Mapped[ProposedBy] = mapped_column(choice(ProposedBy, "proposed_by"))
    agreed_on: Mapped[date | None] = mapped_column(Date)
    review_on: Mapped[date | None] = mapped_column(Date)
    target: Mapped[int | None]
    status: Mapped[GoalStatus] = mapped_column(choice(GoalStatus, "status"))
    much_less: Mapped[str] = mapped_column(Text)
    less: Mapped[str] = mapped_column(Text)
    hoped: Mapped[str] = mapped_column(Text)
    more: Mapped[str] = mapped_column(Text)
    much_more: Mapped[str] = mapped_column(Text)
    start_level: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    asked_by: Mapped[ProposedBy] = mapped_column(choice(ProposedBy, "asked_by"))
    reason: Mapped[str] = mapped_column(Text)


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
