"""Rating a goal now, by client and counselor, and its ratings so far."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.goals import GoalCourse
from vitalshift_desktop.ui.dates_in_words import near, weekday_and_day
from vitalshift_desktop.ui.goals.goal_words import RatedDay, rated_days
from vitalshift_desktop.ui.goals.rating_cell import RatingCell
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _, ngettext

_SHOWN = 6


class RateNow(QWidget):
    """Two cells and a button; a digit is written down at once, but a 1 that may become a 10 waits for Enter.

    `rated` tells the client's number and the counselor's, None for an empty cell.
    """

    rated = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._client_name = TextLabel(size="m")
        self.client = RatingCell(_("rating now"), name=_("Client"))
        self.client.setObjectName("goals.rate.client")
        self.you = RatingCell(_("rating now"), name=_("You"))
        self.you.setObjectName("goals.rate.you")
        self.rate = Button(_("Rate"))
        self.rate.setObjectName("goals.rate")
        self._when = TextLabel(tone="2", size="m")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._client_name, 0, 0)
        grid.addWidget(self.client, 0, 1)
        grid.addWidget(TextLabel(_("You"), size="m"), 1, 0)
        grid.addWidget(self.you, 1, 1)
        grid.addWidget(self.rate, 1, 2)
        grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(_("How far has it come, 0 to 10?"), role="name", size="m"))
        column.addLayout(grid)
        column.addWidget(self._when)
        column.addStretch(1)
        for cell in (self.client, self.you):
            cell.settled.connect(self.save_now)
            cell.entered.connect(self.save_now)
        self.rate.clicked.connect(self._on_rate)

    def show_day(self, name: str, today: date, *, in_session: bool) -> None:
        """Name the client, and say to which day and session a rating will belong."""
        self._client_name.setText(name)
        day = weekday_and_day(today)
        words = _("As of today, {day}, in the session whose note is open.") if in_session else _("As of today, {day}.")
        self._when.setText(words.format(day=day))

    def clear_cells(self) -> None:
        """Empty both cells, once what they said is written down."""
        for cell in (self.client, self.you):
            cell.settle()
            cell.show_value(None)

    def save_now(self) -> None:
        """Write down what stands in the cells, if anything does."""
        if self.client.value is not None or self.you.value is not None:
            self._on_rate()

    def _on_rate(self) -> None:
        client, you = self.client.value, self.you.value
        if client is None and you is None:
            self.client.focus_first()
            return
        self.rated.emit(client, you)


class RatingsSoFar(QWidget):
    """The latest ratings, and the earlier ones when asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._shows_all = False
        self._days: tuple[RatedDay, ...] = ()
        self._today: date | None = None
        self._name = ""
        self._history = QGridLayout()
        self._history.setHorizontalSpacing(16)
        self._history.setVerticalSpacing(4)
        self._history.setColumnStretch(3, 1)
        self.all = LinkButton("")
        self.all.setObjectName("goals.all_ratings")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(_("Ratings so far"), role="name", size="m"))
        column.addLayout(self._history)
        column.addWidget(self.all)
        column.addStretch(1)
        self.all.clicked.connect(self._on_all)

    def show_course(self, course: GoalCourse, name: str, today: date) -> None:
        """Show the ratings of a goal of the client of this name."""
        self._today, self._name = today, name
        self._days = rated_days(course)
        self._show()

    def _show(self) -> None:
        empty(self._history)
        shown = self._days if self._shows_all else self._days[:_SHOWN]
        for place, day in enumerate(shown):
            for column, part in enumerate(self._parts(day)):
                self._history.addWidget(part, place, column)
        if not shown:
            self._history.addWidget(TextLabel(_("None yet."), tone="2", size="m"), 0, 0)
        more = len(self._days) - len(shown)
        self.all.setText(ngettext("{n} earlier rating", "{n} earlier ratings", more).format(n=more))
        self.all.setVisible(more > 0)

    def _parts(self, day: RatedDay) -> tuple[TextLabel, ...]:
        when = near(day.day, self._today or day.day)
        where = "" if day.session_id is not None else _("between sessions")
        return (
            TextLabel(when, tone="2", size="m", wrap=False),
            TextLabel(_said(self._name, day.client), size="m", wrap=False),
            TextLabel(_said(_("you"), day.counselor), size="m", wrap=False),
            TextLabel(where, tone="3", size="m"),
        )

    def _on_all(self) -> None:
        self._shows_all = True
        self._show()


def _said(who: str, rating: int | None) -> str:
    return "" if rating is None else f"{who} {rating}"
