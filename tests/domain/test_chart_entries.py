from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.domain.examples import FIRST_DAY, MAREN, NOON, ZONE, session, weekly
from vitalshift_desktop.domain.chart_entries import (
    ChartEntry,
    ChartEntryId,
    EntryKind,
    Known,
    closure_events,
    happenings,
    medicine_events,
    place_of,
    read_with,
    video_events,
)
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.medicines import Medicine, MedicineDetails, MedicineId
from vitalshift_desktop.domain.problems import HiddenCharacters, TextIsMissing, TextTooLong
from vitalshift_desktop.domain.sessions import Attendance, Modality, StandingId
from vitalshift_desktop.domain.standing import StandingAppointment, StandingDetails

DAYS = [one.day for one in weekly(3)]


def entry(words: str = "New flat", kind: EntryKind = EntryKind.NOTE, number: int = 1) -> ChartEntry:
    return ChartEntry(ChartEntryId(number), MAREN, DAYS[1], kind, words, NOON)


def test_a_note_needs_words_and_an_event_with_a_name_of_its_own_does_not() -> None:
    assert entry("  New   flat ").checked().words == "New flat"
    assert entry("", EntryKind.HOLIDAY).checked().words == ""
    for kind in (EntryKind.NOTE, EntryKind.OTHER):
        with pytest.raises(TextIsMissing):
            entry(" ", kind).checked()
    with pytest.raises(TextTooLong):
        entry("x" * 201).checked()
    with pytest.raises(HiddenCharacters):
        entry("a\u202eb").checked()


def test_what_was_taken_off_is_not_shown_and_the_rest_stands_in_order_of_time() -> None:
    off = replace(entry(number=2), taken_off_at=NOON)
    known = video_events([session(1, DAYS[0]), replace(session(2, DAYS[2]), modality=Modality.VIDEO)])
    shown = happenings([off, entry()], known)
    assert [(one.day, one.entry_id, one.known) for one in shown] == [
        (DAYS[1], ChartEntryId(1), None),
        (DAYS[2], None, Known.FIRST_VIDEO),
    ]
    assert [one.is_note for one in shown] == [True, False]


def test_a_medicine_is_an_event_on_the_days_that_are_known() -> None:
    details = MedicineDetails("Sertraline", DAYS[0], since=DAYS[0], until=DAYS[2])
    medicine = Medicine(MedicineId(1), MAREN, details)
    begun, ended = medicine_events([medicine], DAYS[0], DAYS[2])
    assert (begun.known, begun.day, begun.words) == (Known.MEDICINE_BEGUN, DAYS[0], "Sertraline")
    assert (ended.known, ended.day) == (Known.MEDICINE_ENDED, DAYS[2])
    assert medicine_events([medicine], DAYS[1], DAYS[1]) == ()
    unknown = replace(medicine, details=MedicineDetails("Sertraline", DAYS[0]))
    assert medicine_events([unknown], DAYS[0], DAYS[2]) == ()


def test_a_closure_is_an_event_where_it_stood_over_a_session() -> None:
    closure = Closure(ClosureId(1), DAYS[1] - timedelta(days=2), DAYS[1] + timedelta(days=2))
    held = weekly(3)
    assert closure_events([closure], held, []) == ()
    cancelled = [held[0], replace(held[1], attendance=Attendance.CANCELLED), held[2]]
    (event,) = closure_events([closure], cancelled, [])
    assert (event.day, event.until, event.known) == (closure.first_day, closure.last_day, Known.PRACTICE_CLOSED)
    weekly_one = StandingAppointment(StandingId(1), MAREN, ZONE, StandingDetails(FIRST_DAY, time(13, 30)))
    assert closure_events([closure], [held[0], held[2]], [weekly_one]) == (event,)


def test_the_move_online_is_the_first_session_by_video_after_one_in_person() -> None:
    video = [replace(one, modality=Modality.VIDEO) for one in weekly(3)]
    assert video_events(video) == ()
    assert video_events([]) == ()
    (event,) = video_events([weekly(3)[0], *video[1:]])
    assert (event.day, event.known) == (DAYS[1], Known.FIRST_VIDEO)


@pytest.mark.parametrize(
    ("day", "place", "read"),
    [
        (DAYS[0] - timedelta(days=1), -0.5, 0),
        (DAYS[0], 0.0, 0),
        (DAYS[0] + timedelta(days=1), 0.5, 1),
        (DAYS[2], 2.0, 2),
        (DAYS[2] + timedelta(days=9), 2.5, 2),
    ],
)
def test_a_day_lies_on_its_session_or_between_two(day: date, place: float, read: int) -> None:
    assert (place_of(day, DAYS), read_with(day, DAYS)) == (place, read)
