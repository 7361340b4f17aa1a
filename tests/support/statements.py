"""One store of compiled statements for all vaults of a run.

How a statement reads as SQL depends on nothing but the statement, yet an engine keeps it for itself, and each test
opens a vault with engines of its own: much of a test went by with the same statements being put together once more. The
app itself has a store for each vault, so that nothing of a record outlives its vault, and so have the processes that
tests start.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine
from sqlcipher3 import dbapi2

from vitalshift_desktop.vault import connection


@contextmanager
def kept_statements() -> Iterator[None]:
    """While this lasts, what one engine put together serves all others of this process."""
    store = create_engine("sqlite+pysqlite://", module=dbapi2)
    with store.connect():
        pass  # the dialect has learned now what it wants to know of the library
    store.dispose()

    def made(url: str, **options: Any) -> Engine:  # noqa: ANN401 -- whatever an engine may be given
        engine = create_engine(url, **options)
        engine.dialect, engine._compiled_cache = store.dialect, store._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "create_engine", made)
        yield
