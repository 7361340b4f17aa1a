"""Check my vault: what the counselor can have proved, and when that is due."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.notes import NoteId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.vault_check import GRAVE, VaultCheck
from vitalshift_desktop.services.backup_views import ListedBackup
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.own_words import chosen_words
from vitalshift_desktop.vault.check.kept_check import last_check
from vitalshift_desktop.vault.vault import Vault

EVERY = timedelta(days=7)
FindBackups = Callable[[], Sequence[ListedBackup]]


@dataclass(frozen=True, slots=True)
class NoteAtFault:
    """A signed note that is not as it was signed: whose it is and the day of its session."""

    client: Client
    day: date


class VaultChecks:
    """The whole check of the vault, its newest result, and whether the next one is due."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, find_backups: FindBackups) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._find_backups = find_backups
        self._checked_at: datetime | None = None

    def run(
        self,
        progress: Callable[[float], None] = lambda _share: None,
        cancelled: Callable[[], bool] = lambda: False,
        *,
        by: object = None,
    ) -> VaultCheck:
        """Look at every page and file of the vault and at its backups in reach; slow, beside the counselor's work.

        Some words of the record are chosen anew each time and looked for in all files. Raises BackupCancelled when it
        was stopped, VaultIsLocked, or DriveFailed when the files could not be read at all.
        """
        with self._vault.read() as work:
            words = chosen_words(work, random.SystemRandom())
        backups = [backup.path for backup in self._find_backups()]
        found = self._vault.check(words=words, backups=backups, progress=progress, cancelled=cancelled)
        self._checked_at = found.at
        self._events.publish(Changed(Subject.CHECKS, by=by))
        return found

    def last(self) -> VaultCheck | None:
        """The newest check that was finished."""
        with self._vault.read() as work:
            return last_check(work.meta)

    def is_due(self) -> bool:
        """Whether a week has passed since the last check, or the opening noticed something that asks for one now.

        A vault that is open for reading alone is not due: the result could not be kept.
        """
        if self._vault.read_only is not None:
            return False
        if self._checked_at is None and any(warning.kind in GRAVE for warning in self._vault.warnings):
            return True
        last = self.last()
        newest = max((at for at in (self._checked_at, last.at if last else None) if at), default=None)
        return newest is None or self._clock.now() - newest >= EVERY

    def note_at_fault(self, note_id: int) -> NoteAtFault | None:
        """Whose note a finding is about, for the screen alone; None if that cannot be read."""
        try:
            with self._vault.read() as work:
                note = work.notes.get(NoteId(note_id))
                return NoteAtFault(work.clients.get(note.client_id), work.sessions.get(note.session_id).day)
        except Problem:
            return None
