"""A marked word in every field of the calendar, of what was agreed, of consents, and of what is kept apart."""

from dataclasses import fields, replace
from datetime import time

from tests.faults.marked_files import MARKER, marked
from tests.services.world import World
from vitalshift_desktop.domain.attendance import Absence
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.commitments import CommitmentTerms
from vitalshift_desktop.domain.consents import Assent, ConsentDetails, ConsentKind, GivenBy, Giver
from vitalshift_desktop.domain.contacts import ContactDetails, StartedBy
from vitalshift_desktop.domain.contacts import Direction as Sent
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnowDetails
from vitalshift_desktop.domain.online import OnlineStrip
from vitalshift_desktop.domain.outreach import Reply
from vitalshift_desktop.domain.presence import Presence
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.domain.standing import StandingDetails


def write_calendar(world: World, client: Client, session: Session) -> None:
    """Who was there, what stood in the way, the standing appointment, and a time away."""
    w, strip, closure = world.workspace, marked(OnlineStrip), Closure(ClosureId(0), world.today, world.today)
    assert isinstance(strip, OnlineStrip)
    w.company.write_online(session.id, strip)
    w.company.write_present(session.id, [Presence(f"{MARKER} present")])
    w.sessions.write_absence(session.id, Absence(f"{MARKER} absent"))
    w.standing.make(client.id, StandingDetails(world.today, time(9, 0)))
    write_agreed(world, client)
    w.closures.add(replace(closure, cover=f"{MARKER} cover", words=f"{MARKER} closed"))


def write_agreed(world: World, client: Client) -> None:
    """A rhythm and its change, a break, and reaching out."""
    w, terms = world.workspace, marked(CommitmentTerms, rhythm=None, minutes=50, review_after=None)
    assert isinstance(terms, CommitmentTerms)
    w.commitments.agree(client.id, terms, world.today)
    w.commitments.agree(client.id, terms, world.today, f"{MARKER} changed")
    w.commitments.agree_break(client.id, world.today, world.today, f"{MARKER} away")
    out = ContactDetails(
        world.clock.now(), world.clock.zone(), MARKER, direction=Sent.OUT, started_by=StartedBy.COUNSELOR
    )
    w.outreaches.reach_out(client.id, out, Reply.REACHED, f"{MARKER} reached")


def write_consents(world: World, client: Client) -> None:
    """A release that was taken back, a printed page, and who may know what."""
    w, day = world.workspace, world.today
    release = ConsentDetails(ConsentKind.RELEASE, day, MARKER, (Giver(GivenBy.GUARDIAN, MARKER),), assent=Assent.AGREES)
    texts = {field.name: f"{MARKER} {field.name}" for field in fields(ConsentDetails) if field.type in ("str", str)}
    given = w.consents.record(client.id, replace(release, **texts))  # type: ignore[arg-type]  # texts alone
    w.consents.withdraw(given.id, day, f"{MARKER} taken back")
    (person,) = w.related_people.of_client(client.id)
    cells = ((person.id, Knowledge.FEES, KnowAnswer.NOT),)
    to = f"{MARKER} handed to"
    w.disclosures.reserve_and_record(client.id, "page", "client", Outlet.PDF, lambda _no: (b"page", 1), recipient=to)
    w.may_know.agree(client.id, MayKnowDetails(day, f"{MARKER} agreed", cells, f"{MARKER} words"))


def write_apart(world: World, client: Client, session: Session) -> None:
    """What is kept apart from the notes: a contact with an addition, a capture, a process note."""
    w = world.workspace
    contact = marked(ContactDetails, at=world.clock.now(), zone=world.clock.zone())
    assert isinstance(contact, ContactDetails)
    filed = w.contacts.sign(w.contacts.add(client.id, contact).id)
    w.contacts.add_to(filed.id, f"{MARKER} later", f"{MARKER} because")
    w.inbox.capture(f"{MARKER} caught")
    w.process_notes.begin(client.id, f"{MARKER} reflected", session_id=session.id)
