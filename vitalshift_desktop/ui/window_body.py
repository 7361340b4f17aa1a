"""How the parts of the main window stand beside and below each other."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def window_body(navigation: QWidget, above: Sequence[QWidget], pages: QWidget, undo_bar: QWidget) -> QWidget:
    """The navigation at the left; at its right the bars above the page, the page, and the undo at its foot."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for bar in above:
        column.addWidget(bar)
    column.addWidget(pages, 1)
    column.addWidget(undo_bar)
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(navigation)
    row.addLayout(column, 1)
    return body
