from dataclasses import replace
from datetime import time, timedelta

import pytest

from tests.services.test_boundary_events import agreed, what
from tests.services.world import World
from vitalshift_desktop.domain.agreements import ClauseId, ClauseVersion, Topic
from vitalshift_desktop.domain.boundary_events import Conduct
from vitalshift_desktop.domain.chart_entries import Known
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.consultations import ConsultationDetails
from vitalshift_desktop.domain.contact_rules import ContactHours
from vitalshift_desktop.domain.contacts import ContactDetails, ContactKind, ContactNote
from vitalshift_desktop.domain.fees import ChargeState
from vitalshift_desktop.domain.problems import AgreementPermitsIt, EndsBeforeItStarts, HoursAreImpossible
from vitalshift_desktop.domain.record_search import EntryKind, Question
from vitalshift_desktop.domain.session_course import SessionCourse
from vitalshift_desktop.domain.sessions import at_local
from vitalshift_desktop.domain.worksheets import Before
from vitalshift_desktop.services.chart_entries import happenings_of
from vitalshift_desktop.services.timeline_entries import TimelineGroup, TimelineKind

WORKDAYS = ContactHours(frozenset(range(5)), time(9, 0), time(18, 0))
MESSAGES = frozenset({ContactKind.MESSAGE})


def message(
    world: World, client: Client, at: time, days: int = 0, kind: ContactKind = ContactKind.MESSAGE
) -> ContactNote:
    moment = at_local(world.today + timedelta(days=days), at, world.clock.zone())
    return world.workspace.contacts.add(client.id, ContactDetails(moment, world.clock.zone(), "Wrote.", kind))


def in_force(world: World, client: Client, clause_id: ClauseId) -> ClauseVersion:
    return next(one for one in world.workspace.agreements.in_force(client.id) if one.clause_id == clause_id)


def test_a_contact_is_offered_to_be_noted_unless_the_version_of_its_day_permitted_it(world: World) -> None:
    client = world.client()
    rules, contacts = world.workspace.contact_rules, world.workspace.boundary_events
    early = message(world, client, time(8, 0))
    assert rules.linkable(early.id).versions == ()
    clause = agreed(world, client)
    version = in_force(world, client, clause)
    assert rules.linkable(early.id).versions == (version,)
    rules.permit(version, MESSAGES, WORKDAYS)
    assert rules.linkable(early.id).versions == (version,)
    daily = message(world, client, time(9, 30))
    assert rules.linkable(daily.id).versions == ()
    with pytest.raises(AgreementPermitsIt):
        contacts.note(client.id, clause, what(world), contact_id=daily.id)
    contacts.note(client.id, clause, what(world), contact_id=early.id)
    assert rules.linkable(early.id).is_linked
    gift = message(world, client, time(8, 0), kind=ContactKind.GIFT_OFFERED)
    assert rules.linkable(gift.id).versions == ()


def test_the_latest_rule_of_a_version_counts_and_another_version_has_none(world: World) -> None:
    client = world.client()
    rules = world.workspace.contact_rules
    version = in_force(world, client, agreed(world, client))
    rules.permit(version, MESSAGES, WORKDAYS)
    rules.permit(version, frozenset(), None)
    known = rules.of_version(version)
    assert known is not None
    assert (known.kinds, known.hours) == (frozenset(), None)
    assert rules.of_version(replace(version, number=2)) is None
    with pytest.raises(ValueError, match="not about"):
        rules.permit(version, frozenset({ContactKind.GIFT_OFFERED}), None)
    with pytest.raises(HoursAreImpossible):
        rules.set_practice_hours(replace(WORKDAYS, ends=time(8, 0)))


def test_the_drift_watch_lists_what_went_beyond_what_was_agreed_and_says_among_how_many(world: World) -> None:
    maren, wren = world.client(), world.client("Wren A.")
    long, short, before = world.held(maren, -7), world.held(maren, -6), world.held(maren, -60)
    for session, minutes in ((long, 63), (short, 50), (before, 70)):
        world.workspace.courses.write(session.id, SessionCourse(None, minutes))
    world.workspace.fees.charge(short.id, ChargeState.WAIVED, amount=9000)
    late, daily = message(world, wren, time(22, 15), -3), message(world, wren, time(10, 0), -4)
    watch = world.workspace.drift
    page = watch.page(world.today - timedelta(days=30), world.today)
    assert (page.drift.contacts, page.drift.without_hours, page.drift.out_of_hours) == (0, 2, ())
    world.workspace.contact_rules.set_practice_hours(ContactHours(frozenset(range(7)), time(9, 0), time(18, 0)))
    page = watch.page(world.today - timedelta(days=30), world.today)
    assert [(one.session_id, one.over) for one in page.drift.overruns] == [(long.id, 13)]
    assert (page.drift.held, page.drift.contacts) == (2, 2)
    assert [one.contact_id for one in page.drift.out_of_hours] == [late.id]
    assert [(one.session_id, one.amount) for one in page.drift.waived] == [(short.id, 9000)]
    assert {one.name for one in page.clients.values()} == {"Maren T.", "Wren A."}
    only = watch.page(world.today - timedelta(days=30), world.today, wren.id)
    assert (only.drift.overruns, only.drift.held, only.drift.out_of_hours) == ((), 0, page.drift.out_of_hours)
    assert daily.id != late.id
    with pytest.raises(EndsBeforeItStarts):
        watch.page(world.today, world.today - timedelta(days=1))


