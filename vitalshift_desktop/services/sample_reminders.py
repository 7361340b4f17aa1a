"""The reminders of the sample practice: read from the file, written with what became of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from vitalshift_desktop.domain.agreements import ClauseId, Topic, in_force
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.recurrence import first_day
from vitalshift_desktop.domain.reminders import (
    Counted,
    HistoryEntry,
    Outcome,
    Reminder,
    ReminderDetails,
    ReminderId,
    ReminderKind,
    Repeat,
    RepeatUnit,
    weekdays_in,
)
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_EVENING = time(18, 0)


@dataclass(frozen=True, slots=True)
class SampleReminder:
    """A reminder; `done` are earlier days on which it was done, `goal` a key and `topic` a clause it is about."""

    title: str
    due: int
    kind: ReminderKind
    at: time | None
    repeat: Repeat | None
    done: tuple[int, ...]
    goal: str = ""
    topic: Topic | None = None
    measure: str = ""


def read_reminder(entry: Entry) -> SampleReminder:
    """One reminder from the file of its client, or of the practice."""
    part = entry.one("repeat")
    repeat = _rule(part) if part else None
    if part:
        part.finish()
    return SampleReminder(
        title=entry.text("title"),
        due=entry.whole("due"),
        kind=entry.word("kind", ReminderKind, ReminderKind.CHECK_IN),
        at=entry.maybe_clock("at"),
        repeat=repeat,
        done=tuple(sorted(entry.wholes("done"))),
        goal=entry.text("goal", ""),
        topic=entry.word("topic", Topic) if entry.has("topic") else None,
        measure=entry.text("measure", ""),
    )


def _rule(entry: Entry) -> Repeat:
    """Every so many units; `on` are weekdays such as "MO,WE" or "2TU"."""
    every, unit = entry.whole("every"), entry.word("unit", RepeatUnit)
    if every < 1:
        raise entry.wrong("every", "a number from 1")
    on, nth = weekdays_in(entry.text("on", ""))
    return Repeat(every, unit, on, nth, entry.word("counted", Counted, Counted.CALENDAR))


def write_reminder(
    work: UnitOfWork,
    sample: SampleReminder,
    client_id: ClientId | None,
    on: Callable[[int], date],
    at: Callable[[int, time], datetime],
    zone: str,
    goals: Mapping[str, GoalId],
) -> None:
    """One reminder with the days on which it was done."""
    due_on = on(sample.due) if sample.repeat is None else first_day(sample.repeat, on(sample.due))
    details = ReminderDetails(
        title=sample.title,
        due_on=due_on or on(sample.due),
        kind=sample.kind,
        client_id=client_id,
        at=sample.at,
        zone=zone,
        repeat=sample.repeat,
        goal_id=goals.get(sample.goal),
        clause_id=_clause(work, client_id, sample.topic),
        measure=sample.measure,
    ).checked()
    following = (*sample.done[1:], sample.due)
    history = tuple(
        HistoryEntry(Outcome.DONE, at(day, _EVENING), on(day), on(then))
        for day, then in zip(sample.done, following, strict=False)
    )
    counts_sessions = sample.repeat is not None and sample.repeat.by_sessions
    anchor = on(sample.done[-1]) if sample.done and counts_sessions else details.due_on
    work.reminders.add(Reminder(ReminderId(0), details, anchor, history=history))


def _clause(work: UnitOfWork, client_id: ClientId | None, topic: Topic | None) -> ClauseId | None:
    if client_id is None or topic is None:
        return None
    found = (clause for clause in in_force(work.agreements.versions(client_id)) if clause.topic is topic)
    return next((clause.clause_id for clause in found), None)
