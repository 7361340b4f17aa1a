"""What deserves a look, why, and in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vitalshift_desktop.domain.agreements import ClauseVersion, in_force
from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.domain.answers import AnswerFacts, AskedAnswer
from vitalshift_desktop.domain.clause_reviews import TogetherDue
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import AdministrationId
from vitalshift_desktop.domain.measures.classes import ChangeClass
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS, LowEarly, low_early
from vitalshift_desktop.domain.measures.marked_drop import Mark, MarkKind
from vitalshift_desktop.domain.measures.on_track import FEWEST_SCORES
from vitalshift_desktop.domain.outcome_change import change_of
from vitalshift_desktop.domain.outcomes import MeasureCourse
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.domain.silence import Silence

MOST_FLAGS = 5


class FlagKind(StrEnum):
    """What asks for a look, the most pressing first."""

    ANSWER_TO_REVIEW = "answer_to_review"
    MARKED_DROP = "marked_drop"
    LOW_EARLY_CHECKIN = "low_early_checkin"
    WORSE_SCORE = "worse_score"
    AGREEMENT_TO_LOOK_AT = "agreement_to_look_at"
    LONG_SILENCE = "long_silence"


@dataclass(frozen=True, slots=True)
class DropFacts:
    """A marked drop that is neither back in range nor talked through."""

    session_no: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class EarlyFacts:
    """A low check-in of the first five sessions and the reasons for calling it so."""

    low: LowEarly


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """The clauses in force whose day for looking at them again has come, the longest waiting first.

    `together` says that it is time to look at all of them; None where it is not.
    """

    clauses: tuple[ClauseVersion, ...]
    together: TogetherDue | None = None


@dataclass(frozen=True, slots=True)
class WorseFacts:
    """A score that is reliably worse than the client's first one, by a published change value.

    `first` and `latest` are in units of the score, `points` is the published change, `source` who published it.
    """

    administration_id: AdministrationId
    instrument_name: str
    first: float
    latest: float
    first_on: date
    points: float
    source: str
    n: int


@dataclass(frozen=True, slots=True)
class SilenceFacts:
    """A client who was not heard from for longer than the agreed rhythm lets expect."""

    silence: Silence


Facts = AnswerFacts | DropFacts | EarlyFacts | WorseFacts | AgreementFacts | SilenceFacts


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing that deserves a look. `key` names what it is about, so that a dismissal holds for this and no other."""

    kind: FlagKind
    client_id: ClientId
    since: date
    facts: Facts
    key: str
    session_id: SessionId | None = None


@dataclass(frozen=True, slots=True)
class Dismissal:
    """The counselor looked at a flag and put it aside, with a reason."""

    kind: FlagKind
    client_id: ClientId
    key: str
    reason: str
    at: datetime


def answer_flags(client_id: ClientId, asked: Iterable[AskedAnswer]) -> tuple[Flag, ...]:
    """One flag for each answer of this client that was not reviewed yet."""
    return tuple(
        Flag(
            FlagKind.ANSWER_TO_REVIEW,
            client_id,
            one.facts.given_on,
            one.facts,
            str(one.administration.id),
            one.administration.session_id,
        )
        for one in asked
        if not one.is_reviewed
    )


def drop_flag(client_id: ClientId, course: AllianceCourse) -> Flag | None:
    """The flag for a marked drop that is open, and neither talked through nor classed by the counselor.

    A fall before there is a usual range asks only while it is the latest score, and in the first five sessions it
    is the low early check-in that speaks of it.
    """
    mark = course.open_mark or _latest_fall(course)
    if mark is None or _is_settled(course, mark):
        return None
    point = course.points[mark.index]
    facts = DropFacts(point.session_no, mark)
    return Flag(FlagKind.MARKED_DROP, client_id, point.day, facts, str(point.session_id), point.session_id)


