"""The goals of the sample practice with the words for their levels and their tasks: read from the file, written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goals import LEVEL_FIELDS, USUAL_START, Goal, GoalDetails, GoalId, GoalStatus, ProposedBy
from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskDetails, TaskDoer, TaskId, TaskKind
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_EVENING = time(18, 0)


@dataclass(frozen=True, slots=True)
class SampleTask:
    """A task; days count from the day of writing, and `asked` is the one on which it came up."""

    words: str
    asked: int
    kind: TaskKind
    doer: TaskDoer
    answer: TaskAnswer
    due: int | None
    done: int | None


@dataclass(frozen=True, slots=True)
class SampleGoal:
    """A goal with the key by which notes and ratings name it; `levels` are the words of -2 to 2, or none."""

    key: str
    wording: str
    short: str
    proposed_by: ProposedBy
    agreed: int | None
    review: int | None
    target: int | None
    status: GoalStatus
    levels: tuple[str, ...] = ()
    start: int = USUAL_START
    tasks: tuple[SampleTask, ...] = ()


def read_goal(entry: Entry) -> SampleGoal:
    """One goal from the file of its client."""
    goal = SampleGoal(
        key=entry.text("key"),
        wording=entry.text("wording"),
        short=entry.text("short", ""),
        proposed_by=entry.word("proposed_by", ProposedBy, ProposedBy.CLIENT),
        agreed=entry.maybe_whole("agreed"),
        review=entry.maybe_whole("review"),
        target=entry.maybe_whole("target"),
        status=entry.word("status", GoalStatus, GoalStatus.ACTIVE),
        levels=entry.texts("levels"),
        start=entry.whole("start", USUAL_START),
        tasks=tuple(_task(one) for one in entry.each("tasks")),
    )
    if goal.levels and len(goal.levels) != len(LEVEL_FIELDS):
        raise entry.wrong("levels", "five texts, from much less to much more")
    return goal


def write_goal(
    work: UnitOfWork,
    client_id: ClientId,
    sample: SampleGoal,
    since: int,
    on: Callable[[int], date],
    at: Callable[[int, time], datetime],
) -> GoalId:
    """Write one goal with its tasks; `since` is the day on which the work with the client began."""
    details = GoalDetails(
        wording=sample.wording,
        short=sample.short,
        proposed_by=sample.proposed_by,
        agreed_on=None if sample.agreed is None else on(sample.agreed),
        review_on=None if sample.review is None else on(sample.review),
        target=sample.target,
        start_level=sample.start,
    ).with_levels(dict(enumerate(sample.levels, start=-2)))
    goal = Goal(GoalId(0), client_id, details.checked(), sample.status)
    written = work.goals.add(goal, at(since if sample.agreed is None else sample.agreed, _EVENING))
    for task in sample.tasks:
        _write_task(work, written, task, on, at)
    return written.id


def _write_task(
    work: UnitOfWork,
    goal: Goal,
    sample: SampleTask,
    on: Callable[[int], date],
    at: Callable[[int, time], datetime],
) -> None:
    due = None if sample.due is None else on(sample.due)
    details = TaskDetails(sample.words, sample.kind, sample.doer, due).answered(sample.answer, on(sample.asked))
    done = None if sample.done is None else on(sample.done)
    task = Task(TaskId(0), goal.client_id, goal.id, details.checked(on(0)), done)
    work.tasks.add(task, at(sample.asked if sample.done is None else sample.done, _EVENING))


def _task(entry: Entry) -> SampleTask:
    task = SampleTask(
        words=entry.text("words"),
        asked=entry.whole("asked"),
        kind=entry.word("kind", TaskKind, TaskKind.HOMEWORK),
        doer=entry.word("doer", TaskDoer, TaskDoer.CLIENT),
        answer=entry.word("answer", TaskAnswer, TaskAnswer.AGREED),
        due=entry.maybe_whole("due"),
        done=entry.maybe_whole("done"),
    )
    entry.finish()
    return task
