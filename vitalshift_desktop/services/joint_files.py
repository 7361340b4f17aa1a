"""What the counselor can do with the files of couples and families: who attended decides the file."""

from collections.abc import Collection
from dataclasses import dataclass

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.joint_files import Member, MemberId, own_file_of
from vitalshift_desktop.domain.problems import AlreadyAMember, NotFound
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.episodes import episode_for
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.session_reminders import recount_reminders
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = MemberId(0)


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member of a joint file; `own` is the client whose own file there is, if there is one."""

    member: Member
    own: Client | None

    @property
    def name(self) -> str:
        """What the member is called."""
        return self.own.name if self.own is not None else self.member.name


@dataclass(frozen=True, slots=True)
class OwnFileOffer:
    """Only this client came to a session of a joint file; it can go into their own."""

    session_id: SessionId
    own: Client


@dataclass(frozen=True, slots=True)
class WhoCame:
    """The members of the file a session lies in, and who of them came; sealed once the note is signed."""

    members: tuple[MemberLine, ...]
    came: frozenset[MemberId]
    offer: OwnFileOffer | None
    is_sealed: bool


class JointFiles:
    """The members of joint files, and where a session belongs."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def members(self, file_id: ClientId) -> tuple[MemberLine, ...]:
        """The members of a joint file, in the order they were added; empty for the file of one person."""
        with self._vault.read() as work:
            return members_of(work, file_id) if work.files.get(file_id).is_joint else ()

    def add_member(
        self, file_id: ClientId, *, client_id: ClientId | None = None, name: str = "", by: object = None
    ) -> Member:
        """A member, by their own file or by name alone.

        Raises NameIsMissing, TextTooLong, HiddenCharacters, NotFound or AlreadyAMember.
        """
        with self._vault.write() as work:
            for known in (file_id, client_id):
                if known is not None:
                    work.clients.get(known)
            if client_id is not None and file_id in work.members.files_with(client_id):
                raise AlreadyAMember
            member = work.members.add(Member(_NOT_YET, file_id, client_id, name).checked())
            work.audit.append(AuditAct.MEMBER_ADDED, f"member:{member.id}")
        self._publish(Subject.CLIENTS, file_id, by)
        return member

    def remove_member(self, member_id: MemberId, *, by: object = None) -> Member:
        """Take a member out and hand them back; raises NotFound, or StillInUse where a session names them."""
        with self._vault.write() as work:
            member = work.members.remove(member_id)
            work.audit.append(AuditAct.MEMBER_REMOVED, f"member:{member_id}")
        self._publish(Subject.CLIENTS, member.file_id, by)
        return member

    def put_back_member(self, member: Member, *, by: object = None) -> None:
        """Bring a member back who was taken out, with the same id."""
        with self._vault.write() as work:
            work.members.add(member)
            work.audit.append(AuditAct.MEMBER_ADDED, f"member:{member.id}", again=True)
        self._publish(Subject.CLIENTS, member.file_id, by)

    def offer(self, session_id: SessionId, came: Collection[MemberId]) -> OwnFileOffer | None:
        """The own file a session belongs in when only one member came; None while it belongs where it is."""
        with self._vault.read() as work:
            return _offer(work, work.sessions.get(session_id), came)

    def who_came(self, session_id: SessionId) -> WhoCame:
        """Who came to a session of a joint file; without members in the file of one person. Raises NotFound."""
        with self._vault.read() as work:
            session = work.sessions.get(session_id)
            if not work.files.get(session.client_id).is_joint:
                return WhoCame((), frozenset(), None, is_sealed=False)
            members = members_of(work, session.client_id)
            came = work.members.came(session_id) & {line.member.id for line in members}
            heads = work.notes.heads([session_id])
            is_sealed = session_id in heads and heads[session_id].is_signed
            return WhoCame(members, came, _offer(work, session, came), is_sealed)

    def set_came(self, session_id: SessionId, members: Collection[MemberId], *, by: object = None) -> None:
        """Write down who of the file came to a session; raises NotFound or NoteAlreadySigned."""
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            if set(members) - {member.id for member in work.members.of_file(session.client_id)}:
                raise NotFound
            work.members.set_came(session_id, members)
            work.audit.append(AuditAct.SESSION_CHANGED, f"session:{session_id}", came=len(members))
        self._publish(Subject.SESSIONS, session.client_id, by)

    def move_session(self, session_id: SessionId, to: ClientId, *, by: object = None) -> ClientId:
        """Move a session with its unsigned note to another file; gives the file it lay in, for undo.

        Raises NotFound, NoteAlreadySigned, or HoldsMoreThanItsNote when goals or check-ins of the old file hang on it;
        EpisodeHasEnded where the work of that file is over.
        """
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            before = session.client_id
            work.clients.get(to)
            work.moved_sessions.move(session_id, to, episode_for(work, to, session.day))
            for client_id in (before, to):
                recount_reminders(work, client_id)
            work.audit.append(AuditAct.SESSION_MOVED_TO_FILE, f"session:{session_id}", before=before, after=to)
        for client_id in (before, to):
            for subject in (Subject.SESSIONS, Subject.NOTES, Subject.ATTACHMENTS):
                self._publish(subject, client_id, by)
        return before

    def _publish(self, subject: Subject, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(subject, client_id, by))


def _offer(work: UnitOfWork, session: Session, came: Collection[MemberId]) -> OwnFileOffer | None:
    own_id = own_file_of(work.members.of_file(session.client_id), came)
    return None if own_id is None else OwnFileOffer(session.id, work.clients.get(own_id))


def members_of(work: UnitOfWork, file_id: ClientId) -> tuple[MemberLine, ...]:
    """The members of a joint file with their own files."""
    members = work.members.of_file(file_id)
    own = work.clients.of_ids([member.client_id for member in members if member.client_id is not None])
    return tuple(MemberLine(member, own.get(member.client_id) if member.client_id else None) for member in members)
