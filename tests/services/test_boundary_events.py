from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, ClauseId, DraftClause, Topic
from vitalshift_desktop.domain.boundary_events import Conduct, EventClass, EventDetails
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.consultations import ConsultationDetails
from vitalshift_desktop.domain.contacts import ContactDetails, ContactNote, StartedBy
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    DistressIsNoEvent,
    NoClauseThatDay,
    NotFound,
    StillInUse,
    TextIsMissing,
)
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.domain.worksheets import Before
from vitalshift_desktop.services.boundary_events import reviews_due


def agreed(world: World, client: Client, topic: Topic = Topic.CONTACT, wording: str = "Before 18:00.") -> ClauseId:
    made = world.workspace.agreements.agree(
        client.id, (DraftClause(topic, wording),), world.today, None, AgreedHow.VERBAL
    )
    return made.clauses[0].clause_id


def what(world: World, days: int = 0, conduct: Conduct = Conduct.CLIENT) -> EventDetails:
    by = StartedBy.CLIENT if conduct is Conduct.CLIENT else StartedBy.COUNSELOR
    return EventDetails(world.today + timedelta(days=days), "A message at 23:40.", conduct, by)


def contact(world: World, client: Client) -> ContactNote:
    return world.workspace.contacts.add(client.id, ContactDetails(world.clock.now(), world.clock.zone(), "Wrote."))


def due(world: World, day: date) -> tuple[ReviewDue, ...]:
    with world.workspace.vault.read() as work:
        return reviews_due(work, day)


def test_a_note_stands_on_the_version_that_was_in_force_on_its_day(world: World) -> None:
    client = world.client()
    clause = agreed(world, client)
    world.clock.advance(days=10)
    agreed(world, client, wording="Before 20:00.")
    events = world.workspace.boundary_events
    assert events.note(client.id, clause, what(world, -1)).number == 1
    assert events.note(client.id, clause, what(world)).number == 2
    with pytest.raises(NoClauseThatDay):
        events.note(client.id, clause, what(world, -11))
    assert [event.number for event in events.page(client.id).events] == [2, 1]
    assert world.heard[-1] == Changed(Subject.BOUNDARY_EVENTS, client.id)


def test_a_note_is_only_about_a_clause_a_contact_and_a_worksheet_of_this_client(world: World) -> None:
    maren, wren = world.client(), world.client("Wren A.")
    clause = agreed(world, maren)
    theirs = contact(world, wren)
    sheet = world.workspace.worksheets.begin(wren.id, Before("What", "Why"))
    events = world.workspace.boundary_events
    with pytest.raises(NoClauseThatDay):
        events.note(wren.id, clause, what(world))
    with pytest.raises(NotFound):
        events.note(maren.id, clause, what(world), contact_id=theirs.id)
    with pytest.raises(NotFound):
        events.note(maren.id, clause, what(world), worksheet_id=sheet.id)
    with pytest.raises(NotFound):
        world.workspace.worksheets.begin(wren.id, Before("What", "Why"), clause)
    with pytest.raises(NotFound):
        events.look_at_clause(wren.id, clause, world.today)
    assert events.page(maren.id).events == ()


def test_distress_in_an_emergency_is_refused_and_the_counselors_own_part_is_not(world: World) -> None:
    client = world.client()
    clause = agreed(world, client, Topic.EMERGENCIES, "Call the numbers below.")
    with pytest.raises(DistressIsNoEvent):
        world.workspace.boundary_events.note(client.id, clause, what(world))
    own = replace(what(world, conduct=Conduct.COUNSELOR), facts="I did not call back that day.")
    assert world.workspace.boundary_events.note(client.id, clause, own).number == 1


def test_a_contact_that_a_note_was_made_from_stays(world: World) -> None:
    client = world.client()
    clause, wrote = agreed(world, client), contact(world, client)
    world.workspace.boundary_events.note(client.id, clause, what(world), contact_id=wrote.id)
    with pytest.raises(StillInUse):
        world.workspace.contacts.remove(wrote.id)


