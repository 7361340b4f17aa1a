"""The scores of a client's forms, each by the definition that was kept with it."""

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.services.instruments import Definitions, definition_of
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def results_of(work: UnitOfWork, client_id: ClientId, instrument_id: str | None = None) -> tuple[Scored, ...]:
    """Every answered form of a client, or those of one instrument, scored; the oldest first.

    Forms that were corrected or skipped are left out.
    """
    known: Definitions = {}
    given = work.measures.of_client(client_id, instrument_id)
    return tuple(_scored(work, one, known) for one in given if one.state is AdministrationState.ANSWERED)


def result_of(work: UnitOfWork, administration: Administration) -> Scored:
    """One form scored."""
    return _scored(work, administration, {})


def _scored(work: UnitOfWork, one: Administration, known: Definitions) -> Scored:
    definition = definition_of(work, one, known)
    return Scored(one, definition, score(definition, one.answers, one.flags))
