"""A look into the vault can be stopped by who waits for it, and by nobody else's stop."""

import threading

import pytest
from sqlalchemy import text

from vitalshift_desktop.domain.problems import VaultIsLocked
from vitalshift_desktop.vault.stopping import Stopper
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n WHERE i < 0"


def ask(work: UnitOfWork, statement: str) -> object:
    return work.meta._session.connection().execute(text(statement)).scalar_one()


def test_a_stop_ends_even_a_statement_without_an_end_and_the_vault_goes_on(open_vault: Vault) -> None:
    stopper, begun, ended = Stopper(), threading.Event(), threading.Event()

    def look() -> None:
        try:
            with open_vault.read(stopper) as work:
                begun.set()
                ask(work, ENDLESS)
        except VaultIsLocked:
            ended.set()

    worker = threading.Thread(target=look, daemon=True)
    worker.start()
    assert begun.wait(20)
    for _ in range(200):  # one that comes before the statement stops nothing yet
        stopper.stop()
        if ended.wait(0.05):
            break
    assert ended.is_set()
    with open_vault.read() as work:
        assert ask(work, "SELECT 1") == 1


def test_what_was_stopped_begins_no_more(open_vault: Vault) -> None:
    stopper = Stopper()
    stopper.stop()
    with pytest.raises(VaultIsLocked), open_vault.read(stopper):
        pass


def test_a_stop_after_the_end_leaves_the_connection_to_the_next_one(open_vault: Vault) -> None:
    stopper = Stopper()
    with open_vault.read(stopper) as work:
        assert ask(work, "SELECT 1") == 1
    with open_vault.write() as work:
        stopper.stop()
        assert ask(work, "SELECT 2") == 2
