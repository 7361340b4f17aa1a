"""What the counselor can do with notes on agreements."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.agreements import ClauseId, ClauseVersion, in_force
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.boundary_events import (
    AdditionKind,
    BoundaryEvent,
    BoundaryEventId,
    ClauseLook,
    EventAddition,
    EventClass,
    EventDetails,
    ReviewSuggestion,
    WorksheetId,
    check_topic,
    suggestion,
)
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clause_versions import version_on
from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.contacts import ContactId, ContactNote
from vitalshift_desktop.domain.kept_fingerprints import addition_fingerprint, event_parts
from vitalshift_desktop.domain.problems import AgreementPermitsIt, NoClauseThatDay, NotFound
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = BoundaryEventId(0)


@dataclass(frozen=True, slots=True)
class EventsPage:
    """The notes about one client, the newest day first, and the clauses that they suggest looking at again."""

    events: tuple[BoundaryEvent, ...]
    suggestions: tuple[ReviewSuggestion, ...]


class BoundaryEvents:
    """Notes on agreements: written once, added to afterwards."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    # ------------------------------------------------------------ looking

    def page(self, client_id: ClientId) -> EventsPage:
        """All notes about one client, and what they suggest."""
        with self._vault.read() as work:
            return EventsPage(work.boundary_events.of_client(client_id), suggestions(work, (client_id,)))

    def get(self, event_id: BoundaryEventId) -> BoundaryEvent:
        """One note; raises NotFound."""
        with self._vault.read() as work:
            return work.boundary_events.get(event_id)

    # ------------------------------------------------------------ writing

    def note(
        self,
        client_id: ClientId,
        clause_id: ClauseId,
        details: EventDetails,
        *,
        contact_id: ContactId | None = None,
        worksheet_id: WorksheetId | None = None,
        by: object = None,
    ) -> BoundaryEvent:
        """Note what happened, on the version of the clause that was in force that day.

        Raises NoClauseThatDay, DistressIsNoEvent, AgreementPermitsIt for a contact that was permitted, NotFound for a
        contact or worksheet of somebody else, or as `EventDetails.checked` does.
        """
        tidy = details.checked(today(self._clock))
        with self._vault.write() as work:
            version = version_on(work.agreements.versions(client_id), clause_id, tidy.day)
            if version is None:
                raise NoClauseThatDay
            check_topic(version.topic, tidy.conduct)
            _check_links(work, client_id, contact_id, worksheet_id)
            _check_permitted(work, contact_id, version)
            new = BoundaryEvent(
                id=_NOT_YET,
                client_id=client_id,
                clause_id=clause_id,
                number=version.number,
                topic=version.topic,
                details=tidy,
                recorded_at=self._clock.now(),
                signer=work.practice.get().counselor_name,
                contact_id=contact_id,
                worksheet_id=worksheet_id,
            )
            event = work.boundary_events.add(new)
            about, sealed = f"boundary_event:{event.id}", event_parts(event)[0]
            work.audit.append(AuditAct.BOUNDARY_EVENT_NOTED, about, version=event.number, fingerprint=sealed)
        return self._published(event, by)

    def add_to(self, event_id: BoundaryEventId, text: str, *, by: object = None) -> BoundaryEvent:
        """Add words; raises TextIsMissing, TextTooLong, HiddenCharacters, NotFound, AlreadyRecorded if set aside."""
        return self._added(event_id, AuditAct.BOUNDARY_EVENT_ADDED_TO, AdditionKind.WORDS, text, by=by)

    def class_as(
        self, event_id: BoundaryEventId, event_class: EventClass, text: str = "", *, by: object = None
    ) -> BoundaryEvent:
        """Class it, or revise its class, which needs words; the earlier class stays to be read.

        Raises ClassIsOfOthers, AlreadyRecorded for the class that it has, or as `add_to` does.
        """
        kind = AdditionKind.CLASS
        return self._added(event_id, AuditAct.BOUNDARY_EVENT_CLASSED, kind, text, event_class=event_class, by=by)

    def talked(self, event_id: BoundaryEventId, on: date, reaction: str = "", *, by: object = None) -> BoundaryEvent:
        """It was talked about with the client on a day; raises DateIsImpossible, or as `add_to` does."""
        act = AuditAct.BOUNDARY_EVENT_ADDED_TO
        return self._added(event_id, act, AdditionKind.TALKED, reaction, on=on, by=by)

    def set_aside(self, event_id: BoundaryEventId, reason: str, *, by: object = None) -> BoundaryEvent:
        """It was written by mistake: it stays to be read and counts no more. Raises as `add_to` does."""
        return self._added(event_id, AuditAct.BOUNDARY_EVENT_SET_ASIDE, AdditionKind.SET_ASIDE, reason, by=by)

    def look_at_clause(
        self, client_id: ClientId, clause_id: ClauseId, on: date, words: str = "", *, by: object = None
    ) -> ClauseLook:
        """The clause was looked at again with the client and stays as it is; its notes so far suggest nothing more.

        Raises NotFound for a clause of somebody else, or as `ClauseLook.checked` does.
        """
        with self._vault.write() as work:
            if all(version.clause_id != clause_id for version in work.agreements.versions(client_id)):
                raise NotFound
            signer = work.practice.get().counselor_name
            look = ClauseLook(clause_id, client_id, on, words, self._clock.now(), signer).checked(today(self._clock))
            work.boundary_events.look_again(look)
            work.audit.append(AuditAct.CLAUSE_LOOKED_AT, f"clause:{clause_id}")
        self._events.publish(Changed(Subject.BOUNDARY_EVENTS, client_id, by))
        return look

    def _added(
        self,
        event_id: BoundaryEventId,
        act: AuditAct,
        kind: AdditionKind,
        text: str,
        *,
        event_class: EventClass | None = None,
        on: date | None = None,
        by: object = None,
    ) -> BoundaryEvent:
        with self._vault.write() as work:
            signer = work.practice.get().counselor_name
            addition = EventAddition(kind, text, self._clock.now(), signer, event_class, on)
            event = work.boundary_events.get(event_id).added(addition, today(self._clock))
            work.boundary_events.append(event)
            count, sealed = len(event.additions), addition_fingerprint(event.additions[-1])
            work.audit.append(act, f"boundary_event:{event_id}", additions=count, fingerprint=sealed)
        return self._published(event, by)

    def _published(self, event: BoundaryEvent, by: object) -> BoundaryEvent:
        self._events.publish(Changed(Subject.BOUNDARY_EVENTS, event.client_id, by))
        return event


