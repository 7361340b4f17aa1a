"""Changes a dynamic property that the style sheet looks at."""

from PySide6.QtWidgets import QWidget


def set_style_property(widget: QWidget, name: str, value: str | bool | None) -> None:
    """Set the property, then let the style sheet look at the widget again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
