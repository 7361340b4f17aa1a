"""The ring around a button or check box that was reached by keyboard."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from vitalshift_desktop.ui.theme.theme import theme

_GAP = 4
_NOT_BY_KEYBOARD = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Draws 2 px of `ring` 2 px outside its widget, on the nearest ancestor that has room for it."""

    def __init__(self, around: QWidget, radius: int) -> None:
        host = _host_of(around)
        super().__init__(host)
        self._around = around
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget: QWidget | None = around
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("ring"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius, self._radius)

    def _follow(self) -> None:
        # The host is asked for each time: a ring that held its window would take the window along when it goes.
        host = self.parentWidget()
        if host is None or not (host is self._around or host.isAncestorOf(self._around)):
            return  # its widget was taken out of the page, and the ring is about to go
        self.setGeometry(_outside(self._around, host))
        self.setVisible(self._around.isVisible())
        self.raise_()


def _outside(around: QWidget, host: QWidget) -> QRect:
    return QRect(around.mapTo(host, around.rect().topLeft()), around.size()).adjusted(-_GAP, -_GAP, _GAP, _GAP)


def _host_of(around: QWidget) -> QWidget:
    host = around.parentWidget() or around
    while not host.isWindow() and not host.rect().contains(_outside(around, host)):
        above = host.parentWidget()
        if above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
            break
        host = above
    return host


class RingedFocus:
    """Remembers the ring of one widget; its widget tells it when focus comes and goes."""

    def __init__(self, widget: QWidget, radius: int = 8) -> None:
        self._widget = widget
        self._radius = radius
        self._ring: FocusRing | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is a ring now."""
        return self._ring is not None

    def come(self, reason: Qt.FocusReason) -> None:
        """Focus came; show the ring unless the mouse brought it."""
        if reason not in _NOT_BY_KEYBOARD and self._ring is None and not self._widget.isWindow():
            self._ring = FocusRing(self._widget, self._radius)

    def go(self) -> None:
        """Focus left; take the ring away."""
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
