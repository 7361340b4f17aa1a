"""One backup: when it was made, what it holds, where it lies, what is known about it, and how to restore it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.services.backup_views import ListedBackup
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.ui.backup_words import (
    holds_words,
    known_words,
    moment_words,
    opened_by_words,
    place_name,
)
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip
from vitalshift_desktop.words import _


class BackupRow(QWidget):
    """`restore_wanted` carries this row; a backup that is out of reach cannot be restored now and says why."""

    restore_wanted = Signal(object)

    def __init__(self, backup: ListedBackup, clock: Clock) -> None:
        super().__init__()
        self.backup = backup
        when = moment_words(backup.made, clock)
        known, tone = known_words(backup, clock)
        facts = ", ".join(part for part in _facts(backup) if part)
        self.setMinimumHeight(theme().scale(46))
        self.setAccessibleName(f"{when}. {known}. {facts}")
        self.restore = LinkButton(_("Restore…"))
        self.restore.setObjectName("vault.backup.restore")
        self.restore.setAccessibleName(_("Restore the backup of {when}…").format(when=when))
        self.restore.setEnabled(backup.reachable and not backup.damaged)
        if backup.damaged:
            self.restore.setToolTip(plain_tip(_("It is damaged. Use another backup.")))
        elif not backup.reachable:
            self.restore.setToolTip(plain_tip(_("Plug in the drive with this backup first.")))
        self.restore.clicked.connect(self._on_restore)
        self._lay_out(when, facts, known, tone)

    def _lay_out(self, when: str, facts: str, known: str, tone: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(TextLabel(when, size="m", wrap=False))
        head.addWidget(TextLabel(known, tone=tone, size="m"), 1)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addLayout(head)
        told.addWidget(TextLabel(facts, tone="2", size="m"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addLayout(told, 1)
        row.addWidget(self.restore)

    def _on_restore(self) -> None:
        self.restore_wanted.emit(self)


def _facts(backup: ListedBackup) -> tuple[str, ...]:
    holds = holds_words(backup.counts) if backup.counts else ""
    where = _("in {place}").format(place=place_name(backup.path.parent))
    away = "" if backup.reachable else _("not in reach now")
    return holds, where, away, opened_by_words(backup)
