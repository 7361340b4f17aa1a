"""Fills the style sheet template with colors and sizes."""

import re
from collections.abc import Callable

from vitalshift_desktop.assets import asset_text

_SIZE = re.compile(r"@px\(([\d.]+)\)")


def style_sheet(tokens: dict[str, str], scale: Callable[[float], int]) -> str:
    """The style sheet of the app for these colors, at the text size that `scale` knows."""
    sheet = _SIZE.sub(lambda size: f"{scale(float(size.group(1)))}px", asset_text("themes", "app.qss"))
    for name in sorted(tokens, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", tokens[name])
    return sheet
