from collections.abc import Iterator

import pytest

from tests.faults.killing import Worker
from tests.support.ready_vault import master_vault, open_vault, ready_vault

__all__ = ["master_vault", "open_vault", "ready_vault"]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """A process that works in vaults and can be killed."""
    worker = Worker()
    yield worker
    worker.close()
