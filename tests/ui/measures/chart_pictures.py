"""The courses whose pictures are kept, and how they are drawn; `python -m tests.ui.measures.chart_pictures` draws anew.

What is drawn anew is looked at before it is kept.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.domain.examples import MAREN, NOON
from tests.ui.measures.courses import CLIENT, YOU, course
from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.domain.chart_entries import EntryKind, Happening, Known
from vitalshift_desktop.domain.mark_classes import ClassedId, ClassedMark, MarkClass
from vitalshift_desktop.ui.measures.alliance_chart import AllianceChart
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts, chart_facts
from vitalshift_desktop.ui.measures.shown_parts import ALL_PARTS
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme

FOLDER = Path(__file__).parent / "golden"
LONG = tuple(7.0 + (n * 7 % 11) / 4 - (4.0 if n % 97 == 50 else 0.0) for n in range(500))


@dataclass(frozen=True)
class Picture:
    """One picture: what is shown, in which colors and size of text, and from which session on."""

    name: str
    facts: Callable[[], ChartFacts]
    mode: ThemeMode = ThemeMode.LIGHT
    size: int = 100
    grey: bool = False
    chosen: int | None = None
    first: int = 0


def _whole() -> ChartFacts:
    """Twelve sessions with a rupture that was talked through, a note, and two events."""
    shown = course(CLIENT, YOU, talked=[8])
    entry = ClassedMark(ClassedId(1), MAREN, shown.points[6].session_id, MarkClass.WITHDRAWAL, "", NOON)
    points = tuple(replace(one, classes=(entry,)) if one.mark else one for one in shown.points)
    happenings = [
        Happening(points[2].day, EntryKind.MEDICATION, "Sertraline", known=Known.MEDICINE_BEGUN),
        Happening(points[5].day + timedelta(days=3), EntryKind.NOTE, "Letter"),
        Happening(points[9].day, EntryKind.HOLIDAY),
    ]
    return chart_facts(replace(shown, points=points), happenings=happenings)


def _long() -> ChartFacts:
    return chart_facts(course(LONG))


PICTURES = (
    Picture("twelve", _whole, chosen=6),
    Picture("twelve-dark", _whole, ThemeMode.DARK),
    Picture("twelve-grey", _whole, grey=True),
    Picture("twelve-large", _whole, size=200),
    Picture("five", lambda: chart_facts(course(CLIENT[:5], YOU[:5]))),
    Picture("sixty", lambda: chart_facts(course(CLIENT * 5, YOU * 5)), first=30),
    Picture("five-hundred", _long, first=440),
    Picture("pause", lambda: chart_facts(course((*CLIENT[:6], 7.0, 7.5, 8.0), YOU[:9], pause_before=7))),
    Picture("blanks", lambda: chart_facts(course((7.0, None, 7.5, None, None, 8.0), YOU[:6]))),
    Picture("alike", lambda: chart_facts(course((6.0,) * 9))),
    Picture("one-dark", lambda: chart_facts(course((7.0,), (7.5,))), ThemeMode.DARK),
    Picture("none", lambda: chart_facts(AllianceCourse())),
    Picture("guardian", lambda: chart_facts(course(CLIENT), has_yours=False)),
)


def drawn(picture: Picture) -> QImage:
    """The picture as the chart paints it now."""
    theme().apply(picture.mode, picture.size)
    chart = AllianceChart()
    facts = picture.facts()
    chart.resize(736, 300)
    chart.show_facts(facts, ALL_PARTS, "")
    chart.resize(736 if picture.size == 100 else 1100, chart.sizeHint().height())
    chart.show()
    chart.show_offset(round(picture.first * chart.scale.column))
    chart.choose(picture.chosen)
    QApplication.processEvents()
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    image.fill(theme().color("surface"))
    chart.render(image)
    chart.close()
    chart.deleteLater()
    theme().apply(ThemeMode.LIGHT)
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if picture.grey else image


def _write() -> None:
    application = QApplication(sys.argv)
    application.setStyle("Fusion")
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        drawn(picture).save(str(FOLDER / f"{picture.name}.png"), quality=0)


if __name__ == "__main__":
    _write()
