"""The tables of tasks: whose they are, and every state they were in."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.tasks import TaskAnswer, TaskDoer, TaskKind
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class TaskRow(Base):
    """One task of one goal; what it says stands in its states."""

    __tablename__ = "task"
    __table_args__ = (
        Index("task_by_client", "client_id"),
        Index("task_by_goal", "goal_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"))


class TaskStateRow(Base):
    """A task as it stood from an instant; never changed, the state with the highest number counts."""

    __tablename__ = "task_state"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(Text)
    kind: Mapped[TaskKind] = mapped_column(choice(TaskKind, "kind"))
    doer: Mapped[TaskDoer] = mapped_column(choice(TaskDoer, "doer"))
    due_on: Mapped[date | None] = mapped_column(Date)
    answer: Mapped[TaskAnswer] = mapped_column(choice(TaskAnswer, "answer"))
    answered_on: Mapped[date | None] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)
    is_removed: Mapped[bool]
    made_at: Mapped[datetime] = mapped_column(UtcTime)
