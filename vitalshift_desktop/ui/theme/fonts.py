"""The two families of the app and the sizes they are used in."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from vitalshift_desktop.assets import assets_in

SANS = "Source Sans 3"
SERIF = "Source Serif 4"


@dataclass(frozen=True, slots=True)
class FontRole:
    """A size in pixels at 100 % with its line height, family and weight."""

    size: float
    line: float
    family: str = SANS
    weight: QFont.Weight = QFont.Weight.Normal


_SEMIBOLD = QFont.Weight.DemiBold

ROLES = {
    "title": FontRole(26, 32, weight=_SEMIBOLD),
    "panel": FontRole(20, 26, weight=_SEMIBOLD),
    "section": FontRole(16, 22, weight=_SEMIBOLD),
    "body": FontRole(15, 22),
    "button": FontRole(14.5, 20),
    "detail": FontRole(14, 20),
    "caption": FontRole(14, 19),
    "hint": FontRole(13, 18),
    "record": FontRole(16, 25, SERIF),
    "rail": FontRole(15, 22, SERIF),
    "clock": FontRole(68, 80),
}


@cache
def load_fonts() -> None:
    """Make the families that come with the app known to Qt, once."""
    for file in assets_in("fonts", suffix=".ttf"):
        QFontDatabase.addApplicationFont(str(file))


def font_for(role: FontRole, pixels: int) -> QFont:
    """The font of a role at this pixel size."""
    font = QFont(role.family)
    font.setPixelSize(pixels)
    font.setWeight(role.weight)
    return font
