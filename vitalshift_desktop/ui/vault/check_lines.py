"""The result of a check, line by line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.vocabulary.check_words import CheckLine
from vitalshift_desktop.words import _


class CheckLines(QWidget):
    """One row for each thing that was looked at: what, how, and what was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vault.check_lines")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: tuple[CheckLine, ...] = ()

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        """What is shown."""
        return self._shown

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show these lines."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        empty(self._column)
        for line in lines:
            self._column.addWidget(Hairline())
            self._column.addWidget(_row(line))


def _row(line: CheckLine) -> QWidget:
    row = QWidget()
    found = " ".join(line.found)
    row.setAccessibleName(f"{line.title}. {found}")
    icon = "check-circle" if line.ok else "warning-circle"
    mark = IconLabel(icon, "ok" if line.ok else "attnmark", 18, line=22, accessible_name="" if line.ok else _("Fault"))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(TextLabel(line.title, role="name"))
    words.addWidget(TextLabel(line.how, size="m", tone="2"))
    told = TextLabel("\n".join(line.found), size="m", tone="" if line.ok else "attn")
    told.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    words.addWidget(told)
    inside = QHBoxLayout(row)
    inside.setContentsMargins(0, theme().scale(10), 0, theme().scale(10))
    inside.setSpacing(12)
    inside.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    inside.addLayout(words, 1)
    return row
