"""One place that backups go to: in reach or not, the last good one there, what was wrong last, and what opens it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.backups import BackupPlace
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.ui.backup_words import place_name, place_state, place_trouble
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _

INSET = 26


class BackupPlaceRow(QWidget):
    """Signals carry the place's id."""

    removed = Signal(object)
    recovery_only_changed = Signal(object, bool)

    def __init__(
        self, place: BackupPlace, clock: Clock, *, in_reach: bool, last_good_at: datetime | None, is_copied_about: bool
    ) -> None:
        super().__init__()
        self.place = place
        self.setObjectName(f"vault.place.{place.id}")
        self._name = place_name(place.folder)
        state = place_state(in_reach, last_good_at, clock)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 8)
        self._column.setSpacing(3)
        self._column.addLayout(self._head(in_reach))
        self._add(TextLabel(state, tone="2", size="m"))
        trouble = place_trouble(place, clock)
        if trouble:
            self._add_mark("warning-circle", "attnmark", trouble)
        elif in_reach and place.other_drive is False and not is_copied_about:
            words = _("It is on the same drive as your records and is lost with it. Add another drive or folder.")
            self._add_mark("info", "text2", words)
        self._add_tick()
        self.setAccessibleName(f"{self._name}. {state} {trouble}".strip())

    def _head(self, in_reach: bool) -> QHBoxLayout:
        name = TextLabel(self._name, role="name", wrap=False)
        name.setToolTip(plain_tip(str(self.place.folder)))
        self.remove = LinkButton(_("Remove…"))
        self.remove.setObjectName("vault.place.remove")
        self.remove.setAccessibleName(_("Remove {place}…").format(place=self._name))
        self.remove.clicked.connect(self._on_remove)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("hard-drives", "text2" if in_reach else "dim", 18))
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_tick(self) -> None:
        self.tick = CheckBox(_("Only the recovery sheet opens what lies here"))
        self.tick.setObjectName("vault.place.recovery_only")
        self.tick.setAccessibleName(_("Only the recovery sheet opens what lies in {place}").format(place=self._name))
        self.tick.setChecked(self.place.recovery_only)
        self.tick.toggled.connect(self._on_tick)
        row = left(self.tick)
        row.setContentsMargins(INSET, 4, 0, 0)
        self._column.addLayout(row)
        if self.place.recovery_only:
            words = _("Whoever keeps this folder for you cannot guess your passphrase. Keep the printed sheet at hand.")
            self._add(TextLabel(words, tone="3", size="c"))

    def _add_mark(self, icon: str, tone: str, words: str) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(INSET, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, tone, 16, line=20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TextLabel(words, size="m"), 1)
        self._column.addLayout(row)

    def _add(self, part: QWidget) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(INSET, 0, 0, 0)
        row.addWidget(part)
        self._column.addLayout(row)

    def _on_remove(self) -> None:
        self.removed.emit(self.place.id)

    def _on_tick(self, ticked: bool) -> None:
        self.recovery_only_changed.emit(self.place.id, ticked)
