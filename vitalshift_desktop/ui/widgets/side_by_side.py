"""Things beside each other."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


def held(part: QWidget) -> QHBoxLayout:
    """A part that is no wider than its widest, at the left.

    Only a row asks how high wrapped text is at the width it really gets; a column asks at its own and cuts it.
    """
    row = QHBoxLayout()
    row.addWidget(part, 1000)
    row.addStretch(1)
    return row


def left(*parts: QWidget) -> QHBoxLayout:
    """Things beside each other at the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row


def beside(*parts: QWidget) -> QWidget:
    """Things beside each other as one, such as the buttons of a heading."""
    both = QWidget()
    row = left(*parts)
    row.setContentsMargins(0, 0, 0, 0)
    both.setLayout(row)
    return both
