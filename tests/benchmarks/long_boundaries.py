"""What clients of a long practice agreed, consented to and set out to do, and what is to be remembered of it."""

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import insert
from sqlalchemy.orm import Session as Connection

from tests.journeys.computer import THE_DAY
from vitalshift_desktop.domain.agreements import AgreedHow, ClauseVersion, DraftClause, WordsOf
from vitalshift_desktop.domain.boundary_events import AdditionKind, Conduct, EventClass
from vitalshift_desktop.domain.clients import Client, ServiceType
from vitalshift_desktop.domain.consents import Assent, ConsentKind, GivenBy, GivenHow, Giver
from vitalshift_desktop.domain.contacts import StartedBy
from vitalshift_desktop.domain.episodes import Episode
from vitalshift_desktop.domain.reminders import Counted, Outcome, ReminderKind, RepeatUnit
from vitalshift_desktop.domain.tasks import TaskAnswer, TaskDoer, TaskKind
from vitalshift_desktop.services.agreements import by_client_alone, made_agreement
from vitalshift_desktop.services.clause_versions import brought_into_force
from vitalshift_desktop.services.starter_clauses import starter_clauses
from vitalshift_desktop.vault.tables.boundary_events import BoundaryEventAdditionRow, BoundaryEventRow
from vitalshift_desktop.vault.tables.clause_reviews import ClauseReviewRow
from vitalshift_desktop.vault.tables.commitments import AgreedBreakRow, CommitmentRow
from vitalshift_desktop.vault.tables.consents import ConsentRow
from vitalshift_desktop.vault.tables.reminders import ReminderHistoryRow, ReminderRow
from vitalshift_desktop.vault.tables.tasks import TaskRow, TaskStateRow
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_TODAY = THE_DAY.date()
_CHANGED_IN_WEEK, _REVIEWED_IN_WEEK = 12, 5
Text = Callable[[random.Random, int], str]


def write_boundaries(
    work: UnitOfWork, dice: random.Random, client: Client, episode: Episode, goals: Sequence[int], text: Text
) -> None:
    """Everything around the sessions of one client whose work began with the episode."""
    connection: Connection = work.meta._session
    _agreements(work, client, episode.opened_on, text(dice, 300))
    first = work.agreements.in_force_of([client.id])[0]
    _notes_on(connection, dice, first, episode.opened_on, text)
    _committed(connection, episode, text(dice, 120))
    _consented(connection, client, episode.opened_on, text(dice, 200))
    for goal in goals:
        _tasks(connection, dice, client, goal, episode.opened_on, text)
    _reminders(connection, client, text(dice, 40))


def _agreements(work: UnitOfWork, client: Client, since: date, wording: str) -> None:
    """Eight clauses at the start; one of them is changed later, if that day has come."""
    how = by_client_alone(AgreedHow.ON_PAPER, client)
    clauses = brought_into_force(work, client.id, starter_clauses(), since, since + timedelta(weeks=26))
    work.agreements.add(made_agreement(client.id, since, how, None, clauses))
    changed = since + timedelta(weeks=_CHANGED_IN_WEEK)
    if changed <= _TODAY:
        draft = DraftClause(clauses[0].topic, wording, True, WordsOf.CLIENT, "Both asked for it.", clauses[0].clause_id)
        new = brought_into_force(work, client.id, [draft], changed, changed + timedelta(weeks=26))
        work.agreements.add(made_agreement(client.id, changed, how, None, new))


def _notes_on(connection: Connection, dice: random.Random, clause: ClauseVersion, since: date, text: Text) -> None:
    """Two notes on the first clause, the second one classed, and one review of all clauses."""
    for week in (_CHANGED_IN_WEEK + 1, _CHANGED_IN_WEEK + 6):
        day = since + timedelta(weeks=week)
        if day > _TODAY:
            return
        row = {
            "client_id": clause.client_id, "clause_id": clause.clause_id, "number": clause.number, "day": day,
            "zone": "America/New_York", "conduct": Conduct.CLIENT, "started_by": StartedBy.CLIENT, "planned": False,
            "facts": text(dice, 160), "client_words": text(dice, 80), "thinking": text(dice, 120), "consulted": "",
            "reaction": "", "recorded_at": _noon(day), "signer": "Ada Lindgren",
        }  # fmt: skip
        event = connection.execute(insert(BoundaryEventRow).values(**row).returning(BoundaryEventRow.id)).scalar_one()
    addition = {"event_id": event, "kind": AdditionKind.CLASS, "text": "", "event_class": EventClass.STRETCHED}
    _add(connection, BoundaryEventAdditionRow, {**addition, "recorded_at": _noon(day), "signer": "Ada Lindgren"})
    reviewed = since + timedelta(weeks=_REVIEWED_IN_WEEK)
    review = {
        "client_id": clause.client_id, "reviewed_on": reviewed, "session_no": _REVIEWED_IN_WEEK, "words": "",
        "service_type": ServiceType.COUNSELING, "online": False, "with_interpreter": False,
    }  # fmt: skip
    _add(connection, ClauseReviewRow, {**review, "recorded_at": _noon(reviewed)})


