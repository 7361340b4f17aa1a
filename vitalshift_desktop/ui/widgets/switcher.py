"""Going to a person, a page or an action by typing a few letters."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.hits_view import Hit, HitsView
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import _

_WIDTH = 580
_TOP = 96
Search = Callable[[str], tuple[Hit, ...]]
Show = Callable[[tuple[Hit, ...], bool], None]
"""Called with what was found, and whether there may be more of it in a while."""
Later = Callable[[str, Show], None]
"""Begins what takes a moment longer; it is shown when it is there, unless something else was typed meanwhile."""
_PAUSE = 60  # ms without a key before the record is searched, so that not every key begins one
_A_WHILE = 400  # ms until it is searched again where there may be more


class _Scrim(QWidget):
    """A flat veil over the window behind."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("scrim"))


class Switcher(QDialog):
    """A field and a list over the veiled window; Enter goes, Esc closes."""

    chosen = Signal(object)

    def __init__(self, search: Search, *, later: Later | None = None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._search = search
        self._later = later
        self._first: tuple[Hit, ...] = ()
        self._is_looking = False
        self._is_going = False  # Enter was pressed before anything was there
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._on_pause)
        self._scrim: _Scrim | None = None
        self._opener: QWidget | None = None
        self.setProperty("role", "switcher")
        self.setWindowTitle("VitalShift")
        self.setAccessibleName(_("Go to"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.list = HitsView(_("What was found"))
        self._build()
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list.chosen.connect(self._on_chosen)
        self.finished.connect(self._on_finished)

    def open_over(self, window: QWidget) -> None:
        """Open over this window without blocking."""
        self._opener = window.focusWidget()
        self._scrim = _Scrim(window)
        self._scrim.setGeometry(window.rect())
        self._scrim.show()
        self._scrim.raise_()
        width = min(theme().scale(_WIDTH), window.width() - 48)
        height = min(theme().scale(442), window.height() - 2 * 48)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + min(_TOP, (window.height() - height) // 2))
        self._on_text("")
        self.open()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return self.list.takes(event, self._go) or super().eventFilter(watched, event)

    def _build(self) -> None:
        self.field.setProperty("role", "bare")
        self.field.setAccessibleName(_("Go to a person, page or action"))
        self.field.setPlaceholderText(_("Go to…"))
        head = QHBoxLayout()
        head.setContentsMargins(17, 12, 17, 12)
        head.setSpacing(10)
        head.addWidget(IconLabel("magnifying-glass", "text2", 18))
        head.addWidget(self.field, 1)
        head.addWidget(TextLabel(_("Esc"), tone="3", size="c", wrap=False))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = TextLabel(
            _("Searches names, pages, actions and, from three letters on, the record."), tone="3", size="c"
        )
        foot.setContentsMargins(18, 8, 18, 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline(strong=True))
        inner = QVBoxLayout()
        inner.setContentsMargins(6, 4, 6, 4)
        inner.addWidget(self.list)
        column.addLayout(inner, 1)
        column.addWidget(Hairline(strong=True))
        column.addWidget(foot)

    def _on_text(self, text: str) -> None:
        self._first = self._search(text.strip())
        self.list.show_hits(self._first, text)
        self._is_looking = self._is_going = False
        if self._later is not None:
            self._pause.start(_PAUSE)

    def _on_pause(self) -> None:
        """Look for what takes a moment longer."""
        self._pause.stop()
        text = self.field.text().strip()
        if self._later is None or not text:
            return
        self._is_looking = True
        self._later(text, partial(self._on_later, text))

    def _on_later(self, text: str, found: tuple[Hit, ...], may_be_more: bool) -> None:
        """Add what was found; the mark stays where it is."""
        if text != self.field.text().strip():
            return
        self._is_looking = False
        if found:
            self.list.show_hits((*self._first, *found), self.field.text(), stay=True)
        if may_be_more:
            self._pause.start(_A_WHILE)
        if self._is_going:
            self._is_going = False
            self.list.choose_current()

    def _go(self) -> None:
        """Go where the mark is; where nothing is there yet, as soon as it is."""
        if self.list.choose_current():
            return
        if self._pause.isActive():
            self._is_going = True
            self._on_pause()
        else:
            self._is_going = self._is_looking

    def _on_chosen(self, key: object) -> None:
        self._opener = None
        self.accept()
        self.chosen.emit(key)

    def _on_finished(self) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
