"""Lists ask the vault a fixed number of questions, however many clients and years there are."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Connection, event

from tests.vault.sample_records import DAY, NOON, a_checkin, a_client, a_goal, a_session, a_signed_note, a_version
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import next_episode
from vitalshift_desktop.domain.goals import GoalRating
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

LISTS: dict[str, Callable[[UnitOfWork], object]] = {
    "clients": lambda work: work.clients.all(),
    "episodes": lambda work: work.episodes.current_of(ids(work)),
    "all episodes": lambda work: work.episodes.of_clients(ids(work)),
    "phases": lambda work: work.clients.phase_marks_of(ids(work)),
    "week": lambda work: work.sessions.between(NOON, NOON + timedelta(days=7)),
    "to finish": lambda work: work.sessions.without_signed_note(NOON),
    "next": lambda work: work.sessions.next_of(ids(work), NOON),
    "last": lambda work: work.sessions.last_of(ids(work), NOON),
    "counts": lambda work: work.sessions.held_counts(ids(work)),
    "numbers": lambda work: work.sessions.held_before([s.id for s in work.sessions.all()]),
    "heads": lambda work: work.notes.heads([s.id for s in work.sessions.all()]),
    "notes": lambda work: work.notes.of_client(ids(work)[0]),
    "ratings": lambda work: work.goals.ratings_of_client(ids(work)[0]),
    "to review": lambda work: work.agreements.due(DAY),
    "answers": lambda work: work.critical_answers.who_may_be_asked_about([("phq9", 9, 1), ("core10", 6, 1)]),
    "check-ins": lambda work: work.measures.of_clients(ids(work), CHECKIN),
    "ends of courses": lambda work: work.course_ends.of_clients(ids(work), [CHECKIN]),
    "days held": lambda work: work.measure_days.of_sessions(ids(work)),
    "days given": lambda work: work.measure_days.last_given([use.id for use in work.client_measures.asked_for()]),
    "days not given": lambda work: work.measure_days.last_not_given(ids(work)),
    "early": lambda work: work.measures.early(ids(work), CHECKIN, 5),
    "reminders": lambda work: work.reminders.all_open(),
}


def ids(work: UnitOfWork) -> list[ClientId]:
    return [client.id for client in work.clients.all()]


def fill(work: UnitOfWork, clients: int) -> None:
    for _ in range(clients):
        client = a_client(work)
        work.episodes.add(next_episode((), client.id, DAY))
        goal = a_goal(work, client)
        a_version(work, client.id)
        for day in range(-21, 0, 7):
            session = a_session(work, client, day=day)
            work.goals.rate(GoalRating(goal.id, 5, DAY, session_id=session.id))
            work.measures.add(a_checkin(session, 5, 5, 5, 5))
            a_signed_note(work, session)


@contextmanager
def statements(work: UnitOfWork) -> Iterator[list[str]]:
    """The statements sent while this is open."""
    sent: list[str] = []

    def remember(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    connection = work.clients._connection.connection()
    event.listen(connection, "before_cursor_execute", remember)
    yield sent
    event.remove(connection, "before_cursor_execute", remember)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_as_many_statements_for_many_clients_as_for_one(open_vault: Vault, name: str) -> None:
    counts = []
    for clients in (1, 6):
        with open_vault.write() as work:
            fill(work, clients)
        with open_vault.read() as work, statements(work) as sent:
            LISTS[name](work)
        counts.append(len(sent))
    assert 1 <= counts[0] <= 6
    assert counts[0] == counts[1]


def test_lists_of_notes_do_not_read_what_was_written(open_vault: Vault) -> None:
    with open_vault.write() as work:
        fill(work, 1)
    with open_vault.read() as work, statements(work) as sent:
        LISTS["heads"](work)
        LISTS["to finish"](work)
    assert not [statement for statement in sent if "note_text" in statement]


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("to finish", "session_without_note"),
        ("week", "session_by_start"),
        ("next", "session_by_attendance"),
        ("last", "session_by_client"),
        ("counts", "session_by_episode"),
        ("numbers", "session_by_episode"),
        ("early", "session_by_episode"),
        ("check-ins", "administration_by_client"),
        ("to review", "clause_version_by_state"),
        ("answers", "administration_to_review"),
        ("answers", "administration_reviewed"),
        ("reminders", "reminder_by_due"),
    ],
)
def test_daily_questions_are_answered_by_an_index(open_vault: Vault, name: str, index: str) -> None:
    with open_vault.write() as work:
        fill(work, 2)
    with open_vault.read() as work:
        connection = work.clients._connection.connection()
        plans: list[str] = []

        def explain(
            _connection: Connection, cursor: object, statement: str, parameters: object, *_rest: object
        ) -> None:
            if not statement.startswith("EXPLAIN"):
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]  # as it was sent
                plans.extend(row[3] for row in rows)

        event.listen(connection, "before_cursor_execute", explain)
        LISTS[name](work)
        event.remove(connection, "before_cursor_execute", explain)
    assert [plan for plan in plans if f"INDEX {index} " in f"{plan} "], plans
