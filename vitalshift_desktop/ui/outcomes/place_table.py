"""The section that lays in person and online side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.ui.outcomes.place_words import PlaceLine
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class PlaceTable(QWidget):
    """Rows of words; hidden while no measure was given both ways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes.places")
        self.lines: tuple[PlaceLine, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(3, 1)
        about = TextLabel(
            _("Complete scores of this episode. Video and phone count as online; forms given outside sessions do not."),
            tone="3",
            size="m",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(_("In person and online")))
        column.addLayout(self._grid)
        column.addWidget(about)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[PlaceLine]) -> None:
        """Show these rows."""
        self.setVisible(bool(lines))
        if tuple(lines) == self.lines:
            return
        self.lines = tuple(lines)
        empty(self._grid)
        heads = (_("Measure"), _("In person"), _("Online"), _("What can be read"))
        for across, words in enumerate(heads):
            self._grid.addWidget(TextLabel(words, tone="3", size="m", wrap=across > 2), 0, across)
        for down, line in enumerate(lines, start=1):
            for across, words in enumerate((line.measure, line.in_person, line.online, line.reading)):
                cell = TextLabel(words, size="m", wrap=across in (0, 3) or theme().wide_text)
                cell.setAccessibleName(f"{heads[across]}: {words}")
                self._grid.addWidget(cell, down, across, Qt.AlignmentFlag.AlignTop)
