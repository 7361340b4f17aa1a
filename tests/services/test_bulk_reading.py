"""Lists read in bulk: more clients and sessions never mean more statements."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import time, timedelta

import pytest
from sqlalchemy import Engine, event

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.client_measures import UseDetails
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import ContactDetails
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.record_search import Question
from vitalshift_desktop.domain.reminders import ReminderDetails, Repeat, RepeatUnit
from vitalshift_desktop.domain.sessions import Attendance, Modality
from vitalshift_desktop.services.measure_entry import NewEntry

LOOKS: dict[str, Callable[[World], object]] = {
    "the list of clients": lambda world: world.workspace.clients.lines(),
    "the day": lambda world: world.workspace.home.today(),
    "the week": lambda world: world.workspace.sessions.week(world.today),
    "reminders": lambda world: world.workspace.reminders.list(world.today),
    "the search": lambda world: world.workspace.search.find("c"),
    "agreements that are due": lambda world: world.workspace.agreements.due(world.today),
    "the inbox": lambda world: world.workspace.inbox.lines(),
    "Insights": lambda world: world.workspace.first_five.page(),
    "what is unpaid": lambda world: world.workspace.fees.unpaid(),
    "what a closure touches": lambda world: world.workspace.closures.planned_in(world.today, world.today),
    "words of the record": lambda world: world.workspace.record_search.page(
        world.workspace.record_search.find(Question("shop"))
    ),
}

YEARS: dict[str, Callable[[World, ClientId], object]] = {
    "the timeline": lambda world, client: world.workspace.clients.timeline(client),
    "sessions": lambda world, client: world.workspace.sessions.of_client(client),
    "contacts": lambda world, client: world.workspace.contacts.of_client(client),
    "process notes": lambda world, client: world.workspace.process_notes.find(client),
    "fees": lambda world, client: world.workspace.fees.of_client(client),
    "documents": lambda world, client: world.workspace.attachments.notes_of(
        world.workspace.attachments.of_client(client)
    ),
    "the last episode": lambda world, client: world.workspace.episodes.last(client),
    "the alliance": lambda world, client: world.workspace.alliance.course(client),
    "outcomes": lambda world, client: world.workspace.outcomes.of_client(client),
    "answers to review": lambda world, client: world.workspace.answers.waiting(client),
    "measures in use": lambda world, client: world.workspace.client_measures.of_client(client),
}


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every SELECT that is sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield sent
    event.remove(Engine, "before_cursor_execute", note)


def grow(world: World, first: int, count: int) -> None:
    """Clients with a past, a today and a tomorrow."""
    clause = DraftClause(Topic.CONTACT, "Messages are for appointments.")
    for place in range(first, first + count):
        client = world.client(f"Client {place}")
        at = time(place % 24, 0)
        for days in (-14, -7):
            session = world.held(client, days, at)
            world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (5, 5, 5, 5))
            world.written(session)
        world.workspace.fees.agree(client.id, 8000, world.today - timedelta(days=30))
        world.workspace.inbox.capture("Rang back.", client.id)
        world.planned(client, 0, at)
        world.workspace.client_measures.choose(client.id, "phq9", UseDetails())
        world.workspace.agreements.agree(client.id, (clause,), world.today, world.today, AgreedHow.VERBAL)
        due = ReminderDetails(
            "GAD-7", world.today + timedelta(days=1), client_id=client.id, repeat=Repeat(4, RepeatUnit.SESSIONS)
        )
        world.workspace.reminders.add(due)


def live_on(world: World, client: ClientId, first: int, count: int) -> None:
    """Sessions of one client with all that is kept around them."""
    now, zone, w = world.clock.now(), world.clock.zone(), world.workspace
    for place in range(first, first + count):
        session = w.sessions.plan(client, world.today - timedelta(days=7 + place), time(9, 0), 50, Modality.IN_PERSON)
        w.sessions.set_attendance(session.id, Attendance.ATTENDED)
        w.measures.record_checkin(session.id, Rater.CLIENT, (5, 5, 5, 5))
        wrong = w.measures.record(NewEntry(client, "phq9", Rater.CLIENT, (2,) * 9, session_id=session.id))
        w.measures.correct_measure(wrong.id, NewEntry(client, "phq9", Rater.CLIENT, (1,) * 9, session_id=session.id))
        note = world.written(session)
        w.attachments.add(client, f"Letter {place}", f"Dear {place}".encode(), note_id=note.id)
        w.notes.sign(note.id)
        w.contacts.sign(w.contacts.add(client, ContactDetails(now, zone, f"Rang {place}.")).id)
        w.process_notes.begin(client, f"Thought {place}.", session_id=session.id)


def sent_for(world: World, look: str) -> int:
    LOOKS[look](world)  # the flags are looked for here and kept
    with statements() as sent:
        LOOKS[look](world)
    return len(sent)


def test_more_clients_never_mean_more_statements(world: World) -> None:
    grow(world, 0, 1)
    with_few = {look: sent_for(world, look) for look in LOOKS}
    grow(world, 1, 3)
    assert {look: sent_for(world, look) for look in LOOKS} == with_few


def test_looking_for_flags_anew_reads_in_bulk_too(world: World) -> None:
    world.workspace.clients.lines()
    counts = []
    for first, count in ((0, 1), (1, 3)):
        grow(world, first, count)
        with statements() as of_those_who_changed:
            world.workspace.clients.lines()
        world.workspace.events.publish(Changed(Subject.SESSIONS))
        with statements() as of_everybody:
            world.workspace.clients.lines()
        counts.append((len(of_those_who_changed), len(of_everybody)))
    assert counts[0] == counts[1]


def test_more_years_with_one_client_never_mean_more_statements(world: World) -> None:
    client = world.client().id
    world.workspace.fees.agree(client, 8000, world.today - timedelta(days=30))
    counts: list[dict[str, int]] = []
    for first, count in ((0, 1), (1, 3)):
        live_on(world, client, first, count)
        counts.append({})
        for name, look in YEARS.items():
            with statements() as sent:
                look(world, client)
            counts[-1][name] = len(sent)
    assert counts[0] == counts[1]


@pytest.mark.parametrize("look", ["the list of clients", "the week"])
def test_flags_are_kept_until_something_changes_they_rest_on(world: World, look: str) -> None:
    grow(world, 0, 1)
    with statements() as anew:
        LOOKS[look](world)
    with statements() as kept:
        LOOKS[look](world)
    assert len(kept) < len(anew)
