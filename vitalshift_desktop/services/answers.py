"""What the counselor can do about answers to critical items: read them, review them, be reminded of them today."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import time, timedelta

from vitalshift_desktop.domain.answers import AnswerFacts, AskedAnswer, asked_answers
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.due_dates import settled
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationId
from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.problems import NotFound, TextIsMissing
from vitalshift_desktop.domain.reminders import Outcome, Reminder, ReminderDetails, ReminderId, ReminderKind
from vitalshift_desktop.services.clock import Clock, local, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.instruments import FormDefinitions, every_instrument
from vitalshift_desktop.vault.records.critical_answers import CriticalKey
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ReminderId(0)
_LAST_MINUTE = 24 * 60 - 1


@dataclass(frozen=True, slots=True)
class AnswerToReview:
    """An answer to a critical item with its client; reviewed when `administration.reviewed_at` is set."""

    administration: Administration
    client: Client
    facts: AnswerFacts


class Answers:
    """The answers to critical items of all clients. None is ever dismissed; each waits until it is reviewed."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def waiting(self, client_id: ClientId | None = None) -> tuple[AnswerToReview, ...]:
        """The answers that nobody reviewed yet, of one client or of all, the oldest first."""
        with self._vault.read() as work:
            clients = who_may_be_asked_about(work) if client_id is None else {client_id}
            found = asked_of(work, clients, self._clock.zone())
            people = work.clients.of_ids(found.keys())
        waiting = [
            AnswerToReview(one.administration, people[owner], one.facts)
            for owner, asked in found.items()
            for one in asked
            if not one.is_reviewed and owner in people
        ]
        return tuple(sorted(waiting, key=lambda one: (one.facts.given_on, one.administration.recorded_at)))

    def get(self, administration_id: AdministrationId) -> AnswerToReview:
        """One answer that asks for a review or asked for it; NotFound for a form that never did, or was corrected."""
        with self._vault.read() as work:
            form = work.measures.get(administration_id)
            asked = asked_of(work, {form.client_id}, self._clock.zone()).get(form.client_id, ())
            one = next((one for one in asked if one.administration.id == administration_id), None)
            if one is None:
                raise NotFound
            return AnswerToReview(one.administration, work.clients.get(form.client_id), one.facts)

    def asks(self, administration_id: AdministrationId) -> bool:
        """Whether a form waits for a review."""
        try:
            return self.get(administration_id).administration.reviewed_at is None
        except NotFound:
            return False

    def of_client(self, client_id: ClientId) -> tuple[AskedAnswer, ...]:
        """Every answer of a client that asks for a review or asked for one, the oldest first."""
        with self._vault.read() as work:
            return asked_of(work, {client_id}, self._clock.zone()).get(client_id, ())

    def review(
        self, administration_id: AdministrationId, note: str, *, reminders: str = "", by: object = None
    ) -> Administration:
        """Write down that an answer was reviewed with the client; it is never changed afterwards.

        `reminders` is the title of those that `remind` made: once no answer of the client waits, they are done.
        Raises TextIsMissing without a note, NotFound, and AlreadyRecorded the second time.
        """
        if not note.strip():
            raise TextIsMissing
        with self._vault.write() as work:
            saved = work.measures.review(administration_id, self._clock.now(), note.strip())
            work.audit.append(AuditAct.ANSWER_REVIEWED, f"administration:{administration_id}")
            settled_some = bool(reminders) and self._settle(work, saved.client_id, reminders)
        self._events.publish(Changed(Subject.MEASURES, saved.client_id, by))
        if settled_some:
            self._events.publish(Changed(Subject.REMINDERS, saved.client_id, by))
        return saved

    def _settle(self, work: UnitOfWork, client_id: ClientId, title: str) -> bool:
        """Close what `remind` made for this client; not while another answer waits, which it may be about."""
        asked = asked_of(work, {client_id}, self._clock.zone()).get(client_id, ())
        if any(not one.is_reviewed for one in asked):
            return False
        found = [one for one in work.reminders.of_client(client_id) if _is_of_remind(one, title)]
        for reminder in found:
            done = settled(reminder, Outcome.DONE, self._clock.now(), today(self._clock))
            work.reminders.save(done)
            work.audit.append(AuditAct.REMINDER_DONE, f"reminder:{reminder.id}", outcome=Outcome.DONE.value)
        return bool(found)

    def remind(self, administration_id: AdministrationId, minutes: int, title: str, *, by: object = None) -> Reminder:
        """A reminder in so many minutes, the same day at most; the answer itself stays where it stands. NotFound."""
        now = local(self._clock, self._clock.now())
        day, at = now.date(), reminded_at(now.time(), minutes)
        with self._vault.write() as work:
            client_id = work.measures.get(administration_id).client_id
            details = ReminderDetails(title, day, ReminderKind.REVIEW, client_id, at, self._clock.zone()).checked()
            reminder = work.reminders.add(Reminder(_NOT_YET, details, anchor=day))
            work.audit.append(AuditAct.REMINDER_ADDED, f"reminder:{reminder.id}")
        self._events.publish(Changed(Subject.REMINDERS, client_id, by))
        return reminder


def _is_of_remind(reminder: Reminder, title: str) -> bool:
    details = reminder.details
    is_one = details.kind is ReminderKind.REVIEW and details.at is not None and details.repeat is None
    return reminder.is_open and is_one and details.title == title


def reminded_at(now: time, minutes: int) -> time:
    """The time of day in so many minutes, to the minute and before midnight."""
    since_midnight = timedelta(hours=now.hour, minutes=now.minute) + timedelta(minutes=minutes)
    at = min(int(since_midnight.total_seconds()) // 60, _LAST_MINUTE)
    return time(at // 60, at % 60)


def who_may_be_asked_about(work: UnitOfWork) -> set[ClientId]:
    """Every client with an answer that may wait for a review; some more than do, never fewer."""
    return work.critical_answers.who_may_be_asked_about(_keys(work))


def asked_of(work: UnitOfWork, client_ids: Collection[ClientId], zone: str) -> dict[ClientId, tuple[AskedAnswer, ...]]:
    """The answers of these clients that ask for a review or asked for one; clients without any are left out."""
    given: defaultdict[ClientId, list[tuple[Administration, Instrument]]] = defaultdict(list)
    known = FormDefinitions(work)
    for form in work.critical_answers.of_clients(client_ids, {key[0] for key in _keys(work)}):
        given[form.client_id].append((form, known.of(form)))
    asked = {owner: asked_answers(theirs, zone) for owner, theirs in given.items()}
    return {owner: theirs for owner, theirs in asked.items() if theirs}


def _keys(work: UnitOfWork) -> set[CriticalKey]:
    now = {(one.id, one.critical.item, one.critical.at) for one in every_instrument(work).values() if one.critical}
    return now | work.critical_answers.keys_kept()
