"""One page of an attachment on the screen: a picture, or words; hatched while names are shortened."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedWidget, QWidget

from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.hatching import paint_hatching
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _

_HATCH = 14
_PAPER = 820


class PageOnScreen(QWidget):
    """Paints a finished picture at its own size."""

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self._privacy = privacy
        self._image = QImage()
        self.setObjectName("document.picture")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        privacy.changed.connect(self.update)

    def show_image(self, image: QImage, words: str) -> None:
        """Show this picture; `words` are for whoever does not see it."""
        self._image = image
        self.setAccessibleName(words)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return self._image.size() / self._image.devicePixelRatio() if not self._image.isNull() else QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._privacy.initials_on:
            painter.drawImage(0, 0, self._image)
            painter.setPen(theme().color("hair"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            return
        painter.fillRect(self.rect(), theme().color("surface"))
        for top in range(_HATCH, self.height(), 2 * _HATCH):
            paint_hatching(painter, QRectF(0, top, self.width(), _HATCH))


class LeafView(QStackedWidget):
    """Scrolls with the arrows; the page is as wide as there is room, times the zoom."""

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self.setObjectName("document.view")
        self.page = PageOnScreen(privacy)
        self._around = QScrollArea()
        self._around.setWidget(self.page)
        self._around.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._around.setFrameShape(QScrollArea.Shape.NoFrame)
        self._around.setAccessibleName(_("The page"))
        self.words = RecordLabel(privacy=privacy)
        self.words.setObjectName("document.words")
        self.words.setMaximumWidth(theme().scale(660))
        flow = FlowColumn(padded=True)
        flow.add(self.words)
        self._flow = flow
        self.addWidget(self._around)
        self.addWidget(flow)
        self.setFocusProxy(self._around)

    @property
    def room(self) -> int:
        """How many pixels wide a page is before it is made larger: nothing cut off, and no wider than paper reads."""
        bar = self._around.verticalScrollBar().sizeHint().width()
        return max(200, min(self._around.width() - bar - 2, theme().scale(_PAPER)))

    def show_image(self, image: QImage, words: str) -> None:
        """Show a page from its top."""
        self.page.show_image(image, words)
        self._around.verticalScrollBar().setValue(0)
        self.setCurrentWidget(self._around)

    def show_words(self, words: str) -> None:
        """Show a page of a text from its top."""
        self.words.show_text(words)
        self._flow.verticalScrollBar().setValue(0)
        self.setCurrentWidget(self._flow)

    def forget(self) -> None:
        """Show nothing any more."""
        self.page.show_image(QImage(), "")
        self.words.show_text("")
