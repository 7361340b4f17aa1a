"""What stands on the chart beside the scores, as a list to read, to change and to take off."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.chart_entries import ChartEntryId, Happening
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.measures.happening_words import kind_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _

_TOP = Qt.AlignmentFlag.AlignTop


class EntriesList(QWidget):
    """The counselor's own can be changed and taken off; what the record knows is only told."""

    add_wished = Signal()
    change_wished = Signal(object)
    taken_off = Signal(object)

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alliance.entries")
        self._privacy = privacy
        self._shown: tuple[Happening, ...] = ()
        self.add = Button(_("Add a note or an event…"))
        self.add.setObjectName("alliance.add_entry")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(_("Notes and events"), role="h3"))
        column.addLayout(self._rows)
        column.addLayout(left(self.add))
        self.add.clicked.connect(self.add_wished)

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """Show these, in order of time."""
        if tuple(happenings) == self._shown:
            return
        self._shown = tuple(happenings)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, one in enumerate(self._shown):
            self._add_row(row, one)

    def _add_row(self, row: int, one: Happening) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = _("{day}, {what}").format(day=full_day(one.day), what=kind_words(one))
        column.addWidget(TextLabel(head, tone="2", size="m"))
        if one.words:
            column.addWidget(RecordLabel(one.words, privacy=self._privacy, role="rail"))
        self._rows.addWidget(words, row, 0)
        if one.entry_id is not None:
            change, off = self._link(_("Change…"), one), self._link(_("Take off"), one)
            change.clicked.connect(partial(self._on_change, one.entry_id))
            off.clicked.connect(partial(self._on_take_off, one.entry_id))
            self._rows.addWidget(change, row, 1, _TOP)
            self._rows.addWidget(off, row, 2, _TOP)

    def _link(self, words: str, one: Happening) -> LinkButton:
        link = LinkButton(words)
        name = _("{what}: {kind} of {day}").format(what=words, kind=kind_words(one), day=full_day(one.day))
        link.setAccessibleName(name)
        return link

    def _on_change(self, entry_id: ChartEntryId) -> None:
        self.change_wished.emit(entry_id)

    def _on_take_off(self, entry_id: ChartEntryId) -> None:
        self.taken_off.emit(entry_id)
