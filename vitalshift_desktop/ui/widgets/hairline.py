"""The thin line between things."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget


class Hairline(QFrame):
    """One pixel of `hair`, as wide as there is room."""

    def __init__(self, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "hairline")
        self.setProperty("tone", "strong" if strong else "")
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
