"""Answers to critical items: which of them ask to be reviewed, and with which facts beside them.

Source of the rules: MEASURES.md B18. An answer at or over the item's own threshold asks whatever the total is, a blank
asks as "not answered", and so does an answer that fell below the threshold. There is no level and no word for "safe".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.measures.administration import (
    Administration,
    AdministrationId,
    AdministrationState,
    Rater,
)
from vitalshift_desktop.domain.measures.instrument import Critical, Instrument, Licence
from vitalshift_desktop.domain.related_people import RelatedPersonId

Given = tuple[Administration, Instrument]
"""A form and the instrument as it was when the form was answered."""


class Asks(StrEnum):
    """Why an answer asks to be reviewed."""

    ENDORSED = "endorsed"
    NOT_ANSWERED = "not_answered"
    FELL = "fell"


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """One answer to a critical item; `answer` is None where it was left blank.

    `topic` says what the item asks about, `answer_words` are the words chosen; either is empty where the instrument's
    words may not be shown. `previous_answer` is the most recent earlier answer of the same rater to the same
    instrument, `same_reviewed_on` the day on which that one was reviewed when it was the same.
    """

    administration_id: AdministrationId
    instrument_name: str
    item_number: int
    topic: str
    answer: int | None
    answer_words: str
    given_on: date
    asks: Asks
    rater: Rater = Rater.CLIENT
    previous_answer: int | None = None
    same_reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class AskedAnswer:
    """A form whose critical item asks, or asked, for a review."""

    administration: Administration
    facts: AnswerFacts

    @property
    def is_reviewed(self) -> bool:
        """Whether the counselor wrote down that it was reviewed with the client."""
        return self.administration.reviewed_at is not None


def asked_answers(given: Iterable[Given], zone: str) -> tuple[AskedAnswer, ...]:
    """The answers of one client to critical items that ask for a review, or asked and were reviewed; oldest first.

    The client's and a guardian's answers count, each compared with earlier ones of the same person only; the
    counselor's own rating does not, nor do forms that were skipped or corrected later. `zone` says on which day a
    review was.
    """
    before: dict[tuple[str, Rater, RelatedPersonId | None], _Earlier] = {}
    found = []
    for form, instrument in sorted(given, key=lambda pair: (pair[0].given_on, pair[0].recorded_at, pair[0].id)):
        critical = instrument.critical
        if critical is None or not _speaks(form):
            continue
        series = (form.instrument_id, form.rater, form.person_id)
        earlier = before.get(series, _NOTHING_EARLIER)
        facts = _facts(form, instrument, critical, earlier, zone)
        if facts is not None:
            found.append(AskedAnswer(form, facts))
        before[series] = earlier.after(form, critical)
    return tuple(found)


def critical_answer(instrument: Instrument, answers: Sequence[int | None]) -> int | None:
    """The answer to the critical item; None when it is blank, or when there is no such item."""
    return answers[instrument.critical.item - 1] if instrument.critical else None


def carried_review(instrument: Instrument, old: Administration, new: Administration) -> Administration:
    """The corrected form with the review of the old one, where the critical answer is still the same.

    Where it changed, nothing is carried over, so that the prompt comes again.
    """
    same = critical_answer(instrument, old.answers) == critical_answer(instrument, new.answers)
    if instrument.critical is None or old.reviewed_at is None or not same:
        return new
    return replace(new, reviewed_at=old.reviewed_at, review_note=old.review_note)


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The form before, and the most recent answer that was not blank."""

    form: Administration | None = None
    form_answer: int | None = None
    answer: int | None = None

    def after(self, form: Administration, critical: Critical) -> "_Earlier":
        answer = form.answers[critical.item - 1]
        return _Earlier(form, answer, self.answer if answer is None else answer)


_NOTHING_EARLIER = _Earlier()


def _speaks(form: Administration) -> bool:
    return form.rater is not Rater.COUNSELOR and form.state is AdministrationState.ANSWERED


def _facts(
    form: Administration, instrument: Instrument, critical: Critical, earlier: _Earlier, zone: str
) -> AnswerFacts | None:
    answer = form.answers[critical.item - 1]
    asks = _asks(answer, earlier.answer, critical.at)
    if asks is None:
        return None
    may_show = instrument.licence is not Licence.SCORING
    item_words = instrument.items[critical.item - 1].client_words.rstrip(".") if may_show else ""
    return AnswerFacts(
        administration_id=form.id,
        instrument_name=instrument.name,
        item_number=critical.item,
        topic=critical.topic or item_words,
        answer=answer,
        answer_words=instrument.words_of(critical.item, answer) if may_show and answer is not None else "",
        given_on=form.given_on,
        asks=asks,
        rater=form.rater,
        previous_answer=earlier.answer,
        same_reviewed_on=_same_reviewed_on(answer, earlier, zone),
    )


def _asks(answer: int | None, before: int | None, at: int) -> Asks | None:
    if answer is None:
        return Asks.NOT_ANSWERED
    if answer >= at:
        return Asks.ENDORSED
    return Asks.FELL if before is not None and before >= at else None


def _same_reviewed_on(answer: int | None, earlier: _Earlier, zone: str) -> date | None:
    if earlier.form is None or earlier.form.reviewed_at is None or earlier.form_answer != answer:
        return None
    return earlier.form.reviewed_at.astimezone(ZoneInfo(zone)).date()
