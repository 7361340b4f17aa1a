"""Notes on agreements, worksheets and consultations of the sample practice; days count from its writing."""

from datetime import time

from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.boundary_events import (
    AdditionKind,
    BoundaryEvent,
    BoundaryEventId,
    Conduct,
    EventAddition,
    EventClass,
    EventDetails,
    WorksheetId,
)
from vitalshift_desktop.domain.clause_versions import in_force_on
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consultations import Consultation, ConsultationDetails, ConsultationId
from vitalshift_desktop.domain.contacts import StartedBy
from vitalshift_desktop.domain.worksheets import Before, Worksheet
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.services.sample_writer import SampleDays
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_EVENING = time(19, 0)


def write_note(work: UnitOfWork, days: SampleDays, one: Entry, client_id: ClientId, signer: str) -> None:
    """A note on the clause of its topic that was in force on its day, with a class and a talk where there are any."""
    day, topic = one.whole("day"), one.word("topic", Topic)
    version = next(
        (held for held in in_force_on(work.agreements.versions(client_id), days.on(day)) if held.topic is topic), None
    )
    if version is None:
        raise one.wrong("topic", "the topic of a clause that was in force on that day")
    details = EventDetails(
        day=days.on(day),
        facts=one.text("facts"),
        conduct=one.word("conduct", Conduct),
        started_by=one.word("started_by", StartedBy),
        at=one.clock("time") if one.has("time") else None,
        zone=days.zone,
        client_words=one.text("client_words", ""),
        thinking=one.text("thinking", ""),
    )
    written = days.at(day, _EVENING)
    new = BoundaryEvent(
        BoundaryEventId(0), client_id, version.clause_id, version.number, topic, details, written, signer
    )
    event = work.boundary_events.add(new)
    if one.has("talked"):
        talked = one.whole("talked")
        event = event.added(
            EventAddition(
                AdditionKind.TALKED, one.text("reaction", ""), days.at(talked, _EVENING), signer, on=days.on(talked)
            ),
            days.today,
        )
    if one.has("class"):
        kind = one.word("class", EventClass)
        event = event.added(EventAddition(AdditionKind.CLASS, "", written, signer, kind), days.today)
    work.boundary_events.append(event)
    one.finish()


def write_worksheet(work: UnitOfWork, days: SampleDays, one: Entry, client_id: ClientId, signer: str) -> None:
    """A worksheet, closed where it says what happened."""
    day = one.whole("day")
    before = Before(
        one.text("what"),
        one.text("why"),
        one.text("whose_need", ""),
        one.text("alternatives", ""),
        one.text("consulted", ""),
    )
    written = days.at(day, _EVENING)
    sheet = work.worksheets.add(Worksheet(WorksheetId(0), client_id, before, days.on(day), written, written))
    if one.has("happened"):
        after = one.whole("happened_on")
        at = days.at(after, _EVENING)
        closed = sheet.closed(one.text("happened"), days.on(after), at, days.today, signer)
        work.worksheets.save(closed, expected_version=sheet.version)
    one.finish()


def write_consultation(work: UnitOfWork, days: SampleDays, one: Entry, client_id: ClientId | None, signer: str) -> None:
    """An entry of the log."""
    day = one.whole("day")
    details = ConsultationDetails(
        days.on(day), one.text("whom"), one.text("question"), one.text("advised", ""), one.text("decided", "")
    )
    written = days.at(day, _EVENING)
    work.consultations.add(Consultation(ConsultationId(0), client_id, details.checked(days.today), written, signer))
    one.finish()
