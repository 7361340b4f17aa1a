from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.domain.examples import session
from vitalshift_desktop.domain.attendance import Absence, check_its_day_has_come, correction, mark_of
from vitalshift_desktop.domain.online import OnlineStrip, carried
from vitalshift_desktop.domain.presence import Presence, PresentRole, checked_all
from vitalshift_desktop.domain.problems import NameIsMissing, SessionIsAhead, TextIsMissing, TextTooLong
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy

DAY = date(2026, 3, 5)
NOW = datetime(2026, 3, 6, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize("attendance", [Attendance.ATTENDED, Attendance.LATE, Attendance.DID_NOT_ATTEND])
def test_nobody_has_come_to_a_session_of_a_day_to_come_or_missed_it(attendance: Attendance) -> None:
    planned = session(1, DAY, attendance=Attendance.PLANNED)
    with pytest.raises(SessionIsAhead):
        check_its_day_has_come(attendance, planned, DAY - timedelta(days=1))
    check_its_day_has_come(attendance, planned, DAY)


@pytest.mark.parametrize("attendance", [Attendance.PLANNED, Attendance.CANCELLED])
def test_a_session_of_a_day_to_come_can_be_called_off(attendance: Attendance) -> None:
    check_its_day_has_come(attendance, session(1, DAY), DAY - timedelta(days=9))


def test_a_correction_keeps_what_stood_before_and_why_it_changed() -> None:
    before = session(1, DAY)
    after = before.marked(Attendance.CANCELLED, CancelledBy.OTHER, late_notice=True)
    made = correction(before, after, "  Wrong row. ", NOW)
    assert (made.before, made.after, made.reason, made.at) == (mark_of(before), mark_of(after), "Wrong row.", NOW)


@pytest.mark.parametrize(("reason", "problem"), [("  ", TextIsMissing), ("x" * 201, TextTooLong)])
def test_a_correction_needs_a_reason_of_a_few_words(reason: str, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        correction(session(1, DAY), session(1, DAY), reason, NOW)


def test_what_is_kept_of_an_absence_is_one_line() -> None:
    assert Absence("Called,\n had the flu ", 3).checked() == Absence("Called, had the flu", 3)
    assert Absence().is_empty
    assert not Absence(notice_hours=0).is_empty
    with pytest.raises(TextTooLong):
        Absence("x" * 201).checked()
    with pytest.raises(ValueError, match="-1"):
        Absence(notice_hours=-1).checked()


def test_the_place_is_carried_over_but_never_as_confirmed() -> None:
    last = OnlineStrip("Kitchen", True, "555 0142", True, "Phone", "The line dropped once.")
    assert carried(last) == OnlineStrip("Kitchen", call_back="555 0142", platform="Phone")
    assert carried(None).is_empty


def test_an_empty_place_is_not_confirmed() -> None:
    assert not OnlineStrip("  ", True).checked().location_confirmed
    assert OnlineStrip(" Car ", True).checked() == OnlineStrip("Car", True)
    with pytest.raises(TextTooLong):
        OnlineStrip(interruptions="x" * 201).checked()


def test_only_an_interpreter_has_minutes_and_everybody_a_name() -> None:
    interpreter = Presence(" Ana  R. ", PresentRole.INTERPRETER, briefing_minutes=10, debriefing_minutes=5)
    assert interpreter.checked() == replace(interpreter, name="Ana R.")
    assert replace(interpreter, role=PresentRole.PARTNER).checked().briefing_minutes is None
    with pytest.raises(NameIsMissing):
        Presence("  ").checked()
    with pytest.raises(ValueError, match="241"):
        replace(interpreter, briefing_minutes=241).checked()


def test_somebody_who_was_written_twice_was_there_once() -> None:
    assert checked_all([Presence("Ana R."), Presence(" Ana R. ")]) == (Presence("Ana R."),)
