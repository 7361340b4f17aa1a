"""The ground of process notes: hatched at the left, in a color of its own."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.ui.process_notes.hatch_strip import HatchStrip


def on_private_ground(owner: QWidget, content: QWidget) -> None:
    """Lay the content of a page beside the strip."""
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(HatchStrip())
    row.addWidget(content, 1)
