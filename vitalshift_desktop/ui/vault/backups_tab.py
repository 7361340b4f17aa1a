"""Where backups go, which were made, the restore drill, and the rules for keeping them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.backups import PlaceId
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.services.backup_views import ListedBackup
from vitalshift_desktop.services.vault_place import looks_synced
from vitalshift_desktop.ui.adding_places import add_backup_place
from vitalshift_desktop.ui.backup_words import place_name
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.vault.backup_list import BackupList
from vitalshift_desktop.ui.vault.backup_now import BackupNow
from vitalshift_desktop.ui.vault.backup_place_row import BackupPlaceRow
from vitalshift_desktop.ui.vault.backup_places import BackupPlaces
from vitalshift_desktop.ui.vault.backup_row import BackupRow
from vitalshift_desktop.ui.vault.drill_part import DrillPart
from vitalshift_desktop.ui.vault.restore_form import RestoreForm
from vitalshift_desktop.ui.vault.rules_part import RulesPart
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class BackupsTab(Page):
    """A backup is an encrypted copy that was opened and compared before it counts."""

    concerns = frozenset({Subject.PRACTICE, Subject.BACKUPS, Subject.SECRETS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("vault.backups_tab")
        self._desk = desk
        self.places = BackupPlaces()
        self.now = BackupNow(desk)
        self.list = BackupList()
        self.drill = DrillPart(desk)
        self.rules = RulesPart(desk)
        self._sample = TextLabel(_("The sample practice needs no backup."), tone="2")
        self._sample.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = _(
            "A backup is an encrypted copy that opens with the same passphrase and recovery sheet. "
            "Each one is opened and compared before it counts. Keep one on another drive."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().scale(20))
        column.addWidget(TextLabel(words, tone="2"))
        for part in (self._sample, self.places, self.now, self.list, self.drill, self.rules):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        theme().changed.connect(self.look_again_soon)
        self.places.add_wanted.connect(self._on_add)
        self.places.dropped.connect(self.add_place)
        self.list.restore_wanted.connect(self._on_restore)
        self._desk.wishes.drill.connect(self._on_drill)
        news = self._desk.backup_news
        news.places_changed.connect(self.look_again_soon)
        news.ended.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show the places, the backups, the last drill and the rules."""
        is_sample = self._desk.workspace.practice.get().is_sample
        self._sample.setVisible(is_sample)
        listed = self._desk.workspace.backups.listed()
        self._show_places(listed)
        self.now.look_again(has_places=bool(self.places.rows))
        self.list.show_rows([BackupRow(backup, self._desk.workspace.clock) for backup in listed])
        self.drill.show_last(self._desk.workspace.backups.last_proven_restore)
        self.drill.allow(has_backups=bool(listed))
        self.rules.look_again()

    def add_place(self, folder: Path) -> None:
        """Let backups go to this folder as well."""
        self._try(lambda: add_backup_place(self._desk.workspace, folder))

    def _show_places(self, listed: tuple[ListedBackup, ...]) -> None:
        backups, clock = self._desk.workspace.backups, self._desk.workspace.clock
        rows = []
        for place in backups.places():
            there = [one for one in listed if one.path.parent == place.folder and one.proven and not one.damaged]
            row = BackupPlaceRow(
                place,
                clock,
                in_reach=backups.is_reachable(place),
                last_good_at=there[0].made if there else None,
                is_copied_about=looks_synced(place.folder) is not None,
            )
            row.removed.connect(self._on_remove)
            row.recovery_only_changed.connect(self._on_recovery_only)
            rows.append(row)
        self.places.show_rows(rows)

    def _on_add(self) -> None:
        folder = self._desk.dialogs.choose_folder(self, _("Where should backups go?"))
        if folder is not None:
            self.add_place(folder)

    def _on_remove(self, place_id: PlaceId) -> None:
        row = next(row for row in self.places.rows if row.place.id == place_id)
        title = _("Let no more backups go to {place}?").format(place=place_name(row.place.folder))
        text = _("The backups that lie there stay, and can still be restored.")
        remove = _("Remove the place")
        if self._desk.dialogs.ask(self, title, text, [remove, _("Cancel")]) == remove:
            self._try(lambda: self._desk.workspace.backups.remove_place(place_id))

    def _on_recovery_only(self, place_id: PlaceId, ticked: bool) -> None:
        self._try(lambda: self._desk.workspace.backups.change_place(place_id, recovery_only=ticked))

    def _on_restore(self, row: BackupRow) -> None:
        self.save_now()
        RestoreForm(self._desk, row.backup, self.window()).open_from(row.restore)

    def _on_drill(self) -> None:
        if self.isVisible():
            self.drill.start()

    def _try(self, act: Callable[[], object]) -> None:
        self._desk.did(act)
        self.look_again()