def test_whatever_comes_later_is_an_addition_with_its_date_and_each_leaves_an_entry(world: World) -> None:
    client = world.client()
    events = world.workspace.boundary_events
    event = events.note(client.id, agreed(world, client), what(world))
    rows = world.rows()
    world.clock.advance(days=2)
    events.class_as(event.id, EventClass.STRETCHED)
    events.talked(event.id, world.today, "Glad that it was said.")
    events.add_to(event.id, "There was no signal before.")
    world.clock.advance(days=1)
    events.class_as(event.id, EventClass.KEPT, "It was about an appointment.")
    now = events.get(event.id)
    assert (now.event_class, now.details) == (EventClass.KEPT, event.details)
    assert [(world.clock.now() - one.recorded_at).days for one in now.additions] == [1, 1, 1, 0]
    assert world.rows() == rows + 4
    events.set_aside(event.id, "Wrong client.")
    with pytest.raises(AlreadyRecorded):
        events.add_to(event.id, "More")


def test_a_second_note_suggests_a_review_until_the_clause_was_looked_at_again(world: World) -> None:
    client = world.client()
    clause = agreed(world, client)
    events = world.workspace.boundary_events
    events.note(client.id, clause, what(world))
    assert events.page(client.id).suggestions == ()
    assert due(world, world.today) == ()
    events.note(client.id, clause, what(world))
    (found,) = events.page(client.id).suggestions
    assert (found.clause_id, found.events) == (clause, 2)
    assert due(world, world.today) == (ReviewDue(ReviewKind.CLAUSE, world.today, client.id, clause, "contact"),)
    world.clock.advance(hours=1)
    events.look_at_clause(client.id, clause, world.today, "It fits both of us.")
    assert events.page(client.id).suggestions == ()
    assert due(world, world.today) == ()
    world.clock.advance(hours=1)
    events.note(client.id, clause, what(world, conduct=Conduct.COUNSELOR))
    assert [one.by_counselor for one in events.page(client.id).suggestions] == [1]


def test_a_review_of_all_clauses_together_settles_what_the_notes_until_then_suggest(world: World) -> None:
    client = world.client()
    clause = agreed(world, client)
    events = world.workspace.boundary_events
    events.note(client.id, clause, what(world, conduct=Conduct.COUNSELOR))
    assert len(events.page(client.id).suggestions) == 1
    world.workspace.clause_reviews.record(client.id, world.today)
    assert events.page(client.id).suggestions == ()
    world.clock.advance(days=1)
    events.note(client.id, clause, what(world, conduct=Conduct.COUNSELOR))
    assert len(events.page(client.id).suggestions) == 1


def test_a_next_version_begins_without_a_suggestion(world: World) -> None:
    client = world.client()
    clause = agreed(world, client)
    world.workspace.boundary_events.note(client.id, clause, what(world, conduct=Conduct.COUNSELOR))
    world.clock.advance(days=1)
    agreed(world, client, wording="Before 20:00.")
    assert world.workspace.boundary_events.page(client.id).suggestions == ()


def test_a_worksheet_is_written_before_told_after_and_then_only_added_to(world: World) -> None:
    client = world.client()
    sheets = world.workspace.worksheets
    sheet = sheets.begin(client.id, Before("Walk along", "Ice"), agreed(world, client))
    changed = sheets.change(sheet.id, Before("Walk along", "Ice", "The client's"), None, base_version=1)
    assert sheets.of_client(client.id) == (changed,)
    closed = sheets.close(sheet.id, "I did it; it was fine.", world.today)
    with pytest.raises(AlreadyRecorded):
        sheets.change(sheet.id, Before("Else", "Why"), None, base_version=closed.version)
    with pytest.raises(AlreadyRecorded):
        sheets.remove(sheet.id)
    assert sheets.add_to(sheet.id, "Talked about since.").additions[0].text == "Talked about since."


def test_an_open_worksheet_can_be_taken_away_and_put_back(world: World) -> None:
    client = world.client()
    sheets = world.workspace.worksheets
    removed = sheets.remove(sheets.begin(client.id, Before("Walk along", "Ice")).id)
    assert sheets.of_client(client.id) == ()
    sheets.restore(removed)
    assert sheets.of_client(client.id) == (removed,)


def test_the_consultation_log_needs_no_client_and_keeps_what_was_corrected(world: World) -> None:
    client = world.client()
    log = world.workspace.consultations
    asked = ConsultationDetails(world.today, "Peer group", "Going along to a hearing")
    general = log.log(None, asked)
    first = log.log(client.id, asked)
    second = log.correct(first.id, replace(asked, advised="Not alone", decided="Stay here"))
    assert log.all() == (second, general)
    assert log.of_client(client.id) == (second,)
    assert log.earlier(second) == (first,)
    with pytest.raises(AlreadyRecorded):
        log.correct(first.id, asked)
    with pytest.raises(TextIsMissing):
        log.log(None, replace(asked, whom=""))