def _committed(connection: Connection, episode: Episode, words: str) -> None:
    """Once a week from the start, and one break."""
    since = episode.opened_on
    row = {
        "client_id": episode.client_id, "episode_id": episode.id, "number": 1, "agreed_on": since, "times": 1,
        "weeks": 1, "minutes": 50, "review_after": 12, "client_does": words, "counselor_does": words, "reason": "",
        "recorded_at": _noon(since),
    }  # fmt: skip
    _add(connection, CommitmentRow, row)
    first = since + timedelta(weeks=8)
    days = {"first_day": first, "last_day": first + timedelta(days=6), "agreed_on": since, "words": ""}
    _add(connection, AgreedBreakRow, {"client_id": episode.client_id, **days, "recorded_at": _noon(since)})


def _consented(connection: Connection, client: Client, since: date, words: str) -> None:
    """Two consents, and a release that lasts a year."""
    giver = (Giver(GivenBy.CLIENT, client.name),)
    for kind, until in (
        (ConsentKind.THERAPY, None),
        (ConsentKind.FEES, None),
        (ConsentKind.RELEASE, since + timedelta(days=365)),
    ):
        recipient = "Dr. Orla Finch" if kind is ConsentKind.RELEASE else ""
        row = {
            "client_id": client.id, "kind": kind, "given_on": since, "explained": words, "givers": giver,
            "how": GivenHow.ON_PAPER, "until": until, "scope": words, "recipient": recipient, "purpose": "",
            "words": "", "assent": Assent.NOT_ASKED, "assent_words": "", "recorded_at": _noon(since),
        }  # fmt: skip
        _add(connection, ConsentRow, row)


def _tasks(connection: Connection, dice: random.Random, client: Client, goal: int, since: date, text: Text) -> None:
    """Three tasks of one goal, the first two done in their time."""
    for place in range(3):
        values = insert(TaskRow).values(client_id=client.id, goal_id=goal).returning(TaskRow.id)
        task, due = connection.execute(values).scalar_one(), since + timedelta(weeks=4 * place + 4)
        state = {
            "task_id": task, "words": text(dice, 60), "kind": TaskKind.HOMEWORK, "doer": TaskDoer.CLIENT, "due_on": due,
            "answer": TaskAnswer.AGREED, "answered_on": since, "is_removed": False,
        }  # fmt: skip
        _add(connection, TaskStateRow, {**state, "number": 1, "done_on": None, "made_at": _noon(since)})
        if place < 2 and due <= _TODAY:
            _add(connection, TaskStateRow, {**state, "number": 2, "done_on": due, "made_at": _noon(due)})


def _reminders(connection: Connection, client: Client, title: str) -> None:
    """One that repeats, one that does not, and one that is done; one in five is overdue."""
    for place in range(3):
        due = _TODAY + timedelta(days=(client.id * 3 + place) % 300 - 60)
        every = 1 if place == 0 else None
        row = {
            "client_id": client.id, "title": title, "kind": list(ReminderKind)[place], "due_on": due,
            "zone": "America/New_York", "repeat_every": every, "repeat_unit": RepeatUnit.WEEKS if every else None,
            "repeat_on": "", "anchor": due, "is_open": place < 2, "counted": Counted.CALENDAR,
        }  # fmt: skip
        values = insert(ReminderRow).values(**row).returning(ReminderRow.id)
        reminder = connection.execute(values).scalar_one()
        if place != 1:
            history = {"reminder_id": reminder, "what": Outcome.DONE, "at": _noon(due), "was_due": due}
            rows = [{**history, "position": number} for number in range(4)]
            connection.execute(insert(ReminderHistoryRow), rows)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _add(connection: Connection, table: type, row: Mapping[str, object]) -> None:
    connection.execute(insert(table).values(**row))
