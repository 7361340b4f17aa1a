"""The tabs of a page, with how many things lie under each; those without room stand in a menu at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QTabBar, QWidget

from vitalshift_desktop.ui.theme.icons import draw_icon
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import MenuButton
from vitalshift_desktop.words import _

_GAP = 22
_COUNT_GAP = 6
_ICON = 15
_MORE = 96


@dataclass(frozen=True, slots=True)
class _Tab:
    key: str
    label: str
    count: int | None = None
    icon: str = ""
    tone: str = "accent"


class TabRow(QTabBar):
    """A row of tabs known by keys; `picked` tells only what the user did."""

    picked = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]] = (), *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[_Tab] = []
        self._is_silent = True
        self._keyboard = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(name)
        self._menu = QMenu(self)
        self.more = MenuButton("", self._menu, framed=False, parent=self)
        self.more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for key, label in tabs:
            self.add_tab(key, label)
        self._is_silent = False
        self._menu.aboutToShow.connect(self._fill_menu)
        self.currentChanged.connect(self._on_current)

    def add_tab(self, key: str, label: str) -> None:
        """Add a tab at the end."""
        self._tabs.append(_Tab(key, label))
        self.addTab(label)

    def show_icon(self, key: str, icon: str, tone: str) -> None:
        """Show an icon before the name of a tab, both in this tone while it is the current one."""
        index = self._index(key)
        self._tabs[index] = replace(self._tabs[index], icon=icon, tone=tone)
        self.setTabText(index, self._tabs[index].label)

    def remove_last(self) -> None:
        """Take the last tab away without telling anybody."""
        self._is_silent = True
        self.removeTab(self.count() - 1)
        self._tabs.pop()
        self._is_silent = False
        self._fit()

    def current_key(self) -> str:
        """The key of the tab that is shown; "" without tabs."""
        return self._tabs[self.currentIndex()].key if self._tabs else ""

    def show_tab(self, key: str) -> None:
        """Show this tab without telling anybody."""
        self._is_silent = True
        self._go_to(self._index(key))
        self._is_silent = False

    def show_count(self, key: str, count: int | None) -> None:
        """Show how many things lie under the tab; None shows no number."""
        index = self._index(key)
        was, self._tabs[index] = self._tabs[index], replace(self._tabs[index], count=count)
        spoken = self._tabs[index].label if count is None else f"{self._tabs[index].label}, {count}"
        self.setAccessibleTabName(index, spoken)
        # Qt asks for the size of a tab again only when its text is set; but then for that of every tab.
        if was.count != count:
            self.setTabText(index, self._tabs[index].label)
            self._fit()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) tab, around the ends, as the user's act."""
        if self.count():
            self._go_to((self.currentIndex() + by) % self.count())

    def tabSizeHint(self, index: int) -> QSize:
        tab = self._tabs[index]
        width = QFontMetrics(theme().font(bold=True)).horizontalAdvance(tab.label)
        width += self._icon_room(tab)
        if tab.count is not None:
            width += theme().scale(_COUNT_GAP) + QFontMetrics(theme().font("detail")).horizontalAdvance(str(tab.count))
        return QSize(width + theme().scale(_GAP), theme().scale(38))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for index, tab in enumerate(self._tabs):
                self.setTabText(index, tab.label)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("hair"))
        for index in range(self.count()):
            if self.isTabVisible(index):
                self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        tab = self._tabs[index]
        is_current = index == self.currentIndex()
        rect = self.tabRect(index).adjusted(0, 0, -theme().scale(_GAP), 0)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        font = theme().font(bold=is_current)
        painter.setFont(font)
        current = tab.tone if tab.icon else "text"
        words = rect.adjusted(self._icon_room(tab), 0, 0, 0)
        if tab.icon:
            side = theme().scale(_ICON)
            place = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
            draw_icon(painter, place, tab.icon, theme().color(tab.tone))
        painter.setPen(theme().color(current if is_current else "text2"))
        painter.drawText(words, middle | Qt.TextFlag.TextDontClip, tab.label)
        if tab.count is not None:
            left = QFontMetrics(font).horizontalAdvance(tab.label) + theme().scale(_COUNT_GAP)
            painter.setFont(theme().font("detail"))
            painter.setPen(theme().color("text3"))
            painter.drawText(rect.adjusted(left, 0, 0, 0), middle | Qt.TextFlag.TextDontClip, str(tab.count))
        if is_current:
            painter.fillRect(rect.left(), self.height() - 2, rect.width(), 2, theme().color(tab.tone))
            if self.hasFocus() and self._keyboard:
                painter.setPen(QPen(theme().color("ring"), 2))
                painter.drawRoundedRect(rect.adjusted(1, 5, 0, -5), 4, 4)

    def _icon_room(self, tab: _Tab) -> int:
        return theme().scale(_ICON + _COUNT_GAP) if tab.icon else 0

    def _index(self, key: str) -> int:
        return [tab.key for tab in self._tabs].index(key)

    def _on_current(self, index: int) -> None:
        self._fit()
        if not self._is_silent and index >= 0:
            self.picked.emit(self._tabs[index].key)

    def _go_to(self, index: int) -> None:
        self.setTabVisible(index, True)  # Qt does not make a hidden tab the current one
        self.setCurrentIndex(index)

    def _fit(self) -> None:
        """Show the tabs there is room for, and a menu for the others."""
        if len(self._tabs) != self.count():  # a tab is being added or taken away
            return
        widths = [self.tabSizeHint(index).width() for index in range(self.count())]
        shown = with_room(widths, self.width(), theme().scale(_MORE), self.currentIndex())
        for index in range(self.count()):
            self.setTabVisible(index, index in shown)
        if self._tabs:
            self.setTabText(0, self._tabs[0].label)  # Qt moves the others up only when the text of a tab is set
        hidden = self.count() - len(shown)
        self.more.setVisible(bool(hidden))
        self.more.setText(_("{count} more").format(count=hidden))
        size = self.more.sizeHint()
        self.more.setGeometry(self.width() - size.width(), (self.height() - size.height()) // 2, *size.toTuple())

    def _fill_menu(self) -> None:
        self._menu.clear()
        for index in range(self.count()):
            if not self.isTabVisible(index):
                self._menu.addAction(
                    self.accessibleTabName(index) or self._tabs[index].label, partial(self._go_to, index)
                )


def with_room(widths: Sequence[int], room: int, more: int, current: int) -> frozenset[int]:
    """The places of the tabs that fit into this room, all in pixels: the first ones, and always the current one.

    `more` is what the menu for the others needs.
    """
    if sum(widths) <= room:
        return frozenset(range(len(widths)))
    shown = {current}
    left = room - more - widths[current]
    for place, width in enumerate(widths):
        if place == current:
            continue
        if width > left:
            break
        shown.add(place)
        left -= width
    return frozenset(shown)
