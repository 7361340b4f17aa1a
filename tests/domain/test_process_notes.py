"""A process note takes any text that can be held, and counts its saves."""

from datetime import UTC, date, datetime, timedelta

import pytest

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import LONGEST_SECTION
from vitalshift_desktop.domain.problems import TextTooLong
from vitalshift_desktop.domain.process_notes import ProcessNote, ProcessNoteId
from vitalshift_desktop.domain.record_classes import RecordClass

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
NOTE = ProcessNote(ProcessNoteId(1), ClientId(1), None, date(2026, 3, 2), "Slow to ask.", NOW, NOW)


def test_each_save_is_a_version_of_its_own() -> None:
    later = NOTE.written("Slower still.", NOW + timedelta(minutes=1)).about(date(2026, 3, 1), NOW)
    assert (later.text, later.day, later.version) == ("Slower still.", date(2026, 3, 1), 3)
    assert later.created_at == NOW


def test_a_text_that_no_note_can_hold_is_refused() -> None:
    with pytest.raises(TextTooLong):
        NOTE.written("x" * (LONGEST_SECTION + 1), NOW)


def test_it_belongs_to_the_class_of_process_notes() -> None:
    assert NOTE.record_class is RecordClass.PROCESS_NOTES
