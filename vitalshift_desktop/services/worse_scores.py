"""Scores that are reliably worse than the client's first one, across many clients at once."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import Episode, episode_on, latest
from vitalshift_desktop.domain.flags import Flag, worse_flag
from vitalshift_desktop.domain.measures.administration import Administration, Rater
from vitalshift_desktop.domain.measures.on_track import FEWEST_SCORES
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.domain.outcomes import measure_courses
from vitalshift_desktop.services.instruments import FormDefinitions, every_instrument
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def worse_flags(work: UnitOfWork, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[Flag, ...]]:
    """The marks of these clients for their own scores, in their current episodes; clients without any are left out."""
    given: defaultdict[tuple[ClientId, str], list[Administration]] = defaultdict(list)
    for form in work.critical_answers.of_clients(client_ids, _with_change_value(work)):
        if form.rater is Rater.CLIENT:
            given[form.client_id, form.instrument_id].append(form)
    enough = {which: forms for which, forms in given.items() if len(forms) >= FEWEST_SCORES}
    episodes = work.episodes.of_clients({client_id for client_id, _instrument_id in enough})
    known = FormDefinitions(work)
    found: defaultdict[ClientId, list[Flag]] = defaultdict(list)
    for (client_id, _instrument_id), forms in enough.items():
        theirs = episodes.get(client_id, ())
        flag = _flag(client_id, [_scored(form, known) for form in _current(forms, theirs)], latest(theirs))
        if flag is not None:
            found[client_id].append(flag)
    return {client_id: tuple(flags) for client_id, flags in found.items()}


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
