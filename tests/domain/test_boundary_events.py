from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.agreements import ClauseId, ClauseState, ClauseVersion, Topic
from vitalshift_desktop.domain.boundary_events import (
    CLASSES,
    AdditionKind,
    BoundaryEvent,
    BoundaryEventId,
    ClauseLook,
    Conduct,
    EventAddition,
    EventClass,
    EventDetails,
    check_topic,
    suggestion,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import StartedBy
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    ClassIsOfOthers,
    DateIsImpossible,
    DistressIsNoEvent,
    HiddenCharacters,
    TextIsMissing,
    TextTooLong,
)
from vitalshift_desktop.domain.record_classes import RecordClass
from vitalshift_desktop.domain.worksheets import BeforePart
from vitalshift_desktop.vocabulary import label

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
DETAILS = EventDetails(DAY, "Three messages after ten.", Conduct.CLIENT, StartedBy.CLIENT)
VERSION = ClauseVersion(ClauseId(1), ClientId(1), Topic.CONTACT, 1, "Before 18:00.", ClauseState.IN_FORCE, DAY)
EVENT = BoundaryEvent(BoundaryEventId(1), ClientId(1), ClauseId(1), 1, Topic.CONTACT, DETAILS, NOON, "R. Sample")
OWN = replace(EVENT, details=replace(DETAILS, conduct=Conduct.COUNSELOR, started_by=StartedBy.COUNSELOR))


def added(
    kind: AdditionKind, text: str = "", event_class: EventClass | None = None, on: date | None = None
) -> EventAddition:
    return EventAddition(kind, text, NOON, "R. Sample", event_class, on)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"facts": " \n"}, TextIsMissing),
        ({"facts": "x" * 20_001}, TextTooLong),
        ({"thinking": "a\u202eb"}, HiddenCharacters),
        ({"consulted": "y" * 201}, TextTooLong),
        ({"day": DAY + timedelta(days=1)}, DateIsImpossible),
        ({"discussed_on": DAY - timedelta(days=1)}, DateIsImpossible),
        ({"discussed_on": DAY + timedelta(days=1)}, DateIsImpossible),
    ],
)
def test_a_note_without_facts_or_with_impossible_days_is_refused(
    changes: dict[str, object], problem: type[Exception]
) -> None:
    assert DETAILS.checked(DAY) == DETAILS
    with pytest.raises(problem):
        replace(DETAILS, **changes).checked(DAY)  # type: ignore[arg-type]  # each a field of the details


def test_a_note_is_neutral_until_it_is_classed_and_a_class_is_revised_by_an_addition_with_words() -> None:
    assert EVENT.event_class is None
    stretched = EVENT.added(added(AdditionKind.CLASS, event_class=EventClass.STRETCHED), DAY)
    with pytest.raises(TextIsMissing):
        stretched.added(added(AdditionKind.CLASS, " ", EventClass.NEEDS_REWORDING), DAY)
    with pytest.raises(AlreadyRecorded):
        stretched.added(added(AdditionKind.CLASS, "Again", EventClass.STRETCHED), DAY)
    revised = stretched.added(added(AdditionKind.CLASS, "The wording is unclear.", EventClass.NEEDS_REWORDING), DAY)
    assert revised.event_class is EventClass.NEEDS_REWORDING
    assert [one.event_class for one in revised.additions] == [EventClass.STRETCHED, EventClass.NEEDS_REWORDING]
    assert revised.details == EVENT.details


@given(st.sampled_from(Conduct), st.sampled_from(EventClass))
def test_crossing_and_violation_are_for_the_counselors_own_conduct_alone(conduct: Conduct, kind: EventClass) -> None:
    event = OWN if conduct is Conduct.COUNSELOR else EVENT
    is_own = kind is EventClass.VIOLATION or kind.value.startswith("crossing")
    assert (kind in CLASSES[Conduct.COUNSELOR]) == is_own
    if is_own == (conduct is Conduct.COUNSELOR):
        assert event.added(added(AdditionKind.CLASS, event_class=kind), DAY).event_class is kind
    else:
        with pytest.raises(ClassIsOfOthers):
            event.added(added(AdditionKind.CLASS, event_class=kind), DAY)


def test_what_a_client_does_in_an_emergency_is_never_an_event() -> None:
    with pytest.raises(DistressIsNoEvent):
        check_topic(Topic.EMERGENCIES, Conduct.CLIENT)
    check_topic(Topic.EMERGENCIES, Conduct.COUNSELOR)
    for topic in set(Topic) - {Topic.EMERGENCIES}:
        check_topic(topic, Conduct.CLIENT)


def test_the_last_talk_counts_and_no_talk_lies_before_the_day_it_was_about() -> None:
    assert EVENT.discussed_on is None
    talked = EVENT.added(added(AdditionKind.TALKED, "Glad that it was said.", on=DAY), DAY)
    assert talked.discussed_on == DAY
    for on in (None, DAY - timedelta(days=1), DAY + timedelta(days=1)):
        with pytest.raises(DateIsImpossible):
            talked.added(added(AdditionKind.TALKED, on=on), DAY)


def test_a_note_set_aside_takes_nothing_more_and_needs_a_reason() -> None:
    with pytest.raises(TextIsMissing):
        EVENT.added(added(AdditionKind.SET_ASIDE), DAY)
    aside = EVENT.added(added(AdditionKind.SET_ASIDE, "Wrong client."), DAY)
    assert aside.is_set_aside
    with pytest.raises(AlreadyRecorded):
        aside.added(added(AdditionKind.WORDS, "More"), DAY)


def test_the_second_note_on_a_version_suggests_a_review_and_the_first_that_the_counselor_started() -> None:
    second = replace(EVENT, id=BoundaryEventId(2))
    assert suggestion(VERSION, [EVENT], []) is None
    found = suggestion(VERSION, [EVENT, second], [])
    assert found is not None
    assert (found.events, found.by_counselor, found.since) == (2, 0, DAY)
    own = suggestion(VERSION, [OWN], [])
    assert own is not None
    assert own.by_counselor == 1
    aside = OWN.added(added(AdditionKind.SET_ASIDE, "Wrong client."), DAY)
    assert suggestion(VERSION, [EVENT, aside], []) is None
    assert suggestion(VERSION, [EVENT, replace(second, number=2)], []) is None


def test_once_looked_at_again_only_later_notes_suggest_another_review() -> None:
    second = replace(EVENT, id=BoundaryEventId(2))
    look = ClauseLook(ClauseId(1), ClientId(1), DAY, "It fits.", NOON + timedelta(hours=1), "R. Sample")
    assert suggestion(VERSION, [EVENT, second], [look]) is None
    later = replace(OWN, recorded_at=NOON + timedelta(hours=2))
    assert suggestion(VERSION, [EVENT, second, later], [look]) is not None
    other = replace(look, clause_id=ClauseId(2))
    assert suggestion(VERSION, [EVENT, second], [other]) is not None
    with pytest.raises(DateIsImpossible):
        replace(look, looked_on=DAY + timedelta(days=1)).checked(DAY)


def test_notes_are_kept_as_long_as_the_progress_record() -> None:
    assert EVENT.record_class is RecordClass.PROGRESS_RECORD


@pytest.mark.parametrize("terms", [Conduct, EventClass, AdditionKind, BeforePart], ids=lambda terms: terms.__name__)
def test_every_term_about_notes_on_agreements_has_words_of_its_own(terms: type[StrEnum]) -> None:
    words = [label(member) for member in terms]
    assert all(word and word[0].isupper() for word in words)
    assert len(set(words)) == len(words)
