from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vitalshift_desktop.assets import asset_text
from vitalshift_desktop.ui.theme.icons import icon, pixmap
from vitalshift_desktop.ui.theme.logo import app_icon
from vitalshift_desktop.ui.theme.sheet import style_sheet
from vitalshift_desktop.ui.theme.theme import Theme, ThemeMode, theme
from vitalshift_desktop.ui.theme.tokens import color_of, load_tokens
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel

TEXT_PAIRS = [
    *[
        (text, ground)
        for text in ("text", "text2", "text3", "accent")
        for ground in ("surface", "window", "nav", "sel")
    ],
    *[(text, ground) for text in ("text", "text2", "text3") for ground in ("field", "sunken", "hover")],
    ("text", "navsel"),
    ("text2", "navsel"),
    ("onfill", "fill"),
    ("onfill", "fillhov"),
    ("onfill", "riskfill"),
    ("attn", "attnbg"),
    ("risk", "riskbg"),
    ("attn", "surface"),
    ("risk", "surface"),
    ("ok", "surface"),
    ("priv", "privbg"),
    ("text", "privfield"),
]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    found = theme()
    found.apply(ThemeMode.LIGHT)
    yield found
    found.apply(ThemeMode.LIGHT)


def luminance(color: QColor) -> float:
    """Relative luminance from WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(color_of(one)), luminance(color_of(other))), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def colors_in(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(dark: bool, text: str, ground: str) -> None:
    tokens = load_tokens(dark=dark)
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", ["surface", "window", "field", "sel"])
@pytest.mark.parametrize("edge", ["control", "ring", "client", "you"])
def test_edges_and_lines_can_be_seen_on_their_ground(dark: bool, ground: str, edge: str) -> None:
    tokens = load_tokens(dark=dark)
    assert contrast(tokens[edge], tokens[ground]) >= 3.0


def test_both_themes_have_the_same_tokens() -> None:
    assert load_tokens(dark=False).keys() == load_tokens(dark=True).keys()


def test_the_filled_sheet_has_no_placeholder_left() -> None:
    assert "@" not in style_sheet(load_tokens(dark=False), round)


def test_the_template_names_no_color_of_its_own() -> None:
    assert "#" not in asset_text("themes", "app.qss")


def test_a_switch_of_theme_repaints_icons(qtbot: QtBot, look: Theme) -> None:
    label = IconLabel("bell", "accent", 32)
    qtbot.addWidget(label)
    label.resize(32, 32)
    kept = icon("bell", "accent")
    assert look.color("accent").name() in colors_in(label.grab().toImage())
    look.apply(ThemeMode.DARK)
    assert look.color("accent").name() in colors_in(label.grab().toImage())
    assert look.color("accent").name() in colors_in(kept.pixmap(32, 32).toImage())


def test_a_switch_of_theme_recolors_words(qtbot: QtBot, look: Theme) -> None:
    label = TextLabel("Session")
    qtbot.addWidget(label)
    label.show()
    look.apply(ThemeMode.DARK)
    assert look.color("text").name() in colors_in(label.grab().toImage())


def test_a_switch_is_told_once(qtbot: QtBot, look: Theme) -> None:
    with qtbot.waitSignal(look.changed):
        look.apply(ThemeMode.DARK)
    assert look.is_dark


def test_text_size_makes_everything_larger(qtbot: QtBot, look: Theme) -> None:
    button = Button("Open client")
    qtbot.addWidget(button)
    before = button.sizeHint()
    look.apply(ThemeMode.LIGHT, 200)
    assert button.sizeHint().height() > before.height() * 1.5
    assert look.scale(15) == 30
    assert look.wide_text


def test_text_size_stays_between_100_and_200(look: Theme) -> None:
    look.apply(ThemeMode.LIGHT, 500)
    assert look.text_size == 200
    look.apply(ThemeMode.LIGHT, 10)
    assert look.text_size == 100


def test_an_icon_is_drawn_at_the_resolution_of_the_screen(look: Theme) -> None:
    assert pixmap("bell", size=18, ratio=2.0).width() == 36
    assert pixmap("bell", size=18, ratio=1.5).width() == 27


def test_every_icon_of_the_design_is_in_the_font(look: Theme) -> None:
    for name in ("sun-horizon-bold", "users", "bell-bold", "lock-simple-fill", "link-break", "clock-clockwise", "x"):
        assert len(colors_in(pixmap(name, "accent", 32, 1.0).toImage())) > 1


@pytest.mark.parametrize(
    ("family", "weight"),
    [
        ("Source Sans 3", QFont.Weight.Normal),
        ("Source Sans 3", QFont.Weight.DemiBold),
        ("Source Sans 3", QFont.Weight.Bold),
        ("Source Serif 4", QFont.Weight.Normal),
        ("Source Serif 4", QFont.Weight.DemiBold),
    ],
)
def test_the_fonts_come_with_the_app(look: Theme, family: str, weight: QFont.Weight) -> None:
    assert family in QFontDatabase.families()
    font = QFont(family)
    font.setWeight(weight)
    assert QFontInfo(font).family() == family
    assert QFontInfo(font).weight() == weight


def test_the_sign_of_the_app_has_both_threads(look: Theme) -> None:
    seen = colors_in(app_icon().pixmap(128, 128).toImage())
    assert {look.color("client").name(), look.color("you").name()} <= seen
