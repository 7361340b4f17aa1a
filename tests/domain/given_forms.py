"""Invented forms with hand-made results, for rules that begin where scoring ends."""

from collections.abc import Sequence
from datetime import date, timedelta

from tests.domain.examples import FIRST_DAY, MAREN, NOON
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationId, Rater
from vitalshift_desktop.domain.measures.figures import Source, Standing
from vitalshift_desktop.domain.measures.instrument import (
    TOTAL,
    ChangeValue,
    ClinicalSide,
    Cutoff,
    Direction,
    Instrument,
    Item,
    Rule,
    Score,
)
from vitalshift_desktop.domain.measures.results import Reason, Result, ScoreResult, Status
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId

SOURCE = Source(Standing.OWN, "invented for tests")
REASONS = {
    Status.OK: None,
    Status.PRORATED: Reason.FEW_ITEMS_MISSING,
    Status.INCOMPLETE: Reason.ITEMS_MISSING,
    Status.NOT_COMPUTABLE: Reason.NOTHING_ANSWERED,
}


def measure(
    instrument_id: str = "mood",
    *,
    version: str = "1",
    rule: Rule = Rule.SUM,
    high: float = 27,
    cutoffs: Sequence[Cutoff] | None = None,
    changes: Sequence[ChangeValue] | None = None,
    direction: Direction = Direction.LOWER,
) -> Instrument:
    """Nine questions from 0 to 3, lower is better, clinical from 10 on, 6 points are a reliable change."""
    cutoffs = (Cutoff("caseness", 10, ClinicalSide.AT_OR_ABOVE, SOURCE),) if cutoffs is None else cutoffs
    changes = (ChangeValue(6, 95, SOURCE),) if changes is None else changes
    items = tuple(range(1, 10))
    total = Score(TOTAL, "Total", items, rule, direction, 0, high, cutoffs=tuple(cutoffs), changes=tuple(changes))
    return Instrument(instrument_id, version, "Mood", tuple(Item(f"m{n}") for n in items), 0, 3, scores=(total,))


def form(
    place: int,
    value: float | None,
    definition: Instrument | None = None,
    *,
    status: Status = Status.OK,
    reason: Reason | None = None,
    rater: Rater = Rater.CLIENT,
    day: date | None = None,
    session: int | None = None,
    person: int | None = None,
) -> Scored:
    """The form of the week `place` (from 1) with this total."""
    definition = definition or measure()
    total = definition.total
    assert total is not None
    given_on = day or FIRST_DAY + timedelta(weeks=place - 1)
    administration = Administration(
        AdministrationId(place),
        MAREN,
        definition.id,
        definition.version,
        rater,
        (0,) * 9,
        given_on,
        NOON + timedelta(minutes=place),
        session_id=None if session is None else SessionId(session),
        person_id=None if person is None else RelatedPersonId(person),
    )
    score = ScoreResult(TOTAL, value, status, reason or REASONS[status], total.low, total.high)
    return Scored(administration, definition, Result(definition.id, definition.version, {TOTAL: score}))


def forms(*values: float | None, definition: Instrument | None = None) -> list[Scored]:
    """One form a week with these totals; None is one on which too much was left blank."""
    return [
        form(place, value, definition, status=Status.OK if value is not None else Status.INCOMPLETE)
        for place, value in enumerate(values, start=1)
    ]
