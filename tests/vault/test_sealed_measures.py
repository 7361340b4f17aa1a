"""The triggers that keep what was measured and handed over hold even when code sends SQL of its own."""

import pytest
from sqlalchemy.exc import IntegrityError

from tests.vault.sample_records import DAY, NOON, a_checkin, a_client, a_goal, a_session
from tests.vault.test_sealed_records import run
from vitalshift_desktop.domain.client_measures import Moment
from vitalshift_desktop.domain.goal_levels import LevelEntry
from vitalshift_desktop.domain.handovers import Handover, HandoverId, HandoverState
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.own_instruments import LicenceDetails
from vitalshift_desktop.vault.vault import Vault

KEPT = (
    "UPDATE goal_level SET level = 2",
    "UPDATE goal_level SET rated_on = '2026-01-01'",
    "DELETE FROM goal_level",
    "INSERT OR REPLACE INTO goal_level SELECT id, goal_id, 2, 3, 3, rated_on, recorded_at FROM goal_level",
    "UPDATE handover SET forms = '[\"gad7\"]'",
    "DELETE FROM handover",
    "UPDATE handover_key SET private_key = x'00'",
    "UPDATE handover_state SET state = 'refused' WHERE state <> 'cleared'",
    "DELETE FROM handover_state",
    "INSERT INTO handover_key VALUES (1, x'00')",
    "UPDATE instrument_definition SET definition = '{}'",
    "UPDATE instrument_definition SET fingerprint = 'other'",
    "DELETE FROM instrument_definition",
    "UPDATE instrument_licence SET granted_by = 'other'",
    "DELETE FROM instrument_licence",
    "UPDATE administration SET definition_id = NULL",
    "UPDATE administration SET flags = '[\"not_working\"]'",
    "UPDATE administration SET person_id = 1",
)


@pytest.fixture
def measured_vault(open_vault: Vault) -> Vault:
    """A vault with a level of a goal, a closed and an open hand-over, and a form with its definition and a licence."""
    with open_vault.write() as work:
        client = a_client(work)
        session = a_session(work, client)
        work.goals.add_level(LevelEntry(a_goal(work, client).id, -1, 2, 2, DAY, NOON))
        for tag in ("aa", "bb"):
            handed = Handover(
                HandoverId(0), client.id, session.id, tag, Rater.CLIENT, ("phq9",), Moment.START, "", False, NOON
            )
            work.handovers.arm(handed, b"key")
        work.handovers.close(HandoverId(1), HandoverState.TAKEN_IN, NOON)
        work.definitions.keep("phq9", "1", "print", "{}")
        work.instruments.add_licence("phq9", LicenceDetails("The owner", "4711", None), DAY)
        work.measures.add(a_checkin(session, 8, 8, 8, 8))
    return open_vault


@pytest.mark.parametrize("statement", KEPT)
def test_the_vault_refuses_to_change_what_was_measured_or_handed_over(measured_vault: Vault, statement: str) -> None:
    with pytest.raises(IntegrityError, match="already recorded"), measured_vault.write() as work:
        run(work, statement)
