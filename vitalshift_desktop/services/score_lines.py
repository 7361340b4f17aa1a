"""The scores of single forms in short: for a timeline, and for what helps before a session."""

from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.results import ScoreResult
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.services.scores import scored
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """The scores of one form: the total, or where there is none each part with its name."""

    measure: str
    day: date
    rater: Rater
    parts: tuple[tuple[str, ScoreResult], ...]


def score_line(form: Scored) -> ScoreLine:
    """One form in short."""
    total = form.definition.total
    shown = (total,) if total is not None else form.definition.scores
    parts = tuple(("" if total else one.name, form.result.scores[one.key]) for one in shown)
    return ScoreLine(form.definition.name, form.administration.given_on, form.administration.rater, parts)


def latest_lines(work: UnitOfWork, client_id: ClientId, before: date) -> tuple[ScoreLine, ...]:
    """Of each measure but the check-in the latest form up to a day, the client's and those of guardians apart."""
    forms = [one for one in work.measures.of_client(client_id) if one.given_on <= before and _is_told(one)]
    latest = {(form.instrument_id, form.rater, form.person_id): form for form in forms}
    ordered = sorted(latest.values(), key=lambda form: (form.instrument_id, form.rater))
    return tuple(map(score_line, scored(work, ordered)))


def _is_told(form: Administration) -> bool:
    is_others = form.instrument_id != CHECKIN and form.rater is not Rater.COUNSELOR
    return is_others and form.state is AdministrationState.ANSWERED
