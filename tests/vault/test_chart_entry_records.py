from dataclasses import replace
from datetime import timedelta

import pytest

from tests.vault.sample_records import DAY, NOON, a_client, a_session
from vitalshift_desktop.domain.chart_entries import ChartEntry, ChartEntryId, EntryKind
from vitalshift_desktop.domain.mark_classes import ClassedId, ClassedMark, MarkClass
from vitalshift_desktop.domain.problems import AlreadyRecorded
from vitalshift_desktop.vault.records.refusals import delete, flush
from vitalshift_desktop.vault.tables.alliance import ChartEntryRow, ClassedMarkRow
from vitalshift_desktop.vault.tables.columns import Base
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


def classed(work: UnitOfWork) -> tuple[ClassedMark, ClassedMark]:
    client = a_client(work)
    session = a_session(work, client)
    first = ClassedMark(ClassedId(0), client.id, session.id, MarkClass.UNCLEAR, "Went quiet", NOON)
    later = replace(first, kind=MarkClass.WITHDRAWAL, recorded_at=NOON + timedelta(days=7))
    return work.classed_marks.add(first), work.classed_marks.add(later)


def test_every_time_a_mark_was_classed_stays(open_vault: Vault) -> None:
    with open_vault.write() as work:
        entries = classed(work)
        assert work.classed_marks.of_client(entries[0].client_id) == work.classed_marks.all() == entries
        assert work.classed_marks.of_clients([]) == ()


def test_only_the_latest_class_can_be_taken_back_and_only_once(open_vault: Vault) -> None:
    with open_vault.write() as work:
        first, later = classed(work)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.classed_marks.take_back(first.id, NOON)
    with open_vault.write() as work:
        work.classed_marks.take_back(later.id, NOON)
        assert work.classed_marks.get(later.id).taken_back_at == NOON
        work.classed_marks.take_back(first.id, NOON)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.classed_marks.take_back(later.id, NOON + timedelta(days=1))


@pytest.mark.parametrize("deletes", [True, False])
def test_what_a_mark_was_classed_as_never_changes_and_never_goes(open_vault: Vault, deletes: bool) -> None:
    with open_vault.write() as work:
        entry, _later = classed(work)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        tamper(work, ClassedMarkRow, entry.id, "note", deletes=deletes)


@pytest.mark.parametrize("deletes", [True, False])
def test_an_entry_on_the_chart_never_changes_and_never_goes(open_vault: Vault, deletes: bool) -> None:
    with open_vault.write() as work:
        entry = work.chart_entries.add(
            ChartEntry(ChartEntryId(0), a_client(work).id, DAY, EntryKind.NOTE, "New flat", NOON)
        )
        work.chart_entries.take_off(entry.id, NOON)
        work.chart_entries.take_off(entry.id, None)
        assert work.chart_entries.of_client(entry.client_id) == (entry,)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        tamper(work, ChartEntryRow, entry.id, "words", deletes=deletes)


def tamper(work: UnitOfWork, table: type[Base], number: int, field: str, *, deletes: bool) -> None:
    connection = work.chart_entries._connection
    row = connection.get_one(table, number)
    if deletes:
        delete(connection, row)
    else:
        setattr(row, field, "Something else")
        flush(connection)
