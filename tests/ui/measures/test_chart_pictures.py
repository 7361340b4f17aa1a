"""The chart looks as it did when its pictures were last reviewed; small differences of drawing are allowed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.ui.measures.chart_pictures import FOLDER, PICTURES, Picture, drawn

_SIDE = 4  # pixels are compared in squares, so that a line may lie half a pixel beside
_FAR = 40  # of 255: a square that differs so much shows something else
_MOST = 0.004  # of all squares


def squares(image: QImage) -> tuple[int, int, bytes]:
    small = image.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        image.width() // _SIDE,
        image.height() // _SIDE,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, line = grey.width(), grey.height(), grey.bytesPerLine()
    whole = bytes(memoryview(grey.constBits()))
    return width, height, b"".join(whole[y * line : y * line + width] for y in range(height))


def difference(one: QImage, other: QImage) -> float:
    """The share of squares that look different; 1 where the sizes are not the same."""
    (wide, high, here), (their_wide, their_high, there) = squares(one), squares(other)
    if (wide, high) != (their_wide, their_high):
        return 1.0
    return sum(abs(a - b) > _FAR for a, b in zip(here, there, strict=True)) / len(here)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_the_chart_looks_as_in_its_reviewed_picture(picture: Picture, qapp: object) -> None:
    kept = QImage(str(FOLDER / f"{picture.name}.png"))
    assert not kept.isNull()
    assert difference(drawn(picture), kept) <= _MOST


def test_a_missing_line_or_mark_is_a_difference(qapp: object) -> None:
    by_name = {picture.name: drawn(picture) for picture in PICTURES if picture.name in ("five", "guardian", "twelve")}
    assert difference(by_name["guardian"], by_name["twelve"]) > _MOST
    assert difference(by_name["five"], by_name["guardian"]) > _MOST
