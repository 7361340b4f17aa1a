"""The heading of a list, with a line under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel


class SectionHeading(QWidget):
    """A heading with a count or a few words beside it, and one action at the right."""

    def __init__(
        self,
        title: str,
        count: int | str | None = None,
        *,
        action: QWidget | None = None,
        tone: str = "",
        line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = TextLabel(title, role="h3", tone=tone, wrap=False)
        self._count = TextLabel(tone="3", size="m", wrap=False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addStretch(1)
        if action is not None:
            row.addWidget(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(row)
        if line:
            column.addWidget(Hairline())
        self.show_count(count)

    def show_title(self, title: str) -> None:
        """Show another heading."""
        self._title.setText(title)
        self.setAccessibleName(f"{title} {self._count.text()}".strip())

    def show_count(self, count: int | str | None) -> None:
        """Show how many there are, or a few words; None shows nothing."""
        self._count.setText("" if count is None else str(count))
        self._count.setVisible(count is not None)
        self.setAccessibleName(f"{self._title.text()} {self._count.text()}".strip())
