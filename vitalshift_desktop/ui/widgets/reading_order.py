"""The order in which Tab goes through a page: as one reads it, whatever was built when."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def follow_reading_order(root: QWidget) -> None:
    """Let Tab take the parts of `root` in the order of its layouts."""
    before: QWidget | None = None
    for part in _parts_in_order(root):
        if before is not None:
            QWidget.setTabOrder(before, part)
        before = part


def _parts_in_order(root: QWidget) -> Iterator[QWidget]:
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield root
    layout = root.layout()
    if isinstance(root, QScrollArea):
        if (inside := root.widget()) is not None:
            yield from _parts_in_order(inside)
    elif layout is not None:
        yield from _parts_of_layout(layout)
    elif not isinstance(root, QAbstractScrollArea):
        for child in root.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from _parts_in_order(child)


def _parts_of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _parts_in_order(widget)
        elif inner is not None:
            yield from _parts_of_layout(inner)
