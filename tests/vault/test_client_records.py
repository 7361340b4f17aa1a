from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vault.sample_records import DAY, a_client
from vitalshift_desktop.domain.clients import (
    Client,
    ClientDetails,
    ClientId,
    ClientStatus,
    Phase,
    PhaseMark,
    ServiceType,
    StatusChange,
)
from vitalshift_desktop.domain.problems import CodeIsTaken, NotFound
from vitalshift_desktop.vault.vault import Vault

WORDS = st.text(max_size=40)  # hypothesis leaves out what no file can hold
DETAILS = st.builds(
    ClientDetails,
    preferred_name=WORDS,
    legal_name=WORDS,
    code=st.just(""),
    pronouns=WORDS,
    born=st.none() | st.dates(),
    service_type=st.sampled_from(ServiceType),
    phone=WORDS,
    email=WORDS,
    presenting=WORDS,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(details=DETAILS, status=st.sampled_from(ClientStatus), since=st.dates())
def test_a_client_comes_back_as_it_was_written(
    open_vault: Vault, details: ClientDetails, status: ClientStatus, since: date
) -> None:
    with open_vault.write() as work:
        added = work.clients.add(Client(ClientId(0), details, status, since))
    with open_vault.read() as work:
        assert work.clients.get(added.id) == added == Client(added.id, details, status, since)


def test_a_changed_client_is_the_one_that_comes_back(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        changed = Client(client.id, replace(client.details, phone="555 0100", code="A7"), ClientStatus.PAUSED, DAY)
        work.clients.save(changed)
    with open_vault.read() as work:
        assert work.clients.get(client.id) == changed
        assert work.clients.by_code("A7") == changed
        assert work.clients.by_code("B8") is None


def test_two_clients_never_share_a_code(open_vault: Vault) -> None:
    with open_vault.write() as work:
        a_client(work, code="0007")
    with pytest.raises(CodeIsTaken), open_vault.write() as work:
        a_client(work, "Kim Sample", code="0007")
    with open_vault.write() as work:
        other = a_client(work, "Kim Sample", code="0008")
    with pytest.raises(CodeIsTaken), open_vault.write() as work:
        work.clients.save(replace(other, details=replace(other.details, code="0007")))
    with open_vault.read() as work:
        assert work.clients.codes() == ("0007", "0008")


def test_many_clients_may_have_no_code(open_vault: Vault) -> None:
    with open_vault.write() as work:
        both = (a_client(work, "Kim Sample"), a_client(work, "Lou Sample"))
        assert work.clients.all() == both
        assert work.clients.codes() == ()
        assert work.clients.by_code("") is None


def test_clients_are_found_by_status_and_by_id(open_vault: Vault) -> None:
    with open_vault.write() as work:
        active = a_client(work)
        closed = work.clients.add(Client(ClientId(0), ClientDetails(preferred_name="Kim"), ClientStatus.CLOSED, DAY))
        assert work.clients.all({ClientStatus.CLOSED}) == (closed,)
        assert work.clients.all(()) == ()
        assert work.clients.of_ids([active.id, ClientId(99)]) == {active.id: active}


def test_an_unknown_client_is_said_to_be_unknown(open_vault: Vault) -> None:
    with open_vault.read() as work, pytest.raises(NotFound):
        work.clients.get(ClientId(99))


def test_changes_of_status_are_kept_in_the_order_of_their_days(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work).id
        paused = StatusChange(client, ClientStatus.PAUSED, date(2026, 5, 1), "Away for the summer")
        active = StatusChange(client, ClientStatus.ACTIVE, date(2026, 3, 2))
        back = StatusChange(client, ClientStatus.ACTIVE, date(2026, 5, 1))
        for change in (paused, active, back):
            work.clients.add_status_change(change)
        assert work.clients.status_changes(client) == (active, paused, back)


def test_a_second_phase_of_the_same_day_takes_the_place_of_the_first(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client, other = a_client(work).id, a_client(work).id
        for phase, day in ((Phase.WORKING, 9), (Phase.BEGINNING, 2), (Phase.CHANGE, 9)):
            work.clients.mark_phase(PhaseMark(client, phase, date(2026, 3, day)))
        marks = (
            PhaseMark(client, Phase.BEGINNING, date(2026, 3, 2)),
            PhaseMark(client, Phase.CHANGE, date(2026, 3, 9)),
        )
        assert work.clients.phase_marks(client) == marks
        assert work.clients.phase_marks(other) == ()
        assert work.clients.phase_marks_of([client, other]) == {client: marks}
