"""The words for what was agreed to be kept, what became of it, and reaching out."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from vitalshift_desktop.domain.commitment_kept import KeptKind
from vitalshift_desktop.domain.commitments import CommitmentTerms, Rhythm
from vitalshift_desktop.domain.outreach import Reply
from vitalshift_desktop.domain.sessions import CancelledBy
from vitalshift_desktop.domain.time_away import AwayKind
from vitalshift_desktop.words import _, ngettext


def rhythm_words(rhythm: Rhythm | None) -> str:
    """How often, such as "Every 2 weeks" or "2 times every week"."""
    if rhythm is None:
        return _("As needed, no fixed rhythm")
    weeks = ngettext("every week", "every {n} weeks", rhythm.weeks).format(n=rhythm.weeks)
    if rhythm.times == 1:
        return weeks[:1].upper() + weeks[1:]
    return ngettext("{n} time {weeks}", "{n} times {weeks}", rhythm.times).format(n=rhythm.times, weeks=weeks)


def rhythm_in_sentence(rhythm: Rhythm) -> str:
    """The same inside a sentence, such as "every 2 weeks"."""
    words = rhythm_words(rhythm)
    return words[:1].lower() + words[1:]


def terms_words(terms: CommitmentTerms) -> str:
    """Such as "Every week, 50 minutes, to look at again after 8 sessions"."""
    parts = [rhythm_words(terms.rhythm), ngettext("{n} minute", "{n} minutes", terms.minutes).format(n=terms.minutes)]
    if terms.review_after is not None:
        n = terms.review_after
        parts.append(
            ngettext("to look at again after {n} session", "to look at again after {n} sessions", n).format(n=n)
        )
    return ", ".join(parts)


def mover_words(asked_by: CancelledBy) -> str:
    """Who asked for another time."""
    return {
        CancelledBy.CLIENT: _("The client"),
        CancelledBy.COUNSELOR: _("You"),
        CancelledBy.OTHER: _("Somebody else"),
    }[asked_by]


def _kept() -> Mapping[StrEnum, str]:
    return {
        KeptKind.CAME: _("Came"),
        KeptKind.CAME_LATE: _("Came late"),
        KeptKind.CANCELLED_IN_TIME: _("Canceled in good time"),
        KeptKind.CANCELLED_LATE: _("Canceled at short notice"),
        KeptKind.DID_NOT_ATTEND: _("Did not attend"),
        KeptKind.MOVED_BY_CLIENT: _("Asked for another time"),
        KeptKind.CANCELLED_BY_COUNSELOR: _("Canceled by you"),
        KeptKind.MOVED_BY_COUNSELOR: _("Moved by you"),
        KeptKind.STARTED_LATE: _("Started late by you"),
        KeptKind.OTHER_LENGTH: _("Shorter or longer than agreed"),
        KeptKind.CANCELLED_OTHERWISE: _("Canceled by somebody else"),
        KeptKind.MOVED_OTHERWISE: _("Moved, who asked is not noted"),
        KeptKind.NOT_MARKED: _("Attendance not marked yet"),
    }


def _away() -> Mapping[StrEnum, str]:
    return {
        AwayKind.CLOSED: _("Practice closed"),
        AwayKind.BREAK: _("Break agreed with the client"),
        AwayKind.PAUSED: _("Work paused"),
    }


def _reply() -> Mapping[StrEnum, str]:
    return {
        Reply.NONE_YET: _("No reply yet"),
        Reply.REACHED: _("We spoke"),
        Reply.REPLIED: _("The client replied"),
    }


ALONE: Final[Mapping[type[StrEnum], Callable[[], Mapping[StrEnum, str]]]] = {
    KeptKind: _kept,
    AwayKind: _away,
    Reply: _reply,
}
