"""The people around clients, and the members of joint files: rows to domain and back."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, replace

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.joint_files import Member, MemberId
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedPerson, RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, columns_of
from vitalshift_desktop.vault.tables.client_files import FileMemberRow, SessionMemberRow
from vitalshift_desktop.vault.tables.related_people import RelatedPersonRow

_PEOPLE = select(
    RelatedPersonRow.id, RelatedPersonRow.client_id, *columns_of(RelatedPersonRow, PersonDetails)
).order_by(RelatedPersonRow.id)
_ONE = _PEOPLE.where(RelatedPersonRow.id == bindparam("person"))
_NAMES = select(RelatedPersonRow.name)
_OF_CLIENT = _PEOPLE.where(RelatedPersonRow.client_id == bindparam("client"))
_MEMBERS = select(*columns_of(FileMemberRow, Member)).order_by(FileMemberRow.id)
_OF_FILE = _MEMBERS.where(FileMemberRow.file_id == bindparam("client"))
_CAME = select(SessionMemberRow.member_id).where(SessionMemberRow.session_id == bindparam("session"))
_FILES_WITH = _MEMBERS.where(FileMemberRow.client_id == bindparam("client"))


class RelatedPeopleShelf(Shelf):
    """The people around the clients of the vault."""

    def add(self, person: RelatedPerson) -> RelatedPerson:
        """Write somebody; they get their id unless they come back with the one they had."""
        row = RelatedPersonRow(id=person.id or None, client_id=person.client_id, **asdict(person.details))
        insert(self._connection, [row])
        return replace(person, id=RelatedPersonId(row.id))

    def save(self, person: RelatedPerson) -> None:
        """Write what changed; raises NotFound."""
        row = found(self._connection.get(RelatedPersonRow, person.id))
        for field, value in asdict(person.details).items():
            setattr(row, field, value)
        flush(self._connection)

    def get(self, person_id: RelatedPersonId) -> RelatedPerson:
        """One of them; raises NotFound."""
        return found(next(_people(self._rows(_ONE, person=person_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[RelatedPerson, ...]:
        """The people around one client, in the order they were added."""
        return tuple(_people(self._rows(_OF_CLIENT, client=client_id)))

    def names(self) -> tuple[str, ...]:
        """What the people around all clients are called."""
        return tuple(row[0] for row in self._rows(_NAMES))

    def remove(self, person_id: RelatedPersonId) -> None:
        """Take somebody out; raises NotFound, or StillInUse where other records name them."""
        delete(self._connection, found(self._connection.get(RelatedPersonRow, person_id)))


class MemberShelf(Shelf):
    """The members of joint files."""

    def add(self, member: Member) -> Member:
        """Write a member; they get their id unless they come back with the one they had. Raises AlreadyRecorded."""
        row = FileMemberRow(**asdict(member) | {"id": member.id or None})
        insert(self._connection, [row])
        return replace(member, id=MemberId(row.id))

    def of_file(self, client_id: ClientId) -> tuple[Member, ...]:
        """The members of a joint file, in the order they were added."""
        return tuple(Member(*row) for row in self._rows(_OF_FILE, client=client_id))

    def files_with(self, client_id: ClientId) -> tuple[ClientId, ...]:
        """The joint files in which a client is a member."""
        return tuple(Member(*row).file_id for row in self._rows(_FILES_WITH, client=client_id))

    def remove(self, member_id: MemberId) -> Member:
        """Take a member out and hand them back; raises NotFound, or StillInUse where other records name them."""
        row = found(self._connection.get(FileMemberRow, member_id))
        own = None if row.client_id is None else ClientId(row.client_id)
        member = Member(member_id, ClientId(row.file_id), own, row.name)
        delete(self._connection, row)
        return member

    def came(self, session_id: SessionId) -> frozenset[MemberId]:
        """The members who came to a session."""
        return frozenset(MemberId(member_id) for (member_id,) in self._rows(_CAME, session=session_id))

    def set_came(self, session_id: SessionId, members: Collection[MemberId]) -> None:
        """Write who came, in place of what stood there; raises NoteAlreadySigned."""
        before = self.came(session_id)
        for member_id in before - set(members):
            gone = self._connection.get(SessionMemberRow, (session_id, member_id))
            delete(self._connection, found(gone))
        new = set(members) - before
        insert(self._connection, [SessionMemberRow(session_id=session_id, member_id=one) for one in sorted(new)])


def _people(rows: Iterable[Answer]) -> Iterator[RelatedPerson]:
    return (RelatedPerson(person_id, client_id, PersonDetails(*details)) for person_id, client_id, *details in rows)
