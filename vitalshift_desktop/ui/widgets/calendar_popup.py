"""The calendar that opens below a date field."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from vitalshift_desktop.ui.theme.icons import icon
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.words import _


class CalendarPopup(QCalendarWidget):
    """A month to pick a day from, in the colors of the theme; weekends look like other days."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setAccessibleName(_("Calendar"))
        self._dress_arrow("qt_calendar_prevmonth", "caret-left", _("Previous month"))
        self._dress_arrow("qt_calendar_nextmonth", "caret-right", _("Next month"))
        self.activated.connect(self._on_day)
        self.clicked.connect(self._on_day)

    def open_below(self, widget: QWidget, day: date) -> None:
        """Open below this widget with this day selected."""
        words = QTextCharFormat()
        words.setForeground(theme().color("text"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekday, words)
        heads = QTextCharFormat()
        heads.setForeground(theme().color("text2"))
        self.setHeaderTextFormat(heads)
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        self.setFocus()

    def _dress_arrow(self, place: str, name: str, words: str) -> None:
        arrow = self.findChild(QToolButton, place)
        if arrow is not None:
            arrow.setIcon(icon(name, "text2"))
            arrow.setAccessibleName(words)

    def _on_day(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(date(day.year(), day.month(), day.day()))
