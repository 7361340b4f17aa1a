"""The alliance of one client at a glance: both threads, the latest score and the usual range."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.phase_thread import diamond
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.sparkline import Sparkline
from vitalshift_desktop.words import _, ngettext

CLIENT, YOU, DROP = "client", "you", "drop"


class AllianceGlance(QWidget):
    """A sparkline with its numbers in words; before there are enough scores it says what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = TextLabel(tone="2", size="m", wrap=False)
        self._numbers.setObjectName("overview.alliance")
        self._line = Sparkline()
        self._names = {kind: TextLabel(tone="2", size="m", wrap=False) for kind in (CLIENT, YOU, DROP)}
        self._keys = {kind: LegendKey(kind) for kind in self._names}
        self._missing = TextLabel(tone="2", size="m")
        legend = QHBoxLayout()
        legend.setSpacing(7)
        for kind, name in self._names.items():
            legend.addWidget(self._keys[kind])
            legend.addWidget(name)
            legend.addSpacing(9)
        legend.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.heading = SectionHeading(_("Alliance"), action=self._numbers)
        column.addWidget(self.heading)
        column.addWidget(self._line)
        column.addLayout(legend)
        column.addWidget(self._missing)

    def show_course(self, course: AllianceCourse, name: str) -> None:
        """Show the course so far; `name` stands beside the client's line."""
        scores, yours = course.client_series(), course.counselor_series()
        marks = tuple(mark.index for mark in course.marks)
        marked = _mark_words([course.points[place].rupture is not None for place in marks])
        usual = course.usual_range
        words = alliance_words(course)
        has_scores = course.latest is not None
        self._numbers.setText(words)
        self._line.setVisible(has_scores)
        if has_scores:
            low, high = (usual.lower, usual.upper) if usual else (None, None)
            told = _("Check-ins of {name}: {words}").format(name=name, words=words)
            self._line.show_series(scores, yours, low=low, high=high, marks=marks, description=told)
        self._show_legend(name, has_scores=has_scores, has_yours=any(yours), marked=marked)
        self._show_missing(course)

    def _show_legend(self, name: str, *, has_scores: bool, has_yours: bool, marked: str) -> None:
        words = {CLIENT: name, YOU: _("You"), DROP: marked}
        shown = {CLIENT: has_scores, YOU: has_scores and has_yours, DROP: bool(marked)}
        for kind, label in self._names.items():
            label.setText(words[kind])
            label.setVisible(shown[kind])
            self._keys[kind].setVisible(shown[kind])

    def _show_missing(self, course: AllianceCourse) -> None:
        reading = course.reading
        self._missing.setVisible(course.usual_range is None)
        if course.latest is None:
            self._missing.setText(_("No check-in yet. It is asked at the end of a session."))
            return
        lacking = reading.scores_for_range - reading.scores
        words = ngettext(
            "The usual range appears after {n} more score.", "The usual range appears after {n} more scores.", lacking
        )
        self._missing.setText(words.format(n=lacking))


class LegendKey(QWidget):
    """How one thing is drawn: the client's line, yours, or a marked drop."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(12 if self._kind == DROP else 20), theme().scale(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._kind == DROP:
            painter.setPen(QPen(theme().color("mark"), 1.8))
            painter.drawPolygon(diamond(middle, theme().scale(5)))
            return
        pen = QPen(theme().color(self._kind), 2.5 if self._kind == CLIENT else 1.75)
        if self._kind == YOU:
            pen.setDashPattern([3.5, 2.3])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        if self._kind == CLIENT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(CLIENT))
            painter.drawEllipse(middle, theme().scale(3.6), theme().scale(3.6))


def _mark_words(are_classed: Sequence[bool]) -> str:
    """What the diamonds are called: a rupture only where the counselor classed them so."""
    if not are_classed:
        return ""
    if all(are_classed):
        return _("Rupture")
    return _("Marked drop, rupture") if any(are_classed) else _("Marked drop")


def alliance_words(course: AllianceCourse) -> str:
    """Such as "8.0 last, usual 5.7 to 8.9"; nothing before the first score."""
    latest = course.latest
    if latest is None or latest.client is None:
        return ""
    last = _("{score} last").format(score=mean_words(latest.client.score))
    usual = course.usual_range
    if usual is None:
        return last
    return _("{last}, usual {lower} to {upper}").format(
        last=last, lower=mean_words(usual.lower), upper=mean_words(usual.upper)
    )
