"""Scores that are reliably worse than the client's first one, across many clients at once."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import Episode, episode_on, latest
from vitalshift_desktop.domain.flags import Flag, worse_flag
from vitalshift_desktop.domain.measures.administration import Administration, Rater
from vitalshift_desktop.domain.measures.instrument import TOTAL
from vitalshift_desktop.domain.measures.on_track import FEWEST_SCORES
from vitalshift_desktop.domain.measures.reliable_change import Move, move_by_points
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.domain.measures.scoring import complete_total, score
from vitalshift_desktop.domain.outcomes import measure_courses
from vitalshift_desktop.services.instruments import FormDefinitions, every_instrument
from vitalshift_desktop.vault.records.course_ends import CourseEnds
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def worse_flags(work: UnitOfWork, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[Flag, ...]]:
    """The marks of these clients for their own scores, in their current episodes; clients without any are left out.

    Only of courses whose first and latest form do not rule it out is every form read and scored.
    """
    known = FormDefinitions(work)
    ends = work.course_ends.of_clients(client_ids, _with_change_value(work))
    worth = {(one.client_id, one.instrument_id) for one in ends if may_be_worse(one, known)}
    given: defaultdict[tuple[ClientId, str], list[Administration]] = defaultdict(list)
    owners, measures = {owner for owner, _one in worth}, {one for _owner, one in worth}
    for form in work.critical_answers.of_clients(owners, measures) if worth else ():
        if form.rater is Rater.CLIENT and (form.client_id, form.instrument_id) in worth:
            given[form.client_id, form.instrument_id].append(form)
    enough = {which: forms for which, forms in given.items() if len(forms) >= FEWEST_SCORES}
    episodes = work.episodes.of_clients({client_id for client_id, _instrument_id in enough})
    found: defaultdict[ClientId, list[Flag]] = defaultdict(list)
    for (client_id, _instrument_id), forms in enough.items():
        theirs = episodes.get(client_id, ())
        flag = _flag(client_id, [_scored(form, known) for form in _current(forms, theirs)], latest(theirs))
        if flag is not None:
            found[client_id].append(flag)
    return {client_id: tuple(flags) for client_id, flags in found.items()}


def may_be_worse(ends: CourseEnds, known: FormDefinitions) -> bool:
    """False where the first and the latest form alone show that a course is not reliably worse; True tells nothing.

    Two complete forms of one key, the first one given in the only episode, are the baseline and the latest score.
    """
    first, last = ends.first, ends.last
    if first.id == last.id:
        return False
    before, definition = known.of(first), known.of(last)
    if not ends.is_only_episode or first.flags or last.flags or not before.makes_alike(definition, TOTAL):
        return True
    values = complete_total(before, first.answers), complete_total(definition, last.answers)
    if values[0] is None or values[1] is None or definition.total is None:
        return True
    published = next(iter(definition.total.changes), None)
    if published is None:
        return False
    return move_by_points(values[0], values[1], published.points, definition.total.direction) is Move.WORSE


def _current(forms: list[Administration], episodes: Sequence[Episode]) -> list[Administration]:
    """The forms of the last episode; what came after its end belongs to it too."""
    return [form for form in forms if episode_on(episodes, form.given_on) in (None, latest(episodes))]


def _flag(client_id: ClientId, forms: list[Scored], episode: Episode | None) -> Flag | None:
    courses = measure_courses(forms, (), {}, episode.opened_on if episode else None)
    return worse_flag(client_id, courses[0]) if courses else None


def _scored(form: Administration, known: FormDefinitions) -> Scored:
    definition = known.of(form)
    return Scored(form, definition, score(definition, form.answers, form.flags))


def _with_change_value(work: UnitOfWork) -> list[str]:
    return [one.id for one in every_instrument(work).values() if one.total is not None and one.total.changes]
