"""Pages of an agreement: those that wait for a signature, and who received which version."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.agreements import AgreementId, DraftClause
from vitalshift_desktop.domain.clients import LONGEST_FIELD, ClientId
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, NameIsMissing, TextTooLong

CopyId = NewType("CopyId", int)


class CopyWay(StrEnum):
    """How somebody came by their copy."""

    HANDED_OVER = "handed_over"
    BY_POST = "by_post"
    AS_FILE = "as_file"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class AgreementCopy:
    """Who received an agreement on a day, and how; `serial` is that of our page, empty when it was entered by hand."""

    id: CopyId
    agreement_id: AgreementId
    on: date
    to_whom: str
    way: CopyWay = CopyWay.HANDED_OVER
    serial: str = ""

    def checked(self, agreed_on: date, today: date) -> "AgreementCopy":
        """The same without stray spaces; raises NameIsMissing, HiddenCharacters or TextTooLong.

        DateIsImpossible for a day before the agreement or still to come.
        """
        tidy = replace(self, to_whom=self.to_whom.strip())
        if not tidy.to_whom:
            raise NameIsMissing
        check_visible(tidy.to_whom)
        if len(tidy.to_whom) > LONGEST_FIELD:
            raise TextTooLong
        if not agreed_on <= tidy.on <= today:
            raise DateIsImpossible
        return tidy


@dataclass(frozen=True, slots=True)
class SigningPage:
    """A page that was printed for signing, with the clauses as they stand on it."""

    serial: str
    client_id: ClientId
    printed_on: date
    review_on: date | None
    clauses: tuple[DraftClause, ...]
