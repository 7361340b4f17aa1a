"""Things beside each other."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


def left(*parts: QWidget) -> QHBoxLayout:
    """Things beside each other at the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
