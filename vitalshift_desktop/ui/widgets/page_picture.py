"""Finished pages as pictures: the page that is looked at, and the small ones beside it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.focus_ring import RingedFocus
from vitalshift_desktop.words import _

_SMALL = QSize(88, 124)
_COVER_STEP = 14


def fitted(image: QImage, room: QSize, ratio: float) -> QPixmap:
    """The picture as large as the room allows, scaled smoothly for a screen of this many dots to the pixel."""
    size = image.size().scaled(room * ratio, Qt.AspectRatioMode.KeepAspectRatio)
    smooth = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    smooth.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(smooth)


def page_place(image: QImage, room: QRect) -> QRect:
    """Where a page lies: in the middle from left to right, at the top."""
    size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(QPoint(room.left() + (room.width() - size.width()) // 2, room.top()), size)


class PagePicture(QWidget):
    """One page, as large as there is room; hatched while names are shortened."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 200)
        self._image = QImage()
        self._scaled = QPixmap()
        self._is_covered = False

    def show_image(self, image: QImage) -> None:
        """Show this page."""
        self._image = image
        self._scaled = QPixmap()
        self.update()

    def set_covered(self, covered: bool) -> None:
        """Hide the words of the page behind hatching, or show them again."""
        self._is_covered = covered
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        place = page_place(self._image, self.rect().adjusted(1, 1, -1, -1))
        if self._is_covered:
            _hatch(painter, place)
        else:
            painter.drawPixmap(place.topLeft(), self._pixmap(place.size()))
        painter.setPen(QPen(theme().color("hair2"), 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _pixmap(self, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._scaled.isNull() or self._scaled.deviceIndependentSize().toSize() != size:
            self._scaled = fitted(self._image, size, ratio)
        return self._scaled


class PageThumb(QAbstractButton):
    """A small picture of one page, to go to it."""

    def __init__(self, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._image = QImage()
        self._scaled = QPixmap()
        self._is_covered = False
        self._ring = RingedFocus(self, 4)
        self.setCheckable(True)
        self.setObjectName(name)
        self.setAccessibleName(_("Page {n}").format(n=number))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage, *, covered: bool) -> None:
        """Show this page."""
        self._image = image
        self._scaled = fitted(image, _SMALL - QSize(4, 4), self.devicePixelRatioF())
        self._is_covered = covered
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return (
            self._image.size().scaled(_SMALL, Qt.AspectRatioMode.KeepAspectRatio)
            if not self._image.isNull()
            else _SMALL
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.come(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.go()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_covered:
            _hatch(painter, self.rect())
        else:
            painter.drawPixmap(2, 2, self._scaled)
        current = self.isChecked()
        painter.setPen(QPen(theme().color("accent" if current else "hair2"), 2 if current else 1))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


def _hatch(painter: QPainter, place: QRect) -> None:
    painter.save()
    painter.setClipRect(place)
    painter.fillRect(place, theme().color("sunken"))
    painter.setPen(QPen(theme().color("hair2"), 1.5))
    for left in range(place.left() - place.height(), place.right(), _COVER_STEP):
        painter.drawLine(left, place.bottom(), left + place.height(), place.top())
    painter.restore()
