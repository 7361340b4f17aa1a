"""The palette for everything that the style sheet does not name."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QPalette

_ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "field",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "risk",
    QPalette.ColorRole.Highlight: "sel",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "fill",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "hair2",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "hair2",
}
_OFF = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(color: Callable[[str], QColor]) -> QPalette:
    """The palette in these colors; what is disabled is written in `dim`."""
    filled = QPalette()
    for role, name in _ROLES.items():
        filled.setColor(role, color(name))
    for role in _OFF:
        filled.setColor(QPalette.ColorGroup.Disabled, role, color("dim"))
    return filled
