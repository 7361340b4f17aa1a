from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vault.sample_records import DAY, a_client, a_version, an_agreement
from vitalshift_desktop.domain.agreements import (
    AgreedHow,
    Agreement,
    AgreementId,
    ClauseId,
    ClauseState,
    ClauseVersion,
    Topic,
    WordsOf,
    agreement_fingerprint,
)
from vitalshift_desktop.domain.problems import AlreadyRecorded, NotFound
from vitalshift_desktop.vault.vault import Vault

DAYS = st.none() | st.dates()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    topic=st.sampled_from(Topic),
    wording=st.text(max_size=60),
    state=st.sampled_from(ClauseState),
    days=st.tuples(st.dates(), DAYS, DAYS),
    negotiated=st.booleans(),
    words_of=st.sampled_from(WordsOf),
    how=st.sampled_from(AgreedHow),
)
def test_an_agreement_comes_back_with_its_clauses_as_they_were_written(
    open_vault: Vault,
    topic: Topic,
    wording: str,
    state: ClauseState,
    days: tuple[date, date | None, date | None],
    negotiated: bool,
    words_of: WordsOf,
    how: AgreedHow,
) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        clause = work.agreements.add_clause(client.id, topic)
        version = ClauseVersion(clause, client.id, topic, 1, wording, state, *days, negotiated, words_of)
        work.agreements.add_version(version)
        fingerprint = agreement_fingerprint(days[0], (version,))
        agreement = Agreement(AgreementId(0), client.id, days[0], how, days[1], (version,), fingerprint)
        added = work.agreements.add(agreement)
    with open_vault.read() as work:
        assert work.agreements.versions(client.id) == (version,)
        assert work.agreements.of_client(client.id) == (added,) == (replace(agreement, id=added.id),)


def test_a_clause_moves_on_to_its_next_version(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        first = a_version(work, client.id)
        second = replace(
            first, number=2, wording="Messages are answered within two days", effective_on=date(2026, 5, 4)
        )
        work.agreements.save_version(first.replaced(date(2026, 5, 4)))
        work.agreements.add_version(second)
        assert work.agreements.versions(client.id) == (first.replaced(date(2026, 5, 4)), second)
        assert work.agreements.version_in_force(first.clause_id) == second
        work.agreements.save_version(second.ended(date(2026, 6, 1)))
        assert work.agreements.version_in_force(first.clause_id) is None


def test_a_clause_has_one_version_in_force_and_each_number_once(open_vault: Vault) -> None:
    with open_vault.write() as work:
        version = a_version(work, a_client(work).id)
    for wrong in (replace(version, number=2), replace(version, state=ClauseState.PROPOSED)):
        with pytest.raises(AlreadyRecorded), open_vault.write() as work:
            work.agreements.add_version(wrong)
    with pytest.raises(NotFound), open_vault.write() as work:
        work.agreements.save_version(replace(version, clause_id=ClauseId(99)))


def test_an_older_agreement_keeps_its_wording_beside_a_newer_one(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        fees, first = a_version(work, client.id, Topic.FEES), a_version(work, client.id)
        older = an_agreement(work, first, fees)
        work.agreements.save_version(first.replaced(DAY))
        second = replace(first, number=2, wording="New words")
        work.agreements.add_version(second)
        newer = an_agreement(work, second)
        assert work.agreements.of_client(client.id) == (replace(older, clauses=(first.replaced(DAY), fees)), newer)


def test_clauses_whose_review_is_due_are_found_over_all_clients(open_vault: Vault) -> None:
    with open_vault.write() as work:
        robin, kim = a_client(work), a_client(work, "Kim Sample")
        due = replace(a_version(work, robin.id), review_on=date(2026, 6, 1))
        later = replace(a_version(work, kim.id), review_on=date(2026, 6, 2))
        work.agreements.save_version(due)
        work.agreements.save_version(later)
        a_version(work, kim.id, Topic.FEES)
        a_version(work, kim.id, Topic.TOUCH, state=ClauseState.PROPOSED)
        assert work.agreements.due(date(2026, 6, 1)) == (due,)
        assert work.agreements.due(date(2026, 5, 31)) == ()
