"""The colors of the app by name, read from the one token file."""

import json
import re

from PySide6.QtGui import QColor

from vitalshift_desktop.assets import asset_text

_RGBA = re.compile(r"rgba\((\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)")


def load_tokens(*, dark: bool) -> dict[str, str]:
    """Every token of the light or the dark set, as written in the token file."""
    sets: dict[str, dict[str, str]] = json.loads(asset_text("themes", "tokens.json"))
    return sets["dark" if dark else "light"]


def color_of(value: str) -> QColor:
    """The color for a token's value, which is "#RRGGBB" or "rgba(r,g,b,a)" with a from 0 to 1."""
    match = _RGBA.fullmatch(value)
    if match is None:
        return QColor(value)
    red, green, blue, alpha = match.groups()
    color = QColor(int(red), int(green), int(blue))
    color.setAlphaF(float(alpha))
    return color
