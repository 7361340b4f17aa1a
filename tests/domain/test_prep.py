from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from tests.domain.examples import FIRST_DAY, session
from vitalshift_desktop.domain.prep import DaySession, Focus, focus
from vitalshift_desktop.domain.sessions import Attendance, Session

_NINE = session(1, FIRST_DAY, time(9))
_TEN = session(2, FIRST_DAY, time(10, 30))
_TWO = session(3, FIRST_DAY, time(14), Attendance.PLANNED)


def _at(hours: int, minutes: int = 0) -> datetime:
    midnight = _NINE.starts - timedelta(hours=9)
    assert midnight.tzinfo is UTC
    return midnight + timedelta(hours=hours, minutes=minutes)


def _day(*noted: Session) -> list[DaySession]:
    return [DaySession(entry, entry in noted) for entry in (_TWO, _NINE, _TEN)]


def test_before_the_first_session_the_next_one_has_the_button() -> None:
    assert focus(_day(), _at(8)) == Focus(_NINE, has_begun=False)


def test_a_session_has_it_from_its_first_minute() -> None:
    assert focus(_day(), _at(9)) == Focus(_NINE, has_begun=True)


def test_the_session_that_just_ended_keeps_it_until_its_note_exists() -> None:
    assert focus(_day(_NINE), _at(12)) == Focus(_TEN, has_begun=True)
    assert focus(_day(_NINE, _TEN), _at(12)) == Focus(_TWO, has_begun=False)


def test_it_keeps_it_also_while_the_next_client_is_near() -> None:
    assert focus(_day(_NINE), _at(13, 59)) == Focus(_TEN, has_begun=True)
    assert focus(_day(_NINE), _at(14)) == Focus(_TWO, has_begun=True)


def test_a_note_put_aside_frees_the_button() -> None:
    day = [DaySession(replace(_TEN, note_put_aside=True), has_note=False), DaySession(_TWO, has_note=False)]
    assert focus(day, _at(12)) == Focus(_TWO, has_begun=False)


@pytest.mark.parametrize("attendance", [Attendance.CANCELLED, Attendance.DID_NOT_ATTEND])
def test_a_session_that_fell_through_never_has_it(attendance: Attendance) -> None:
    fell_through = DaySession(replace(_TEN, attendance=attendance), has_note=False)
    assert focus([fell_through, DaySession(_TWO, has_note=False)], _at(12)) == Focus(_TWO, has_begun=False)
    assert focus([fell_through], _at(8)) is None


def test_an_earlier_unwritten_note_gets_it_back_once_the_later_is_written() -> None:
    assert focus(_day(_TEN), _at(12)) == Focus(_NINE, has_begun=True)


def test_when_all_is_written_nothing_asks_for_it() -> None:
    assert focus(_day(_NINE, _TEN, _TWO), _at(20)) is None
    assert focus([], _at(8)) is None
