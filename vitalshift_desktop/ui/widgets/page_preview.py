"""The preview: one page as it will be printed, and small pictures of all pages beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.page_picture import PagePicture, PageThumb
from vitalshift_desktop.words import _

_MARGIN = 24
_BESIDE_FROM = 480


class PagePreview(QWidget):
    """Page Up and Page Down turn the pages; the old pages stay while the next ones are set.

    `name` begins the object names of its parts.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setObjectName(f"{name}.preview")
        self.setProperty("surface", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._images: tuple[QImage, ...] = ()
        self._at = 0
        self._is_covered = False
        self.thumbs: list[PageThumb] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self.page = PagePicture(f"{self._name}.page")
        self.place = TextLabel(tone="2", size="m", wrap=False)
        self.place.setObjectName(f"{self._name}.place")
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._group = QButtonGroup(self)
        self._strip = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._strip.setSpacing(12)
        self._side = QVBoxLayout()
        self._side.setSpacing(10)
        self._side.addLayout(self._strip)
        self._side.addWidget(self.place)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_MARGIN, 18, _MARGIN, 18)
        self._row.setSpacing(_MARGIN)
        self._row.addWidget(self.page, 1)
        beside = QHBoxLayout()
        beside.addStretch()
        beside.addLayout(self._side)
        beside.addStretch()
        self._row.addLayout(beside)

    def _connect(self) -> None:
        self._group.idClicked.connect(self.show_page)
        for keys, slot in ((Qt.Key.Key_PageUp, self.previous), (Qt.Key.Key_PageDown, self.following)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(slot)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._images)

    @property
    def number(self) -> int:
        """The page that is shown, from 1; 0 while there is none."""
        return self._at + 1 if self._images else 0

    def show_pages(self, images: Sequence[QImage]) -> None:
        """Show these pages in place of the earlier ones, at the page that was looked at."""
        self._images = tuple(images)
        self._make_thumbs()
        if self._images:
            self.show_page(min(self._at, len(self._images) - 1))
        else:
            self._at = 0
            self.page.show_image(QImage())
            self.place.setText("")

    def show_page(self, index: int) -> None:
        """Show the page at this place, from 0."""
        if not 0 <= index < len(self._images):
            return
        self._at = index
        self.page.show_image(self._images[index])
        self.thumbs[index].setChecked(True)
        words = _("Page {n} of {count}").format(n=index + 1, count=len(self._images))
        self.place.setText(words)
        self.page.setAccessibleName(words)

    def previous(self) -> None:
        """Turn one page back."""
        self.show_page(self._at - 1)

    def following(self) -> None:
        """Turn to the next page."""
        self.show_page(self._at + 1)

    def set_covered(self, covered: bool) -> None:
        """Hide the pages behind hatching, or show them again."""
        self._is_covered = covered
        self.page.set_covered(covered)
        for thumb, image in zip(self.thumbs, self._images, strict=True):
            thumb.show_image(image, covered=covered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        beside = self.width() >= theme().scale(_BESIDE_FROM)
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._strip.setDirection(directions.TopToBottom if beside else directions.LeftToRight)
        self._side.setAlignment(Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag.AlignHCenter)

    def _make_thumbs(self) -> None:
        while len(self.thumbs) > len(self._images):
            gone = self.thumbs.pop()
            self._group.removeButton(gone)
            gone.hide()
            gone.deleteLater()
        for number in range(len(self.thumbs) + 1, len(self._images) + 1):
            thumb = PageThumb(number, f"{self._name}.thumb.{number}")
            self._group.addButton(thumb, number - 1)
            self._strip.addWidget(thumb, 0, Qt.AlignmentFlag.AlignHCenter)
            self.thumbs.append(thumb)
        for thumb, image in zip(self.thumbs, self._images, strict=True):
            thumb.show_image(image, covered=self._is_covered)
