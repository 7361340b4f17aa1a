from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vault.sample_records import NOON, a_client
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.disclosures import Disclosure, Outlet
from vitalshift_desktop.domain.practice import Paper, Practice, ShownAs
from vitalshift_desktop.domain.problems import AlreadyRecorded, NotFound
from vitalshift_desktop.vault.vault import Vault

WORDS = st.text(max_size=30)


def test_a_new_vault_has_a_fresh_practice(open_vault: Vault) -> None:
    with open_vault.read() as work:
        assert work.practice.get() == Practice()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    practice=st.builds(Practice, practice_name=WORDS, letterhead=WORDS, low_checkin_under=st.none() | st.floats(0, 40))
)
def test_the_practice_comes_back_as_it_was_saved_last(open_vault: Vault, practice: Practice) -> None:
    with open_vault.write() as work:
        work.practice.save(practice)
    with open_vault.read() as work:
        assert work.practice.get() == practice


def test_every_setting_of_the_practice_is_kept(open_vault: Vault) -> None:
    other = Practice("A", "B", "C", "D", "E", "uk", Paper.A4, 45, 3, 15, True, ShownAs.CODE, 6.5, True, True)
    assert not [name for name in Practice.__slots__ if getattr(other, name) == getattr(Practice(), name)]
    with open_vault.write() as work:
        work.practice.save(other)
    with open_vault.read() as work:
        assert work.practice.get() == other


def test_serials_count_up_in_each_year(open_vault: Vault) -> None:
    with open_vault.write() as work:
        assert [work.disclosures.next_serial(2026) for _ in range(3)] == ["26-0001", "26-0002", "26-0003"]
        assert work.disclosures.next_serial(2027) == "27-0001"
    with open_vault.write() as work:
        assert work.disclosures.next_serial(2026) == "26-0004"


def test_a_serial_that_was_not_kept_is_given_again(open_vault: Vault) -> None:
    with pytest.raises(NotFound), open_vault.write() as work:  # noqa: PT012 -- the act fails after the serial
        work.disclosures.next_serial(2026)
        work.clients.get(ClientId(99))
    with open_vault.write() as work:
        assert work.disclosures.next_serial(2026) == "26-0001"


def test_the_ledger_keeps_what_left_the_vault(open_vault: Vault) -> None:
    def entry(serial: str, client: ClientId, day: int) -> Disclosure:
        made = NOON + timedelta(days=day)
        return Disclosure(serial, "progress_summary", client, "client", Outlet.PDF, made, 4, "ab" * 32)

    with open_vault.write() as work:
        robin, kim = a_client(work).id, a_client(work, "Kim Sample").id
        second, first = entry("26-0002", robin, 2), replace(entry("26-0001", robin, 1), outlet=Outlet.PRINTER)
        theirs = entry("26-0003", kim, 3)
        for disclosure in (second, theirs, first):
            work.disclosures.add(disclosure)
        assert work.disclosures.of_client(robin) == (first, second)
        assert work.disclosures.all() == (first, second, theirs)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.disclosures.add(replace(first, what="another"))
