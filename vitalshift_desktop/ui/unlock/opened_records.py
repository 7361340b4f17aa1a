"""The records that were opened on the way in, until the main window takes them over."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vitalshift_desktop.services.workspace import Workspace


class OpenedRecords:
    """Held from the worker's thread on, so that leaving early leaves nothing open."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._workspace: Workspace | None = None
        self._is_over = False

    def keep(self, workspace: Workspace) -> Workspace:
        """Hold these records; they are closed at once if the counselor has left in the meantime."""
        with self._lock:
            if self._is_over:
                workspace.close()
            else:
                self._workspace = workspace
        return workspace

    @property
    def is_open(self) -> bool:
        """True while records are open and nobody took them over."""
        with self._lock:
            return self._workspace is not None

    def hand_over(self) -> None:
        """Somebody else closes the records from now on."""
        with self._lock:
            self._workspace = None

    def close(self) -> None:
        """Close what was not handed over, and whatever may still come."""
        with self._lock:
            self._is_over = True
            workspace, self._workspace = self._workspace, None
        if workspace is not None:
            workspace.close()
