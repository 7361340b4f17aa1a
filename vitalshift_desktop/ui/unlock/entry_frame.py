"""The frame of the pages before unlocking: a form at the left, two drawn threads at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.logo_mark import LogoMark
from vitalshift_desktop.ui.widgets.threads_picture import ThreadsPicture
from vitalshift_desktop.words import _

FORM_WIDTH = 520
FIELD_WIDTH = 376
_SIDE = 72
_PICTURE_FROM = 160  # a narrower picture is no picture


def wide(button: QPushButton) -> QPushButton:
    """The same button, as wide as the form."""
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setMinimumHeight(theme().scale(40))
    return button


class EntryFrame(QWidget):
    """Put the form into `column`; it stands in the middle of the left side and scrolls where text is large."""

    def __init__(self) -> None:
        super().__init__()
        self._left = FlowColumn(padded=False)
        self._picture = ThreadsPicture()
        self.column = QVBoxLayout()
        self.column.setSpacing(14)
        self._form = QWidget()
        self._lay_out()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._picture, 1)
        theme().changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(LogoMark(size=28))
        head.addWidget(TextLabel("VitalShift", role="h2"), 1)
        inner = QVBoxLayout(self._form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(24)
        inner.addLayout(head)
        inner.addLayout(self.column)
        outer = self._left.column
        outer.setAlignment(Qt.AlignmentFlag(0))
        outer.setContentsMargins(_SIDE, 24, 0, 24)
        outer.addStretch(4)
        row = QHBoxLayout()  # a row reckons the height of the form by its real width
        row.addWidget(self._form)
        row.addStretch()
        outer.addLayout(row)
        outer.addStretch(5)
        outer.addSpacing(16)
        outer.addWidget(TextLabel(_("Everything stays on this computer, encrypted. No account."), tone="3", size="c"))

    def _fit(self) -> None:
        side = min(theme().scale(FORM_WIDTH), self.width())
        has_picture = self.width() - side >= _PICTURE_FROM
        self._left.setFixedWidth(side if has_picture else self.width())
        self._form.setFixedWidth(max(1, min(theme().scale(FIELD_WIDTH), side - 2 * _SIDE)))
        self._picture.setVisible(has_picture)
