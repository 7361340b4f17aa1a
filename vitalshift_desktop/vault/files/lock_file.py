"""One program for each vault: a lock the system itself lets go when the program ends."""

import json
import os
import platform
from pathlib import Path

from vitalshift_desktop.domain.problems import VaultInUse
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.system_lock import lock, opened_to_lock

_TEXT_FROM = 1
_LONGEST_TEXT = 512


class LockFile:
    """The lock on a vault's folder, held from construction to `release`; the first byte is what is locked."""

    def __init__(self, path: Path) -> None:
        """Take the lock; raises VaultInUse with the holder's process id and host, or FolderIsReadOnly."""
        with told_as_problems():
            self._descriptor = opened_to_lock(path)
        try:
            lock(self._descriptor)
        except OSError:
            problem = _in_use(self._descriptor)
            os.close(self._descriptor)
            raise problem from None
        try:
            with told_as_problems():
                self._say_who()
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Let the lock go; the file stays, so that no two programs can hold different ones."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _say_who(self) -> None:
        who = json.dumps({"pid": os.getpid(), "host": platform.node()}).encode()
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, b" " + who)


def _in_use(descriptor: int) -> VaultInUse:
    try:
        os.lseek(descriptor, _TEXT_FROM, os.SEEK_SET)
        who = json.loads(os.read(descriptor, _LONGEST_TEXT))
        pid, host = who["pid"], who["host"]
    except (OSError, ValueError, KeyError, TypeError):
        return VaultInUse()
    if type(pid) is not int or not isinstance(host, str):
        return VaultInUse()
    return VaultInUse(pid, host, other_computer=host != platform.node())
