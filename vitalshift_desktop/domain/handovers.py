"""Handing a form over to the client: what was armed, what the client may see, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.client_measures import Moment
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument, Licence
from vitalshift_desktop.domain.problems import AnswerOutOfRange
from vitalshift_desktop.domain.sessions import SessionId

HandoverId = NewType("HandoverId", int)
MOST_TARGETS = 11
"""So many answers stand side by side on the client's page; a longer scale is entered by the counselor."""


class HandoverState(StrEnum):
    """What became of a hand-over: exactly one of the first four, and cleared once its file is gone."""

    TAKEN_IN = "taken_in"
    DECLINED = "declined"
    NOT_GIVEN = "not_given"
    REFUSED = "refused"
    CLEARED = "cleared"


class FileRefusal(StrEnum):
    """Why a file of answers was not taken in."""

    FOREIGN = "foreign"
    """Not made for a hand-over of these records, or made by hand."""
    FORGED = "forged"
    """It bears the name of a hand-over, but was not sealed for it, or was altered."""
    TAKEN_BEFORE = "taken_before"
    """The answers of this hand-over were taken in before, or it was closed without any."""
    NOT_WHOLE = "not_whole"
    """Too short, too long, or of another kind."""
    NOT_A_FILE = "not_a_file"
    """A link, a folder or a device."""
    NEWER = "newer"
    """Sealed by a newer VitalShift."""
    OFF_SCALE = "off_scale"
    """Answers that the forms do not have."""
    ALREADY_THERE = "already_there"
    """The session has this form already."""


@dataclass(frozen=True, slots=True)
class HandedItem:
    """One question as the client sees it; answers are whole numbers from `low` to `high`."""

    words: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class HandedForm:
    """All that the client's page knows of a form: no scores, no cut-offs, no names."""

    id: str
    name: str
    asks: str
    items: tuple[HandedItem, ...]
    answer_words: tuple[str, ...] = ()
    is_critical: bool = False
    notice: str = ""

    @property
    def is_checkin(self) -> bool:
        """Whether this is the session check-in."""
        return self.id == CHECKIN


@dataclass(frozen=True, slots=True)
class FormAnswers:
    """What was sealed of one form: its answers with None for a gap, or None as a whole where it was declined."""

    instrument_id: str
    answers: tuple[int | None, ...] | None

    @property
    def has_any(self) -> bool:
        """Whether at least one question was answered."""
        return self.answers is not None and any(answer is not None for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Handover:
    """Forms that were armed for one session; `tag` is the random part of the file's name.

    `late_reason` says why a form with a critical item is given at the end.
    """

    id: HandoverId
    client_id: ClientId
    session_id: SessionId
    tag: str
    rater: Rater
    forms: tuple[str, ...]
    moment: Moment
    late_reason: str
    larger_text: bool
    armed_at: datetime


@dataclass(frozen=True, slots=True)
class Packet:
    """What the next process is told, and nothing else: where to seal to, for whom, and the forms.

    `public_key` seals (X25519, 32 bytes); only the vault can open what it sealed. `begins` shows the form at once,
    otherwise a page with "Begin".
    """

    folder: str
    vault_id: str
    tag: str
    public_key: bytes
    forms: tuple[HandedForm, ...]
    begins: bool = True
    larger_text: bool = False


def handed_form(instrument: Instrument) -> HandedForm:
    """The client's page of an instrument."""
    numbers = range(1, len(instrument.items) + 1)
    items = tuple(HandedItem(instrument.items[n - 1].client_words, *instrument.ends(n)) for n in numbers)
    return HandedForm(
        instrument.id,
        instrument.name,
        instrument.asks,
        items,
        instrument.answer_words,
        instrument.critical is not None,
        instrument.notice,
    )


def may_be_handed(instrument: Instrument) -> bool:
    """Whether a client can answer this on the page: its wording may be shown, and its scales fit side by side."""
    form = handed_form(instrument)
    is_worded = all(item.words for item in form.items) and instrument.licence is not Licence.SCORING
    return is_worded and all(item.high - item.low < MOST_TARGETS for item in form.items)


def critical_first(forms: tuple[HandedForm, ...]) -> tuple[HandedForm, ...]:
    """The forms in the order they are given: those with a critical item first, so that they are never cut short."""
    return tuple(sorted(forms, key=lambda form: not form.is_critical))


def demand_on_scale(form: HandedForm, answers: tuple[int | None, ...]) -> None:
    """Raise AnswerOutOfRange unless there is one answer or gap for each question, and each is on its scale."""
    if len(answers) != len(form.items):
        raise AnswerOutOfRange
    for item, answer in zip(form.items, answers, strict=True):
        if answer is not None and not item.low <= answer <= item.high:
            raise AnswerOutOfRange
