from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.agreements import ClauseId, ClauseState, ClauseVersion, Topic
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contact_rules import ContactHours, ContactRule, is_about
from vitalshift_desktop.domain.contacts import ContactDetails, ContactId, ContactKind, StartedBy
from vitalshift_desktop.domain.drift import (
    AgreedMinutes,
    ClientDrift,
    Drift,
    OutOfHours,
    WaivedFee,
    agreed_minutes,
    is_out_of_hours,
    overruns,
)
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.problems import HoursAreImpossible
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId

EARLY = datetime.fromisoformat("2025-01-01")  # a moment on some wall clock
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WORKDAYS = ContactHours(frozenset(range(5)), time(9, 0), time(18, 0))
SESSION = Session(SessionId(1), ClientId(1), NOON, "UTC", 50, attendance=Attendance.ATTENDED, episode_id=EpisodeId(1))
VERSION = ClauseVersion(ClauseId(1), ClientId(1), Topic.CONTACT, 1, "Words", ClauseState.IN_FORCE, NOON.date())


def agreed(number: int, on: date, minutes: int) -> AgreedMinutes:
    return AgreedMinutes(EpisodeId(1), number, on, minutes)


@pytest.mark.parametrize(
    "hours",
    [
        replace(WORKDAYS, weekdays=frozenset()),
        replace(WORKDAYS, weekdays=frozenset({7})),
        replace(WORKDAYS, ends=time(9, 0)),
        replace(WORKDAYS, ends=time(8, 0)),
    ],
)
def test_hours_without_a_day_or_that_end_before_they_begin_are_refused(hours: ContactHours) -> None:
    assert WORKDAYS.checked() == WORKDAYS
    with pytest.raises(HoursAreImpossible):
        hours.checked()


@given(st.datetimes(EARLY, EARLY + timedelta(days=1000)))
def test_a_moment_is_in_hours_on_its_weekday_between_its_times_and_nowhere_else(at: datetime) -> None:
    inside = at.isoweekday() <= 5 and time(9, 0) <= at.time() <= time(18, 0)
    assert WORKDAYS.hold(at) is inside
    assert is_out_of_hours(at, WORKDAYS) is not inside


def test_a_rule_permits_its_kinds_within_its_hours_on_the_wall_clock_of_the_contact() -> None:
    rule = ContactRule(ClauseId(1), 1, frozenset({ContactKind.MESSAGE}), WORKDAYS, NOON)
    message = ContactDetails(NOON, "UTC", "Wrote.", ContactKind.MESSAGE)
    assert rule.permits(message)
    assert not rule.permits(replace(message, kind=ContactKind.CALL))
    assert not rule.permits(replace(message, zone="Pacific/Auckland"))
    assert replace(rule, hours=None).permits(replace(message, zone="Pacific/Auckland"))


def test_a_clause_is_about_the_contacts_of_its_topic_and_no_contact_is_about_emergencies() -> None:
    assert is_about(VERSION, ContactKind.CALL)
    assert not is_about(VERSION, ContactKind.GIFT_OFFERED)
    assert is_about(replace(VERSION, topic=Topic.GIFTS), ContactKind.GIFT_OFFERED)
    emergencies = replace(VERSION, topic=Topic.EMERGENCIES)
    assert not any(is_about(emergencies, kind) for kind in ContactKind)
    assert is_about(replace(VERSION, topic=Topic.TOUCH), ContactKind.OTHER)


def test_the_length_agreed_last_before_a_session_counts_and_without_one_the_planned_length() -> None:
    day = SESSION.day
    terms = [agreed(1, day - timedelta(days=30), 45), agreed(2, day - timedelta(days=2), 55), agreed(3, day, 60)]
    assert agreed_minutes(SESSION, terms) == 60
    assert agreed_minutes(replace(SESSION, starts=NOON - timedelta(days=1)), terms) == 55
    assert agreed_minutes(replace(SESSION, starts=NOON - timedelta(days=40)), terms) == 50
    assert agreed_minutes(replace(SESSION, episode_id=EpisodeId(2)), terms) == 50


def test_only_held_sessions_that_lasted_longer_stand_in_the_list() -> None:
    missed = replace(SESSION, id=SessionId(2), attendance=Attendance.DID_NOT_ATTEND)
    exact, late = replace(SESSION, id=SessionId(3)), replace(SESSION, id=SessionId(4), starts=NOON + timedelta(days=7))
    lasted = dict.fromkeys((SESSION.id, missed.id, late.id), 65)
    found = overruns([SESSION, missed, exact, late], lasted, [])
    assert [(one.session_id, one.over) for one in found] == [(late.id, 15), (SESSION.id, 15)]
    assert overruns([exact], {}, [agreed(1, exact.day, 45)])[0].over == 5


def test_counts_are_told_client_by_client_the_most_first() -> None:
    first, second = ClientId(1), ClientId(2)
    over = overruns([SESSION], {SESSION.id: 58}, [])
    late = OutOfHours(ContactId(1), second, NOON, ContactKind.CALL, StartedBy.CLIENT)
    fee = WaivedFee(SessionId(9), second, NOON.date(), 9000, "EUR")
    drift = Drift(NOON.date(), NOON.date(), over, (late,), (fee,), held=4, contacts=2, without_hours=0)
    assert drift.by_client() == (ClientDrift(second, 0, 0, 1, 1), ClientDrift(first, 1, 8, 0, 0))
    assert drift.minutes_over == 8
