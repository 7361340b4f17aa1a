from datetime import time

import pytest

from tests.vault.sample_records import DAY, NOON, a_client, a_version
from vitalshift_desktop.domain.boundary_events import (
    AdditionKind,
    BoundaryEvent,
    BoundaryEventId,
    ClauseLook,
    Conduct,
    EventAddition,
    EventClass,
    EventDetails,
    WorksheetId,
)
from vitalshift_desktop.domain.consultations import Consultation, ConsultationDetails, ConsultationId
from vitalshift_desktop.domain.contacts import StartedBy
from vitalshift_desktop.domain.problems import AlreadyRecorded, NoteChangedElsewhere, WorksheetIsOpen
from vitalshift_desktop.domain.worksheets import Before, Worksheet, WorksheetAddition
from vitalshift_desktop.vault.records.refusals import delete, flush, insert
from vitalshift_desktop.vault.tables.boundary_events import BoundaryEventAdditionRow, BoundaryEventRow, ClauseLookRow
from vitalshift_desktop.vault.tables.columns import Base
from vitalshift_desktop.vault.tables.worksheets import ConsultationRow, WorksheetAdditionRow, WorksheetRow
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

WHO = "R. Sample"


def noted(work: UnitOfWork) -> BoundaryEvent:
    version = a_version(work, a_client(work).id)
    details = EventDetails(
        DAY, "Facts", Conduct.CLIENT, StartedBy.CLIENT, time(23, 40), "America/Toronto", True, "a", "b", "c", DAY, "d"
    )
    new = BoundaryEvent(
        BoundaryEventId(0), version.client_id, version.clause_id, version.number, version.topic, details, NOON, WHO
    )
    event = work.boundary_events.add(new)
    event = event.added(EventAddition(AdditionKind.CLASS, "", NOON, WHO, EventClass.KEPT), DAY)
    event = event.added(EventAddition(AdditionKind.TALKED, "Glad", NOON, WHO, on=DAY), DAY)
    work.boundary_events.append(event)
    return event


def a_worksheet(work: UnitOfWork, *, is_closed: bool) -> Worksheet:
    new = Worksheet(WorksheetId(0), a_client(work).id, Before("What", "Why", "Whose", "Else", "Whom"), DAY, NOON, NOON)
    sheet = work.worksheets.add(new)
    if not is_closed:
        return sheet
    closed = sheet.closed("It went well.", DAY, NOON, DAY, WHO)
    work.worksheets.save(closed, expected_version=1)
    added = closed.added(WorksheetAddition("Later", NOON, WHO))
    work.worksheets.append(added)
    return added


def test_a_note_comes_back_with_everything_that_was_added(open_vault: Vault) -> None:
    with open_vault.write() as work:
        event = noted(work)
        shelf = work.boundary_events
        assert shelf.get(event.id) == event
        assert shelf.of_client(event.client_id) == shelf.of_clients([event.client_id]) == (event,)
        assert list(shelf.clients_with_any()) == [event.client_id]
        look = ClauseLook(event.clause_id, event.client_id, DAY, "It fits.", NOON, WHO)
        shelf.look_again(look)
        assert shelf.looks([event.client_id]) == (look,)


@pytest.mark.parametrize("deletes", [True, False])
@pytest.mark.parametrize(
    ("table", "field"),
    [
        (BoundaryEventRow, "facts"),
        (BoundaryEventAdditionRow, "event_class"),
        (ClauseLookRow, "words"),
        (ConsultationRow, "advised"),
        (WorksheetRow, "what"),
        (WorksheetAdditionRow, "text"),
    ],
)
def test_the_vault_keeps_what_was_written_about_agreements(
    open_vault: Vault, table: type[Base], field: str, deletes: bool
) -> None:
    with open_vault.write() as work:
        event = noted(work)
        work.boundary_events.look_again(ClauseLook(event.clause_id, event.client_id, DAY, "", NOON, WHO))
        a_worksheet(work, is_closed=True)
        work.consultations.add(
            Consultation(ConsultationId(0), None, ConsultationDetails(DAY, "Whom", "What"), NOON, WHO)
        )
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        tamper(work, table, field, deletes=deletes)


def test_an_open_worksheet_changes_goes_and_comes_back_and_takes_no_addition(open_vault: Vault) -> None:
    with open_vault.write() as work:
        sheet = a_worksheet(work, is_closed=False)
        changed = sheet.changed(Before("Other", "Why"), None, NOON, 1)
        work.worksheets.save(changed, expected_version=1)
        with pytest.raises(NoteChangedElsewhere):
            work.worksheets.save(changed, expected_version=1)
        assert work.worksheets.remove(sheet.id) == changed
        assert work.worksheets.of_client(sheet.client_id) == ()
        work.worksheets.restore(changed)
        assert work.worksheets.of_client(sheet.client_id) == (changed,)
    row = WorksheetAdditionRow(worksheet_id=sheet.id, text="Later", recorded_at=NOON, signer=WHO)
    with pytest.raises(WorksheetIsOpen), open_vault.write() as work:
        insert(work.worksheets._connection, [row])


def test_a_closed_worksheet_comes_back_with_its_additions(open_vault: Vault) -> None:
    with open_vault.write() as work:
        sheet = a_worksheet(work, is_closed=True)
        assert work.worksheets.get(sheet.id) == sheet


def test_only_one_entry_stands_in_place_of_a_consultation(open_vault: Vault) -> None:
    with open_vault.write() as work:
        details = ConsultationDetails(DAY, "Whom", "What", "Advised", "Decided")
        first = work.consultations.add(Consultation(ConsultationId(0), a_client(work).id, details, NOON, WHO))
        again = Consultation(ConsultationId(0), first.client_id, details, NOON, WHO, first.id)
        second = work.consultations.add(again)
        assert first.client_id is not None
        assert work.consultations.of_client(first.client_id) == work.consultations.all() == (first, second)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.consultations.add(again)


def tamper(work: UnitOfWork, table: type[Base], field: str, *, deletes: bool) -> None:
    connection = work.boundary_events._connection
    row = connection.query(table).first()
    assert row is not None
    if deletes:
        delete(connection, row)
    else:
        setattr(row, field, EventClass.NOT_KEPT if field == "event_class" else "Something else")
        flush(connection)
