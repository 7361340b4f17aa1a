from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from vitalshift_desktop.domain.boundary_events import WorksheetId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consultations import (
    Consultation,
    ConsultationDetails,
    ConsultationId,
    earlier,
    standing,
)
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    DateIsImpossible,
    NoteChangedElsewhere,
    TextIsMissing,
    TextTooLong,
    WorksheetIsOpen,
)
from vitalshift_desktop.domain.record_classes import RecordClass
from vitalshift_desktop.domain.worksheets import Before, Worksheet, WorksheetAddition

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
BEFORE = Before("Walk with the client to the station.", "It is dark and the path is icy.")
SHEET = Worksheet(WorksheetId(1), ClientId(1), BEFORE, DAY, NOON, NOON)
ASKED = ConsultationDetails(DAY, "Colleague in the peer group", "Going along to a hearing, once")


@pytest.mark.parametrize("part", ["what", "why"])
def test_a_worksheet_says_what_and_why(part: str) -> None:
    assert BEFORE.checked() == BEFORE
    with pytest.raises(TextIsMissing):
        replace(BEFORE, **{part: " "}).checked()


def test_before_it_is_closed_a_worksheet_changes_and_takes_no_addition() -> None:
    changed = SHEET.changed(replace(BEFORE, whose_need="The client's"), None, NOON, SHEET.version)
    assert (changed.version, changed.before.whose_need) == (2, "The client's")
    with pytest.raises(NoteChangedElsewhere):
        changed.changed(BEFORE, None, NOON, SHEET.version)
    with pytest.raises(WorksheetIsOpen):
        changed.added(WorksheetAddition("More", NOON, ""))


def test_a_closed_worksheet_is_only_added_to() -> None:
    with pytest.raises(TextIsMissing):
        SHEET.closed(" ", DAY, NOON, DAY, "")
    with pytest.raises(DateIsImpossible):
        SHEET.closed("It went well.", DAY + timedelta(days=1), NOON, DAY, "")
    closed = SHEET.closed("It went well.", DAY, NOON, DAY, "R. Sample")
    with pytest.raises(AlreadyRecorded):
        closed.changed(BEFORE, None, NOON, closed.version)
    with pytest.raises(AlreadyRecorded):
        closed.closed("Twice.", DAY, NOON, DAY, "")
    with pytest.raises(TextIsMissing):
        closed.added(WorksheetAddition(" ", NOON, ""))
    assert closed.added(WorksheetAddition("Talked about in the next session.", NOON, "")).additions
    assert closed.record_class is RecordClass.PROGRESS_RECORD


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"whom": " "}, TextIsMissing),
        ({"question": " "}, TextIsMissing),
        ({"whom": "x" * 201}, TextTooLong),
        ({"on": DAY + timedelta(days=1)}, DateIsImpossible),
    ],
)
def test_a_consultation_says_whom_and_about_what(changes: dict[str, object], problem: type[Exception]) -> None:
    assert ASKED.checked(DAY) == ASKED
    with pytest.raises(problem):
        replace(ASKED, **changes).checked(DAY)  # type: ignore[arg-type]  # each a field of the details


def test_a_corrected_consultation_stands_in_place_of_the_earlier_which_stays_to_be_read() -> None:
    first = Consultation(ConsultationId(1), None, ASKED, NOON, "R. Sample")
    second = replace(first, id=ConsultationId(2), replaces_id=first.id)
    third = replace(first, id=ConsultationId(3), replaces_id=second.id)
    other = replace(first, id=ConsultationId(4), details=replace(ASKED, on=DAY - timedelta(days=1)))
    entries = (first, other, second, third)
    assert standing(entries) == (third, other)
    assert earlier(third, entries) == (second, first)
    assert first.record_class is RecordClass.PROGRESS_RECORD
