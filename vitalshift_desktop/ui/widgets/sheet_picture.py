"""The recovery sheet as it will look on paper, shown once on screen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.logo_mark import LogoMark
from vitalshift_desktop.words import _

WIDTH = 430


class SheetPicture(QFrame):
    """Eight numbered groups on a white sheet; covered while they are asked back, hidden while there is no code."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        self.setObjectName("setup.sheet")
        self._day = TextLabel(tone="2", size="c", wrap=False)
        self._groups = [_group_label() for _place in range(8)]
        self._grid = self._made_grid()
        self._covered = TextLabel(_("Covered. Read the groups from your paper."), tone="2")
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 24, 26, 24)
        column.setSpacing(14)
        column.addLayout(self._head())
        column.addWidget(Hairline())
        column.addWidget(self._grid)
        column.addWidget(self._covered)
        column.addWidget(TextLabel(_how_to_use(), size="m"))
        column.addWidget(Hairline())
        column.addWidget(
            TextLabel(_("Opens every client record. Store it as you would store the records."), tone="2", size="c")
        )
        self.forget()
        self._fit()
        theme().changed.connect(self._fit)

    def show_groups(self, groups: Sequence[str], day: str) -> None:
        """Show these eight groups."""
        for label, group in zip(self._groups, groups, strict=True):
            label.setText(group)
        self._day.setText(day)
        self._cover(covered=False)
        self.show()

    def cover(self) -> None:
        """Hide the groups."""
        self._cover(covered=True)

    def uncover(self) -> None:
        """Show the groups once more."""
        self._cover(covered=False)

    def forget(self) -> None:
        """Forget the groups."""
        for label in self._groups:
            label.setText("")
        self.hide()

    def _cover(self, *, covered: bool) -> None:
        self._grid.setHidden(covered)
        self._covered.setVisible(covered)

    def _fit(self) -> None:
        self.setMaximumWidth(theme().scale(WIDTH))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(LogoMark(size=20))
        row.addWidget(TextLabel(_("VitalShift recovery sheet"), role="h3"), 1)
        row.addWidget(self._day, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _made_grid(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, label in enumerate(self._groups):
            row, column = place // 2 * 2, (place % 2) * 2
            grid.addWidget(TextLabel(str(place + 1), tone="3", size="c"), row, column)
            grid.addWidget(label, row, column + 1)
            grid.addWidget(Hairline(), row + 1, column, 1, 2)
            grid.setColumnStretch(column + 1, 1)
        return box


def _group_label() -> TextLabel:
    label = TextLabel(role="code", wrap=False)
    font = label.font()
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 118)
    label.setFont(font)
    return label


def _how_to_use() -> str:
    return _(
        "On the unlock screen choose “Use a recovery code”, type all eight groups, then set a new passphrase. "
        "The letters O, I, L and U are never used; a round sign is zero."
    )