def test_hours_of_an_agreement_go_before_those_of_the_practice(world: World) -> None:
    client = world.client()
    rules = world.workspace.contact_rules
    every_day = ContactHours(frozenset(range(7)), time(7, 0), time(23, 0))
    rules.set_practice_hours(replace(every_day, ends=time(9, 0)))
    rules.permit(in_force(world, client, agreed(world, client)), MESSAGES, every_day)
    message(world, client, time(9, 30))
    found = world.workspace.drift.page(world.today, world.today).drift
    assert (found.contacts, found.out_of_hours) == (1, ())


def test_the_drift_watch_keeps_to_its_days_to_waived_fees_and_to_the_version_of_each_day(world: World) -> None:
    client, rules, watch = world.client(), world.workspace.contact_rules, world.workspace.drift
    mornings = ContactHours(frozenset(range(7)), time(9, 0), time(12, 0))
    rules.permit(in_force(world, client, agreed(world, client)), MESSAGES, mornings)
    message(world, client, time(9, 30))
    world.clock.advance(days=10)
    afternoons = replace(mornings, begins=time(13, 0), ends=time(18, 0))
    rules.permit(in_force(world, client, agreed(world, client, wording="Afternoons.")), MESSAGES, afternoons)
    late = message(world, client, time(9, 30))
    message(world, world.client("Wren A."), time(9, 30))
    _first, paid = world.held(client, -10), world.held(client, -5)
    world.workspace.fees.charge(paid.id, ChargeState.PAID, amount=9000)
    whole = watch.page(world.today - timedelta(days=10), world.today).drift
    assert ([one.contact_id for one in whole.out_of_hours], whole.waived) == ([late.id], ())
    assert (whole.contacts, whole.without_hours, whole.held) == (2, 1, 2)
    between = watch.page(world.today - timedelta(days=9), world.today - timedelta(days=1)).drift
    assert (between.contacts, between.without_hours, between.held) == (0, 0, 1)


def test_what_was_written_about_agreements_stands_on_the_timeline_without_the_thinking(world: World) -> None:
    client = world.client()
    clause = agreed(world, client, Topic.GIFTS)
    events = world.workspace.boundary_events
    noted = events.note(client.id, clause, replace(what(world), thinking="I was touched."))
    events.set_aside(events.note(client.id, clause, what(world)).id, "Twice.")
    sheet = world.workspace.worksheets.begin(client.id, Before("Accept the jam", "Why"))
    asked = world.workspace.consultations.log(client.id, ConsultationDetails(world.today, "Peers", "Small gifts"))
    entries = world.workspace.clients.timeline(client.id)
    mine = {entry.kind: entry for entry in entries if entry.kind is not TimelineKind.AGREEMENT}
    assert mine[TimelineKind.BOUNDARY_EVENT].thing == events.get(noted.id)
    assert mine[TimelineKind.BOUNDARY_EVENT].summary == "A message at 23:40."
    assert mine[TimelineKind.WORKSHEET].thing == sheet
    assert mine[TimelineKind.CONSULTATION].thing == asked
    assert mine[TimelineKind.WORKSHEET].is_in(TimelineGroup.AGREED)


@pytest.mark.parametrize("word", ["quince", "touched", "later", "hearing", "tram", "peers"])
def test_every_word_about_an_agreement_is_found(world: World, word: str) -> None:
    client = world.client()
    details = replace(what(world), facts="Quince jam.", thinking="I was touched.")
    event = world.workspace.boundary_events.note(client.id, agreed(world, client), details)
    world.workspace.boundary_events.add_to(event.id, "Remembered later.")
    sheet = world.workspace.worksheets.begin(client.id, Before("Go along to the hearing", "Why"))
    world.workspace.worksheets.close(sheet.id, "We took the tram.", world.today)
    world.workspace.consultations.log(client.id, ConsultationDetails(world.today, "Peers", "Small gifts"))
    kinds = {
        "quince": EntryKind.BOUNDARY_EVENT,
        "touched": EntryKind.BOUNDARY_EVENT,
        "later": EntryKind.BOUNDARY_EVENT,
        "hearing": EntryKind.WORKSHEET,
        "tram": EntryKind.WORKSHEET,
        "peers": EntryKind.CONSULTATION,
    }
    search = world.workspace.record_search
    (hit,) = search.page(search.find(Question(word)))
    assert hit.kind is kinds[word]
    assert hit.client is not None


def test_a_note_is_a_square_on_the_alliance_chart_by_its_topic_alone(world: World) -> None:
    client = world.client()
    session = world.held(client, -1)
    clause = agreed(world, client)
    events = world.workspace.boundary_events
    events.note(client.id, clause, what(world, conduct=Conduct.COUNSELOR))
    events.set_aside(events.note(client.id, clause, what(world)).id, "Twice.")
    with world.workspace.vault.read() as work:
        (found,) = happenings_of(work, client.id, (session,), world.today)
    assert (found.known, found.topic, found.words, found.entry_id) == (
        Known.NOTE_ON_AGREEMENT,
        Topic.CONTACT,
        "",
        None,
    )
