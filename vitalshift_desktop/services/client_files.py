"""What the counselor can do with the whole of a client's file."""

from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import Client, ClientDetails, ClientId, ServiceType, StatusChange
from vitalshift_desktop.domain.dated_words import RiskWord, RiskWordId, ServiceTalk, ServiceTalkId
from vitalshift_desktop.domain.medicines import Medicine
from vitalshift_desktop.domain.minors import ConsentGap, age_on, consent_gap
from vitalshift_desktop.domain.problems import DateIsImpossible, LastOfItsKind, NotFound
from vitalshift_desktop.domain.related_people import RelatedPerson
from vitalshift_desktop.domain.safe_contact import ToHeed, Way, to_heed
from vitalshift_desktop.services.clients import changed, with_status
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.episodes import put_right_with_status
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.joint_files import MemberLine, members_of
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class WholeFile:
    """Everything that is written down about a client; histories run from the oldest to the newest.

    `members` are those of a joint file; `joint` are the joint files in which the client is a member. `age` is in full
    years.
    """

    client: Client
    file: ClientFile
    age: int | None
    statuses: tuple[StatusChange, ...]
    talks: tuple[ServiceTalk, ...]
    risk_words: tuple[RiskWord, ...]
    people: tuple[RelatedPerson, ...]
    medicines: tuple[Medicine, ...]
    members: tuple[MemberLine, ...]
    joint: tuple[Client, ...]
    consent_gap: ConsentGap | None

    @property
    def risk_word(self) -> RiskWord | None:
        """The risk word of now, if there is one."""
        return self.risk_words[-1] if self.risk_words and self.risk_words[-1].word else None


