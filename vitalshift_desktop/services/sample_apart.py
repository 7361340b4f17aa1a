"""What the sample practice keeps beside its notes: contacts, captures in the inbox, and process notes."""

from datetime import timedelta

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import (
    Channel,
    ContactDetails,
    ContactId,
    ContactKind,
    ContactNote,
    Direction,
    StartedBy,
)
from vitalshift_desktop.domain.process_notes import ProcessNote, ProcessNoteId
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.services.sample_notes import write_consultation, write_note, write_worksheet
from vitalshift_desktop.services.sample_writer import SampleDays
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

FORMAT = 1
_WRITTEN_AFTER = timedelta(minutes=20)


def write_apart(work: UnitOfWork, days: SampleDays, data: object, signer: str) -> None:
    """Write all of it for the clients that are there by now; raises SampleInvalid."""
    entry = Entry(data, "apart.json")
    if entry.whole("format") != FORMAT:
        raise entry.wrong("format", str(FORMAT))
    clients = {client.name: client.id for client in work.clients.all()}
    for one in entry.each("contacts"):
        _write_contact(work, days, one, clients, signer)
    for one in entry.each("inbox"):
        _write_capture(work, days, one, clients)
    for one in entry.each("process_notes"):
        _write_process_note(work, days, one, clients)
    for one in entry.each("agreement_notes"):
        write_note(work, days, one, _client(one, clients), signer)
    for one in entry.each("worksheets"):
        write_worksheet(work, days, one, _client(one, clients), signer)
    for one in entry.each("consultations"):
        write_consultation(work, days, one, _client(one, clients) if one.has("client") else None, signer)
    entry.finish()


def _write_contact(work: UnitOfWork, days: SampleDays, one: Entry, clients: dict[str, ClientId], signer: str) -> None:
    client_id, at = _client(one, clients), days.at(one.whole("day"), one.clock("time"))
    details = ContactDetails(
        at=at,
        zone=days.zone,
        text=one.text("text"),
        kind=one.word("kind", ContactKind),
        channel=one.word("channel", Channel),
        direction=one.word("direction", Direction),
        started_by=one.word("started_by", StartedBy),
        minutes=one.maybe_whole("minutes"),
        third_party=one.text("third_party", ""),
        third_party_words=one.text("third_party_words", ""),
    )
    written = at + _WRITTEN_AFTER
    contact = work.contacts.add(ContactNote(ContactId(0), client_id, details, written, written, filed_at=written))
    if one.flag("signed"):
        work.contacts.save(contact.signed(written, signer), expected_version=contact.version)
    one.finish()


def _write_capture(work: UnitOfWork, days: SampleDays, one: Entry, clients: dict[str, ClientId]) -> None:
    at = days.at(one.whole("day"), one.clock("time"))
    client_id = _client(one, clients) if one.has("client") else None
    work.contacts.add(ContactNote(ContactId(0), client_id, ContactDetails(at, days.zone, one.text("text")), at, at))
    one.finish()


def _write_process_note(work: UnitOfWork, days: SampleDays, one: Entry, clients: dict[str, ClientId]) -> None:
    client_id, about = _client(one, clients), one.maybe_whole("session")
    day = days.on(one.whole("day") if about is None else about)
    held = [session for session in work.sessions.of_client(client_id) if session.day == day]
    if about is not None and not held:
        raise one.wrong("session", "the day of one of the client's sessions")
    session = held[0] if about is not None else None
    written = session.ends + _WRITTEN_AFTER if session else days.at(one.whole("day"), one.clock("time", "19:30"))
    session_id = session.id if session else None
    work.process_notes.add(
        ProcessNote(ProcessNoteId(0), client_id, session_id, day, one.text("text"), written, written)
    )
    one.finish()


def _client(one: Entry, clients: dict[str, ClientId]) -> ClientId:
    name = one.text("client")
    if name not in clients:
        raise one.wrong("client", "the name of one of the clients")
    return clients[name]