def early_flag(
    client_id: ClientId, course: AllianceCourse, early_scores: Sequence[float], threshold: float | None
) -> Flag | None:
    """The flag for the latest check-in when it is a low early one; `early_scores` and `threshold` as in `low_early`."""
    point = course.latest
    if point is None or point.client is None or (point.mark and _is_settled(course, point.mark)):
        return None
    previous = course.score_before_latest
    low = low_early(
        point.session_no, point.client.score, previous=previous, early_scores=early_scores, threshold=threshold
    )
    if low is None:
        return None
    key = str(point.session_id)
    return Flag(FlagKind.LOW_EARLY_CHECKIN, client_id, point.day, EarlyFacts(low), key, point.session_id)


def worse_flag(client_id: ClientId, course: MeasureCourse) -> Flag | None:
    """The flag for a total that is reliably worse than the baseline (B5), by a published change value; else None.

    Fewer than three scores say nothing yet (B16).
    """
    change = change_of(course)
    if change is None or change.published is None or change.classified is None or change.n < FEWEST_SCORES:
        return None
    if change.classified.change is not ChangeClass.DETERIORATED:
        return None
    given = course.points[change.latest_place].scored.administration
    facts = WorseFacts(
        administration_id=given.id,
        instrument_name=course.definition.name,
        first=change.baseline.value,
        latest=change.latest,
        first_on=change.baseline.day,
        points=change.published.points,
        source=change.published.source.words,
        n=change.n,
    )
    return Flag(FlagKind.WORSE_SCORE, client_id, change.latest_day, facts, str(given.id), given.session_id)


def agreement_flag(
    client_id: ClientId, clauses: Iterable[ClauseVersion], today: date, together: TogetherDue | None = None
) -> Flag | None:
    """One flag for all clauses in force that were to be looked at again by today, each by its day or all together."""
    waiting = [(clause.review_on, clause) for clause in in_force(clauses) if clause.review_on is not None]
    due = sorted(((day, clause) for day, clause in waiting if day <= today), key=lambda pair: pair[0])
    days = [day for day, _clause in due] + ([together.since] if together is not None else [])
    if not days:
        return None
    facts = AgreementFacts(tuple(clause for _, clause in due), together)
    key = max(day for day, _clause in due).isoformat() if due else ""
    if together is not None:
        key += f":{together.session_no}:{','.join(together.causes)}"
    return Flag(FlagKind.AGREEMENT_TO_LOOK_AT, client_id, min(days), facts, key)


def silence_flag(client_id: ClientId, silence: Silence) -> Flag:
    """The flag for a silence; one that was put aside comes back once the client was heard from and is quiet again."""
    facts = SilenceFacts(silence)
    return Flag(FlagKind.LONG_SILENCE, client_id, silence.since, facts, silence.heard.day.isoformat())


def needs_a_look(
    flags: Iterable[Flag], dismissals: Iterable[Dismissal] = (), most: int = MOST_FLAGS
) -> tuple[Flag, ...]:
    """The flags to show: every answer to review, then at most `most` others, by kind and the oldest first.

    A dismissal hides its flag; an answer to review cannot be dismissed, only reviewed.
    """
    put_aside = {(dismissal.kind, dismissal.client_id, dismissal.key) for dismissal in dismissals}
    kinds = list(FlagKind)
    ordered = sorted(flags, key=lambda flag: (kinds.index(flag.kind), flag.since, flag.client_id))
    answers = [flag for flag in ordered if flag.kind is FlagKind.ANSWER_TO_REVIEW]
    others = [flag for flag in ordered if flag.kind is not FlagKind.ANSWER_TO_REVIEW]
    standing = [flag for flag in others if (flag.kind, flag.client_id, flag.key) not in put_aside]
    return (*answers, *standing[:most])


def _is_settled(course: AllianceCourse, mark: Mark) -> bool:
    is_classed = course.points[mark.index].rupture is not None
    return is_classed or course.talked_place(mark) is not None


def _latest_fall(course: AllianceCourse) -> Mark | None:
    latest = course.latest
    if latest is None or latest.session_no <= EARLY_SESSIONS or latest.mark is None:
        return None
    return latest.mark if latest.mark.kind is MarkKind.FALL else None
