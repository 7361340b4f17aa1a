"""The kill harness itself: it never counts a kill that was none, and never hangs."""

import random

import pytest

from tests.faults.killing import Worker
from tests.support.ready_vault import ReadyVault


def test_an_act_that_ended_by_itself_is_no_kill(worker: Worker, ready_vault: ReadyVault) -> None:
    worker.start(ready_vault, "save", rounds=1)
    with pytest.raises(AssertionError, match="ended by itself"):
        worker.kill_after("saved", 2, random.Random(1), 0.0)
    worker.start(ready_vault, "save")
    worker.kill_after("saved", 2, random.Random(1), 0.0)


def test_an_act_that_fails_is_no_kill(worker: Worker, ready_vault: ReadyVault) -> None:
    (ready_vault.folder / "vault.db").unlink()
    with pytest.raises(AssertionError, match="ended before it began"):
        worker.start(ready_vault, "save")


def test_a_worker_that_is_told_to_end_in_the_middle_of_an_act_ends(ready_vault: ReadyVault) -> None:
    """As after a test that failed; the act itself would go on for ever."""
    worker = Worker()
    worker.start(ready_vault, "save")
    worker.close()
    ready_vault.open().close()
