"""The scores of a client's forms, each by the definition that was kept with it."""

from collections.abc import Iterable

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.services.instruments import FormDefinitions
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def results_of(work: UnitOfWork, client_id: ClientId, instrument_id: str | None = None) -> tuple[Scored, ...]:
    """Every answered form of a client, or those of one instrument, scored; the oldest first.

    Forms that were corrected or skipped are left out.
    """
    given = work.measures.of_client(client_id, instrument_id)
    return scored(work, (one for one in given if one.state is AdministrationState.ANSWERED))


def scored(work: UnitOfWork, forms: Iterable[Administration]) -> tuple[Scored, ...]:
    """Some forms scored, in their order; each definition is read once."""
    known = FormDefinitions(work)
    return tuple(_scored(form, known) for form in forms)


def _scored(one: Administration, known: FormDefinitions) -> Scored:
    definition = known.of(one)
    return Scored(one, definition, score(definition, one.answers, one.flags))
