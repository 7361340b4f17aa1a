from datetime import timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.alliance import OF_CLIENT, RatedBy
from vitalshift_desktop.domain.chart_entries import EntryKind, Known
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.medicines import MedicineDetails
from vitalshift_desktop.domain.phases import DotKind
from vitalshift_desktop.domain.problems import AlreadyRecorded, DateIsImpossible, NotFound
from vitalshift_desktop.domain.related_people import PersonDetails
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.services.timeline_entries import TimelineMark

DROP = [8, 7, 8, 7, 8, 8, 4]


def dropped(world: World) -> tuple[Client, Session]:
    client = world.client()
    return client, world.rated(client, DROP)[-1]


def dot(world: World, client: Client) -> DotKind:
    header = world.workspace.clients.header(client.id)
    return next(dot.kind for span in header.phases for dot in span.dots if dot.session_no == 7)


def test_a_mark_is_a_rupture_only_once_the_counselor_classes_it(world: World) -> None:
    client, session = dropped(world)
    alliance = world.workspace.alliance
    assert alliance.course(client.id).points[6].rupture is None
    assert dot(world, client) is DotKind.DROP
    entry = alliance.class_mark(client.id, session.id, MarkClass.WITHDRAWAL, " Went quiet ")
    assert entry.note == "Went quiet"
    point = alliance.course(client.id).points[6]
    assert point.rupture == entry
    assert point.mark is not None
    assert dot(world, client) is DotKind.RUPTURE
    marks = {one.session_no: one.mark for one in world.workspace.clients.timeline(client.id)}
    assert marks[7] is TimelineMark.RUPTURE


def test_a_later_class_is_a_new_entry_beside_the_earlier_one(world: World) -> None:
    client, session = dropped(world)
    alliance = world.workspace.alliance
    first = alliance.class_mark(client.id, session.id, MarkClass.UNCLEAR)
    world.clock.advance(days=7)
    later = alliance.class_mark(client.id, session.id, MarkClass.CONFRONTATION)
    world.clock.advance(days=7)
    assert alliance.course(client.id).points[6].classes == (first, later)
    alliance.class_mark(client.id, session.id, MarkClass.NONE, "It was the flu")
    point = alliance.course(client.id).points[6]
    assert (point.rupture, len(point.classes)) == (None, 3)


def test_a_class_can_be_taken_back_and_then_counts_no_more(world: World) -> None:
    client, session = dropped(world)
    alliance = world.workspace.alliance
    entry = alliance.class_mark(client.id, session.id, MarkClass.UNCLEAR)
    alliance.undo_class(entry.id)
    assert alliance.course(client.id).points[6].classes == ()
    with pytest.raises(AlreadyRecorded):
        alliance.undo_class(entry.id)
    acts = [(one.act, one.detail) for one in world.workspace.audit.rows(limit=2)]
    assert acts == [("mark.classed", {"undone": True}), ("mark.classed", {})]


def test_only_a_marked_score_can_be_classed(world: World) -> None:
    client, session = dropped(world)
    other = world.client("Odalys R.")
    earlier = world.workspace.alliance.course(client.id).points[3].session_id
    for who, where in ((client.id, earlier), (other.id, session.id)):
        with pytest.raises(NotFound):
            world.workspace.alliance.class_mark(who, where, MarkClass.UNCLEAR)
    guardian = RatedBy(Rater.GUARDIAN)
    with pytest.raises(NotFound):
        world.workspace.alliance.class_mark(client.id, session.id, MarkClass.UNCLEAR, of=guardian)


def test_a_guardian_s_ratings_are_a_course_of_their_own(world: World) -> None:
    client, _session = dropped(world)
    parent = world.workspace.related_people.add(client.id, PersonDetails("Ingrid Tveit"))
    sessions = [point.session_id for point in world.workspace.alliance.course(client.id).points]
    for session_id in sessions[:3]:
        entry = NewEntry(client.id, CHECKIN, Rater.GUARDIAN, (6, 6, 6, 6), session_id=session_id, person_id=parent.id)
        world.workspace.measures.record(entry)
    view = world.workspace.alliance.view(client.id)
    of_parent = RatedBy(Rater.GUARDIAN, parent.id)
    assert (view.of, view.raters) == (OF_CLIENT, (OF_CLIENT, of_parent))
    assert view.people[parent.id] == "Ingrid Tveit"
    assert view.course.client_series() == (8, 7, 8, 7, 8, 8, 4)
    theirs = world.workspace.alliance.view(client.id, of=of_parent).course
    assert theirs.client_series() == (6, 6, 6, None, None, None, None)
    assert (theirs.marks, theirs.reading.scores) == ((), 3)


def test_own_entries_and_what_the_record_knows_stand_on_the_chart(world: World) -> None:
    client, session = dropped(world)
    entries = world.workspace.chart_entries
    note = entries.add(client.id, session.day, EntryKind.NOTE, "The letter")
    world.workspace.medicines.add(client.id, MedicineDetails("Sertraline", world.today, since=session.day))
    shown = world.workspace.alliance.view(client.id).happenings
    assert [(one.words, one.known, one.entry_id) for one in shown] == [
        ("Sertraline", Known.MEDICINE_BEGUN, None),
        ("The letter", None, note.id),
    ]
    with pytest.raises(DateIsImpossible):
        entries.add(client.id, world.today + timedelta(days=1), EntryKind.NOTE, "Soon")


def test_a_changed_entry_takes_the_place_of_the_earlier_and_can_be_taken_back(world: World) -> None:
    client, session = dropped(world)
    entries = world.workspace.chart_entries

    def shown() -> list[str]:
        return [one.words for one in world.workspace.alliance.view(client.id).happenings]

    first = entries.add(client.id, session.day, EntryKind.NOTE, "The letter")
    second = entries.change(first.id, session.day, EntryKind.NOTE, "The unanswered letter")
    assert (second.replaces_id, shown()) == (first.id, ["The unanswered letter"])
    entries.undo_change(second)
    assert shown() == ["The letter"]
    entries.change(first.id, session.day, EntryKind.NOTE, "Another letter")
    assert shown() == ["Another letter"]
    entries.take_off(entries.change(first.id, session.day, EntryKind.NOTE, "The letter").id)
    assert "The letter" not in shown()


def test_an_entry_that_was_taken_off_can_be_put_back(world: World) -> None:
    client, session = dropped(world)
    entries = world.workspace.chart_entries
    note = entries.add(client.id, session.day, EntryKind.NOTE, "The letter")
    entries.take_off(note.id)
    assert world.workspace.alliance.view(client.id).happenings == ()
    entries.put_back(note.id)
    assert [one.entry_id for one in world.workspace.alliance.view(client.id).happenings] == [note.id]
