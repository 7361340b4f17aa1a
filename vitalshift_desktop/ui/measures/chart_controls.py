"""The row over the chart: which series, and which parts of it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QWidget

from vitalshift_desktop.domain.alliance import Series
from vitalshift_desktop.ui.measures.shown_parts import Part, PartBox
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_GAP = 16
_FEW = 2  # in a row where not all fit


class ChartControls(QWidget):
    """Side by side where there is room, else below each other; `changed` tells only what the counselor did."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = [(one, label(one)) for one in Series]
        self.series_choice = Segments(choices, name=_("What the lines show"), chosen=Series.SCORE)
        self.series_choice.setObjectName("alliance.series")
        words = {
            Part.CLIENT: "",
            Part.YOU: _("You"),
            Part.GAP: _("Gap"),
            Part.RANGE: _("Usual range"),
            Part.NOTES: _("Notes"),
            Part.EVENTS: _("Events"),
        }
        legend = QWidget(self)
        self.boxes = {part: PartBox(part, words[part], legend) for part in Part}
        legend.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._legend = QGridLayout(legend)
        self._legend.setContentsMargins(0, 0, 0, 0)
        self._legend.setHorizontalSpacing(_GAP)
        self._legend.setVerticalSpacing(2)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.series_choice)
        self._row.addStretch(1)
        self._row.addWidget(legend)
        self._lay_out_legend(len(self.boxes))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.series_choice.chosen.connect(self._on_change)
        for part, box in self.boxes.items():
            box.setObjectName(f"alliance.show_{part.value}")
            box.toggled.connect(self._on_change)

    @property
    def series(self) -> Series:
        """What the lines show."""
        return Series(str(self.series_choice.value))

    @property
    def parts(self) -> frozenset[Part]:
        """What is to be shown; the range only with the score."""
        return frozenset(part for part, box in self.boxes.items() if box.isChecked() and box.isEnabled())

    def show_name(self, name: str, there: frozenset[Part]) -> None:
        """Name the line of whoever rated, and offer only the parts that are there."""
        self.boxes[Part.CLIENT].show_words(name)
        for part, box in self.boxes.items():
            box.setVisible(part in there)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        # That of the narrowest arrangement: one that came from the present arrangement would change with the width
        # that it leads to, and a page that scrolls would ask for one and the other without an end.
        widths = [box.sizeHint().width() for box in self.boxes.values() if not box.isHidden()]
        pair = max((sum(widths[place : place + _FEW]) + _GAP for place in range(0, len(widths), _FEW)), default=0)
        width = max(self.series_choice.minimumSizeHint().width(), pair)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = [box for box in self.boxes.values() if not box.isHidden()]
        legend = sum(box.sizeHint().width() for box in shown) + (len(shown) - 1) * _GAP
        beside = self.series_choice.sizeHint().width() + 2 * _GAP + legend <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)
        self._lay_out_legend(len(shown) if legend <= self.width() else _FEW)

    def _lay_out_legend(self, across: int) -> None:
        for place, box in enumerate(one for one in self.boxes.values() if not one.isHidden()):
            self._legend.addWidget(box, place // across, place % across)

    def _on_change(self, _what: object) -> None:
        is_score = self.series is Series.SCORE
        usual = self.boxes[Part.RANGE]
        usual.setEnabled(is_score)
        usual.setToolTip("" if is_score else _("The usual range is worked out for the score only."))
        self.changed.emit()