class ClientFiles:
    """The files of the practice's clients."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def whole(self, client_id: ClientId) -> WholeFile:
        """Everything that is written down about a client; raises NotFound."""
        with self._vault.read() as work:
            return _whole(work, client_id, today(self._clock))

    def get(self, client_id: ClientId) -> ClientFile:
        """The rest of a client's file; an empty one where nothing was written down."""
        with self._vault.read() as work:
            return work.files.get(client_id)

    def to_heed(self, client_id: ClientId, way: Way | None = None) -> ToHeed:
        """What to be careful with before something reaches this client; on all ways for None."""
        return to_heed(self.get(client_id), way)

    def save(self, client_id: ClientId, details: ClientDetails, file: ClientFile, *, by: object = None) -> None:
        """Put both in place of what stood there, in one act.

        Raises as `Clients.change` does, TextTooLong or HiddenCharacters.
        """
        with self._vault.write() as work:
            changed(work, client_id, details.checked(today(self._clock)))
            work.files.save(client_id, file.checked())
            work.audit.append(AuditAct.CLIENT_CHANGED, f"client:{client_id}")
        self._publish(client_id, by)

    def set_risk_word(
        self, client_id: ClientId, word: str, note: str, *, on: date | None = None, by: object = None
    ) -> RiskWord:
        """From today, or a day before, this word stands beside the client; an empty one takes it away.

        Raises TextIsMissing without a note, TextTooLong, HiddenCharacters, DateIsImpossible or NotFound.
        """
        day = today(self._clock)
        with self._vault.write() as work:
            client = work.clients.get(client_id)
            new = RiskWord(RiskWordId(0), client_id, word, on or day, note).checked(day)
            _check_after_birth(client, new.on)
            new = work.files.add_risk_word(new)
            work.audit.append(AuditAct.RISK_WORD_SET, f"client:{client_id}", cleared=not new.word)
        self._publish(client_id, by)
        return new

    def take_back_risk_word(self, word: RiskWord, *, by: object = None) -> None:
        """Take an entry out again, as if it had never been made; raises NotFound."""
        with self._vault.write() as work:
            work.files.remove_risk_word(word.id)
            work.audit.append(AuditAct.RISK_WORD_SET, f"client:{word.client_id}", undone=True)
        self._publish(word.client_id, by)

    def change_service(
        self, client_id: ClientId, service: ServiceType, note: str, *, on: date | None = None, by: object = None
    ) -> ServiceTalk:
        """Call the work something else from now on, with the note of the talk about it.

        Raises as `set_risk_word` does.
        """
        day = today(self._clock)
        with self._vault.write() as work:
            client = work.clients.get(client_id)
            before = client.details.service_type
            talk = ServiceTalk(ServiceTalkId(0), client_id, before, service, on or day, note).checked(day)
            _check_after_birth(client, talk.on)
            talk = work.files.add_talk(talk)
            work.clients.save(replace(client, details=replace(client.details, service_type=service)))
            work.audit.append(AuditAct.CLIENT_SERVICE_CHANGED, f"client:{client_id}", service=service.value)
        self._publish(client_id, by)
        return talk

    def take_back_service(self, talk: ServiceTalk, *, by: object = None) -> None:
        """Take the newest talk out again and call the work what it was called before; raises NotFound."""
        with self._vault.write() as work:
            talks = work.files.talks(talk.client_id)
            if max((one.id for one in talks), default=None) != talk.id:
                raise NotFound
            client = work.clients.get(talk.client_id)
            work.files.remove_talk(talk.id)
            work.clients.save(replace(client, details=replace(client.details, service_type=talk.before)))
            work.audit.append(AuditAct.CLIENT_SERVICE_CHANGED, f"client:{talk.client_id}", undone=True)
        self._publish(talk.client_id, by)

    def correct_status(self, change: StatusChange, *, by: object = None) -> None:
        """Put an entry in the history of the status right; raises NotFound, or as `Clients.set_status` does."""
        with self._vault.write() as work:
            client = work.clients.get(change.client_id)
            _status_of(work, change)
            work.clients.save_status_change(change.checked(client.details.born, today(self._clock)))
            put_right_with_status(work, with_status(work, client), change.on)
            work.audit.append(AuditAct.CLIENT_STATUS_CORRECTED, f"client:{client.id}", status=change.status.value)
        self._publish(change.client_id, by)

    def remove_status(self, change: StatusChange, *, by: object = None) -> None:
        """Take a wrong entry out of the history of the status; raises NotFound, or LastOfItsKind."""
        with self._vault.write() as work:
            client = work.clients.get(change.client_id)
            _status_of(work, change)
            if len(work.clients.status_changes(client.id)) == 1:
                raise LastOfItsKind
            work.clients.remove_status_change(change.id)
            put_right_with_status(work, with_status(work, client), change.on)
            work.audit.append(AuditAct.CLIENT_STATUS_CORRECTED, f"client:{client.id}", undone=True)
        self._publish(change.client_id, by)

    def put_back_status(self, change: StatusChange, *, by: object = None) -> None:
        """Put an entry that was taken out back into the history of the status."""
        with self._vault.write() as work:
            client = work.clients.get(change.client_id)
            work.clients.add_status_change(change)
            put_right_with_status(work, with_status(work, client), change.on)
            work.audit.append(AuditAct.CLIENT_STATUS_CORRECTED, f"client:{client.id}", again=True)
        self._publish(change.client_id, by)

    def _publish(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.CLIENTS, client_id, by))


def _whole(work: UnitOfWork, client_id: ClientId, day: date) -> WholeFile:
    client, file = work.clients.get(client_id), work.files.get(client_id)
    people = work.related_people.of_client(client_id)
    files = work.members.files_with(client_id)
    named = work.clients.of_ids(files)
    born = client.details.born
    details = [person.details for person in people]
    return WholeFile(
        client=client,
        file=file,
        age=age_on(born, day) if born is not None else None,
        statuses=work.clients.status_changes(client_id),
        talks=work.files.talks(client_id),
        risk_words=work.files.risk_words(client_id),
        people=people,
        medicines=work.medicines.of_client(client_id),
        members=members_of(work, client_id),
        joint=tuple(named[joint] for joint in files),
        consent_gap=None if file.is_joint else consent_gap(born, details, day),
    )


def _status_of(work: UnitOfWork, change: StatusChange) -> StatusChange:
    """The entry as it stands in the client's own history; raises NotFound."""
    known = work.clients.status_changes(change.client_id)
    found = next((one for one in known if one.id == change.id), None)
    if found is None:
        raise NotFound
    return found


def _check_after_birth(client: Client, day: date) -> None:
    if client.details.born is not None and day < client.details.born:
        raise DateIsImpossible
