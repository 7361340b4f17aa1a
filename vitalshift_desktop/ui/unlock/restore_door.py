"""Leads from a backup file to open records, on this computer or on a new one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vitalshift_desktop.domain.backups import FoundBackup
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.backup_words import compared_name
from vitalshift_desktop.ui.dates_in_words import full_day, time_words
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.unlock.late_rooms import LateRooms
from vitalshift_desktop.ui.unlock.opened_records import OpenedRecords
from vitalshift_desktop.ui.unlock.rescue_words import backup_words, told_rows
from vitalshift_desktop.ui.unlock.restore_page import RestorePage
from vitalshift_desktop.ui.unlock.way_back_door import WayBackDoor
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.services.restoring import PreparedRestore
    from vitalshift_desktop.services.unlocking import Unlocking


class RestoreDoor(WayBackDoor):
    """Lists, restores beside the place, compares, and switches when the counselor says so."""

    _page: RestorePage
    _prepared: PreparedRestore | None
    placed = Signal(object)

    def __init__(
        self, page: RestorePage, rooms: LateRooms, background: Background, dialogs: Dialogs, opened: OpenedRecords
    ) -> None:
        super().__init__(page, rooms, background, dialogs, opened)
        page.folder_wanted.connect(self._on_folder)
        page.file_wanted.connect(self._on_file)
        page.place_wanted.connect(self._on_place)
        page.restore_wanted.connect(self._on_restore)
        page.accepted.connect(self._on_accepted)

    def begin(self, target: Path) -> None:
        """Ask for a backup; its records would go to `target`."""
        self.abandon()
        self._page.show_choosing(target)

    # ------------------------------------------------------------ choosing

    def _on_folder(self) -> None:
        folder = self._dialogs.choose_folder(self._page, _("Where do your backups lie?"))
        if folder is not None:
            self._list(lambda unlocking: unlocking.restoring.backups_in(folder))

    def _on_file(self) -> None:
        file = self._dialogs.choose_backup_file(self._page, _("Which backup?"))
        if file is not None:
            self._list(lambda unlocking: (unlocking.restoring.backup_at(file),))

    def _list(self, found: Callable[[Unlocking], tuple[FoundBackup, ...]]) -> None:
        self._page.say(_("Looking for your backups…"))
        self._rooms.when_loaded(lambda unlocking: self._run(lambda _job: found(unlocking), self._on_listed))

    def _on_listed(self, found: tuple[FoundBackup, ...]) -> None:
        self._job = None
        unlocking = self._rooms.unlocking
        readable = [backup for backup in found if backup.is_readable]
        if unlocking is None:
            return
        clock = unlocking.clock
        self._page.show_backups([(one.path, backup_words(one, local(clock, one.made))) for one in readable])
        if readable:
            self._page.say("")
        elif found:
            self._page.say(_("What lies there is damaged and cannot be read as a backup."), tone="risk")
        else:
            self._page.say(_("There are no backups there. Their names end in .vsbackup."), tone="attn")

    def _on_place(self) -> None:
        parent = self._dialogs.choose_folder(self._page, _("Where should your records lie?"))
        if parent is not None:
            self._page.show_place(parent / Path(self._page.place.text()).name)

    # ------------------------------------------------------------ restoring

    def _on_restore(self, backup: Path, secret: str, target: Path) -> None:
        unlocking = self._rooms.unlocking
        if unlocking is None or self._job is not None:
            return
        if not target.is_absolute():
            self._page.place.show_error(_("Choose a folder."))
            return
        self._secret = secret
        self._page.show_working(_("Restoring into a new vault, and comparing…"))
        rooms = unlocking

        def work(job: Job) -> PreparedRestore:
            given = rooms.rescuing.secret(secret)
            return rooms.restoring.prepare(backup, given, target, job.report, job.is_cancelled)

        self._run(work, self._on_prepared)

    def _on_prepared(self, prepared: PreparedRestore) -> None:
        self._job = None
        self._prepared = prepared
        unlocking = self._rooms.unlocking
        if unlocking is None:
            return
        made = local(unlocking.clock, prepared.made)
        words = _("Opened and whole. This backup is from {day}, {time}.")
        words = words.format(day=full_day(made.date()), time=time_words(made))
        if prepared.is_of_other_vault:
            words += " " + _("Another vault lies at this place; it steps aside and is kept.")
        rows = [
            (compared_name(count.what), "–" if count.now is None else str(count.now), str(count.in_backup))
            for count in prepared.compared
        ]
        self._page.show_result(words, told_rows(rows))

    def _on_accepted(self) -> None:
        prepared, unlocking = self._prepared, self._rooms.unlocking
        if prepared is None or unlocking is None or not self._is_switched():
            return
        secret, self._secret = self._secret, ""
        self.placed.emit(prepared.target)
        rescuing, target = unlocking.rescuing, prepared.target
        self._open(lambda: rescuing.open(target, secret))
