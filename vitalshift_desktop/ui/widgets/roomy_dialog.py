"""A dialog whose content scrolls where the text is large or the window small."""

from functools import partial

from PySide6.QtCore import QMargins, Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn

_RING = 4  # the focus ring of a button at the edge
_EDGE = 40  # of the window behind it stays visible


class RoomyDialog(DialogFrame):
    """Never larger than the window it stands over; `content` is where its parts go."""

    def __init__(self, title: str, *, width: int, height: int, parent: QWidget) -> None:
        super().__init__(title, width=min(width, parent.width() - _EDGE), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._flow = FlowColumn(padded=False)
        self.content: QVBoxLayout = self._flow.column
        self.content.setSpacing(12)
        self.content.setContentsMargins(_RING, _RING, _RING, _RING)
        self.column.addWidget(self._flow, 1)
        self._make_flush()
        self._flow.verticalScrollBar().rangeChanged.connect(self.keep_focus_in_view)
        wide = max(self.minimumWidth(), min(theme().scale(width), parent.width() - _EDGE))
        self.resize(wide, min(theme().scale(height), parent.height() - _EDGE))

    def _make_flush(self) -> None:
        """Title and content begin at the same place, although the content has room for a focus ring."""
        margins = self.column.contentsMargins()
        self.column.setContentsMargins(margins - QMargins(_RING, 0, _RING, 0))
        title = self.column.itemAt(0)
        if title is not None and (label := title.widget()) is not None:
            label.setContentsMargins(_RING, 0, _RING, 0)

    def fit_content(self) -> None:
        """Become as high as the content, or as there is room; called when everything is in it."""
        whole, inside = self.layout(), self._flow.widget()
        content = inside.layout() if inside is not None else None
        if whole is None or content is None:
            return
        whole.activate()
        around = self.height() - self._flow.height()
        wanted = around + content.totalHeightForWidth(self._flow.width()) + _RING
        parent = self.parentWidget()
        room = wanted if parent is None else parent.window().height() - _EDGE
        self.resize(self.width(), min(wanted, room))

    def keep_focus_in_view(self) -> None:
        """Scroll to what has the focus, when the content has grown or shrunk."""
        focus = QApplication.focusWidget()
        if focus is not None and self._flow.isAncestorOf(focus):
            self._flow.ensureWidgetVisible(focus, 8, 48)

    def point_at(self, field: QWidget) -> None:
        """The same, and scroll to it with what it says; its sentence has its place only once the layout is done."""
        super().point_at(field)
        QTimer.singleShot(0, field, partial(self._flow.ensureWidgetVisible, field, 8, 48))

    def show_top(self) -> None:
        """Scroll to the beginning."""
        self._flow.verticalScrollBar().setValue(0)
