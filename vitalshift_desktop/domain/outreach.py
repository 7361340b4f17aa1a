"""Reaching out to a client who has gone quiet: the contact notes that went out, and what came of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.contacts import ContactId, ContactKind, ContactNote, Direction, StartedBy
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, TextTooLong


class Reply(StrEnum):
    """What came of it."""

    NONE_YET = "none_yet"
    REACHED = "reached"
    REPLIED = "replied"


@dataclass(frozen=True, slots=True)
class OutreachReply:
    """What came of one contact that went out, noted for a day; of several the one written last counts."""

    contact_id: ContactId
    client_id: ClientId
    reply: Reply
    on: date
    words: str
    recorded_at: datetime

    def checked(self, first: date, today: date) -> "OutreachReply":
        """The same, tidied; raises TextTooLong, HiddenCharacters, or DateIsImpossible before `first` or after today."""
        tidy = replace(self, words=self.words.strip())
        check_visible(tidy.words)
        if len(tidy.words) > LONGEST_TEXT:
            raise TextTooLong
        if not first <= tidy.on <= today:
            raise DateIsImpossible
        return tidy


@dataclass(frozen=True, slots=True)
class Outreach:
    """One line of the log: the contact note that went out, and the latest word on what came of it."""

    contact: ContactNote
    reply: OutreachReply | None = None

    @property
    def is_answered(self) -> bool:
        """Whether the client was reached or replied."""
        return self.reply is not None and self.reply.reply is not Reply.NONE_YET


def is_outreach(contact: ContactNote) -> bool:
    """Whether a contact note went out to the client, not to a third party, and the counselor started it."""
    details = contact.details
    went_out = details.direction is Direction.OUT and details.started_by is StartedBy.COUNSELOR
    return went_out and details.kind is not ContactKind.THIRD_PARTY


def outreach_log(contacts: Iterable[ContactNote], replies: Iterable[OutreachReply]) -> tuple[Outreach, ...]:
    """What went out, in the order given; `replies` in the order in which they were written."""
    latest = {one.contact_id: one for one in replies}
    return tuple(Outreach(one, latest.get(one.id)) for one in contacts if is_outreach(one))