def suggestions(work: UnitOfWork, client_ids: Collection[ClientId]) -> tuple[ReviewSuggestion, ...]:
    """The clauses in force with these clients that their notes suggest looking at again."""
    by_clause: defaultdict[ClauseId, list[BoundaryEvent]] = defaultdict(list)
    for event in work.boundary_events.of_clients(client_ids):
        by_clause[event.clause_id].append(event)
    if not by_clause:
        return ()
    looks = work.boundary_events.looks(client_ids)
    reviewed = {
        client_id: max(review.reviewed_on for review in reviews)
        for client_id, reviews in work.clause_reviews.of_clients(client_ids).items()
        if reviews
    }
    found = (
        suggestion(version, by_clause[version.clause_id], looks, reviewed.get(version.client_id))
        for version in in_force(work.agreements.in_force_of(client_ids))
    )
    return tuple(one for one in found if one is not None)


def reviews_due(work: UnitOfWork, day: date) -> tuple[ReviewDue, ...]:
    """The clauses of all clients that their notes suggest looking at again, for the one list of reviews."""
    clients = work.clients.of_ids(work.boundary_events.clients_with_any())
    found = suggestions(work, [one.id for one in clients.values() if one.status is not ClientStatus.CLOSED])
    due = (
        ReviewDue(ReviewKind.CLAUSE, min(one.since, day), one.client_id, one.clause_id, one.topic.value)
        for one in found
    )
    return tuple(sorted(due, key=lambda one: one.due_on))


def _check_links(
    work: UnitOfWork, client_id: ClientId, contact_id: ContactId | None, worksheet_id: WorksheetId | None
) -> None:
    if contact_id is not None:
        contact: ContactNote = work.contacts.get(contact_id)
        if contact.client_id != client_id or not contact.is_filed:
            raise NotFound
    if worksheet_id is not None and work.worksheets.get(worksheet_id).client_id != client_id:
        raise NotFound


def _check_permitted(work: UnitOfWork, contact_id: ContactId | None, version: ClauseVersion) -> None:
    """A contact that the version permitted is no note on it."""
    if contact_id is None:
        return
    rule = work.contact_rules.of_clauses((version.clause_id,)).get((version.clause_id, version.number))
    if rule is not None and rule.permits(work.contacts.get(contact_id).details):
        raise AgreementPermitsIt
