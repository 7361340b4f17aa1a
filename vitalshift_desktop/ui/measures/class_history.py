"""What a mark was classed as, each time with its day and its note, the latest first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.mark_classes import ClassedMark
from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class ClassHistory(QWidget):
    """Nothing is seen of it before a mark was classed."""

    def __init__(self, privacy: Privacy, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alliance.classes")
        self._privacy = privacy
        self._clock = clock
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.hide()

    def show_classes(self, entries: Sequence[ClassedMark]) -> None:
        """Show these entries, given oldest first."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for entry in reversed(entries):
            self._add(entry)
        self.setVisible(bool(entries))

    def _add(self, entry: ClassedMark) -> None:
        day = full_day(local(self._clock, entry.recorded_at).date())
        words = _("{day}: {kind}").format(day=day, kind=label(entry.kind))
        self._column.addWidget(TextLabel(words, tone="2", size="m"))
        if entry.note:
            self._column.addWidget(RecordLabel(entry.note, privacy=self._privacy, role="rail"))
