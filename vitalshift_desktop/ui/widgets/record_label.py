"""Words of the record shown on a page, covered with hatching while privacy is on."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.hatching import paint_hatching
from vitalshift_desktop.words import _


class RecordLabel(QLabel):
    """Serif words with the line height of the record; role is "record" (16/25) or "rail" (15/22)."""

    def __init__(
        self,
        text: str = "",
        *,
        privacy: Privacy | None = None,
        role: str = "record",
        tone: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._tone = tone
        self._words = ""
        self._heights: dict[tuple[int, int], int] = {}  # by width and line height: layouts ask very often
        self._privacy = privacy
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_text(text)
        if privacy is not None:
            privacy.changed.connect(self._on_privacy)

    def words(self) -> str:
        """The words of the record, whether they can be seen or not."""
        return self._words

    def show_text(self, text: str) -> None:
        """Show these words."""
        self._words = text
        self._heights.clear()
        self._on_privacy()

    @property
    def is_covered(self) -> bool:
        """Whether the words are covered now."""
        return self._privacy is not None and self._privacy.initials_on

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        line = theme().line_height(self._role)
        height = self._heights.get((width, line))
        if height is None:
            lines = sum(layout.lineCount() for layout in self._layouts(width))
            height = self._heights[width, line] = lines * line
        return height

    def sizeHint(self) -> QSize:
        width = max(theme().scale(240), self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().scale(120), theme().line_height(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = 0
        step = theme().line_height(self._role)
        for layout in self._layouts(self.width()):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                if self.is_covered:
                    paint_hatching(painter, QRectF(0, top + 3, line.naturalTextWidth(), step - 6))
                else:
                    painter.setPen(theme().color(self._tone))
                    line.draw(painter, QPointF(0, top - line.y() + (step - line.height()) / 2))
                top += step

    def _layouts(self, width: int) -> Iterator[QTextLayout]:
        """One for each paragraph, with where it begins in the whole."""
        start = 0
        for paragraph in self._words.split("\n"):
            yield self._layout(paragraph, width, start)
            start += len(paragraph) + 1

    def _dress(self, layout: QTextLayout, start: int) -> None:
        """Mark words in a paragraph that begins at this place of the whole; nothing is marked here."""

    def _layout(self, text: str, width: int, start: int) -> QTextLayout:
        layout = QTextLayout(text, theme().font(self._role))
        self._dress(layout, start)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        top = 0.0
        while line.isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += line.height()
            line = layout.createLine()
        layout.endLayout()
        return layout

    def _on_privacy(self) -> None:
        # What a screen reader gets; what is seen is painted above.
        self.setText(_("Hidden") if self.is_covered else self._words)
        self.updateGeometry()
        self.update()


class RecordLine(RecordLabel):
    """The same on one line: what finds no room is cut with an ellipsis."""

    def _layouts(self, width: int) -> Iterator[QTextLayout]:
        words = " ".join(self._words.split())
        metrics = QFontMetricsF(theme().font(self._role))
        yield self._layout(metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(1, width)), width, 0)
