"""A calendar file as another program reads it: the `icalendar` package, which shares no line with ours."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from vitalshift_desktop.domain.calendar_file import LONGEST_LINE, CalendarEntry, calendar_text

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
AT = datetime(2026, 3, 9, 14, 30, tzinfo=UTC)
# What a code may hold: anything a keyboard gives, and what only mischief gives.
titles = st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("\n\t;:,\\\"'é€🙂"), max_size=200)


def read(text: str) -> Calendar:
    return Calendar.from_ical(text)


def only(text: str):  # type: ignore[no-untyped-def]
    (event,) = read(text).walk("VEVENT")
    return event


@given(titles)
def test_whatever_the_title_it_is_read_as_it_was_written(title: str) -> None:
    text = calendar_text([CalendarEntry("a1", title, AT, AT + timedelta(minutes=50))], "26-0001", NOW)
    plain = title.replace("\t", "")
    assert str(only(text)["SUMMARY"]) == plain
    assert str(only(text)["UID"]) == "a1"


@given(titles)
def test_no_line_is_longer_than_allowed_and_each_ends_as_it_must(title: str) -> None:
    text = calendar_text([CalendarEntry("a1", title, AT, reminds=True)], "26-0001", NOW)
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= LONGEST_LINE for line in lines)
    assert not any(sign in line for line in lines for sign in (b"\r", b"\n"))
    for line in lines:
        line.decode()  # no character was cut in two


def test_a_title_cannot_add_lines_of_its_own() -> None:
    title = "0201\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Maren"
    event = only(calendar_text([CalendarEntry("a1", title, AT)], "26-0001", NOW))
    assert str(event["SUMMARY"]) == title.replace("\r\n", "\n")


def test_instants_are_read_as_the_same_instants() -> None:
    summer = datetime(2026, 7, 1, 9, tzinfo=UTC)
    for starts in (AT, summer):
        event = only(calendar_text([CalendarEntry("a1", "0201", starts, starts + timedelta(minutes=50))], "26-1", NOW))
        assert event["DTSTART"].dt == starts
        assert event["DTEND"].dt == starts + timedelta(minutes=50)


def test_a_day_is_read_as_a_day_without_a_zone() -> None:
    event = only(calendar_text([CalendarEntry("a1", "Reminder", date(2026, 3, 8), reminds=True)], "26-1", NOW))
    assert event["DTSTART"].dt == date(2026, 3, 8)
    assert not isinstance(event["DTSTART"].dt, datetime)
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=8)


def test_a_reminder_with_a_time_speaks_up_at_that_time_and_takes_none_of_the_day() -> None:
    event = only(calendar_text([CalendarEntry("a1", "Reminder, 0201", AT, reminds=True)], "26-1", NOW))
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(0)
    assert str(event["TRANSP"]) == "TRANSPARENT"
    assert "DTEND" not in event


def test_a_later_file_is_known_to_be_the_newer() -> None:
    entry = CalendarEntry("a1", "0201", AT)
    earlier, later = (only(calendar_text([entry], "26-1", at))["SEQUENCE"] for at in (NOW, NOW + timedelta(minutes=1)))
    assert earlier < later


def test_a_file_without_events_can_be_read() -> None:
    assert read(calendar_text([], "26-0001", NOW)).walk("VEVENT") == []
    assert str(read(calendar_text([], "26-0001", NOW))["PRODID"]) == "-//VS//26-0001//EN"
