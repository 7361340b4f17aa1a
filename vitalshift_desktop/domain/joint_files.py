"""The file of a couple or a family, and whose file a session belongs in: who attended decides."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_FIELD, ClientId
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import NameIsMissing, TextTooLong

MemberId = NewType("MemberId", int)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody whose joint file this is: another client (`client_id`), or just a name."""

    id: MemberId
    file_id: ClientId
    client_id: ClientId | None = None
    name: str = ""

    def checked(self) -> "Member":
        """The same without stray spaces, and without a name where there is an own file.

        Raises NameIsMissing, TextTooLong or HiddenCharacters.
        """
        tidy = replace(self, name="" if self.client_id is not None else self.name.strip())
        if tidy.client_id in (None, tidy.file_id) and not tidy.name:
            raise NameIsMissing
        check_visible(tidy.name)
        if len(tidy.name) > LONGEST_FIELD:
            raise TextTooLong
        return tidy


def own_file_of(members: Iterable[Member], came: Collection[MemberId]) -> ClientId | None:
    """The own file a session belongs in: when one member alone came and has one; None keeps it in the joint file."""
    known = list(members)
    there = [member for member in known if member.id in came]
    return there[0].client_id if len(there) == 1 and len(known) > 1 else None
