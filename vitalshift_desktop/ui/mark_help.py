"""Help: how often the marked-drop rule speaks, as a table with the figures of a simulation."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


@dataclass(frozen=True, slots=True)
class TriedLine:
    """One line of the simulation in whole percents of its 4,000 clients."""

    stable_marked: int
    stable_fell: int
    three_points: int
    two_points: int


# As tests/benchmarks/marked_drop_simulation.py prints them; a test compares.
LATER_DROP = TriedLine(4, 7, 92, 65)
EARLIER_DROP = TriedLine(4, 7, 90, 62)
WIDE_SPREAD = TriedLine(15, 48, 45, 22)


def mark_help() -> list[QWidget]:
    """The parts of the page from top to bottom."""
    return [*map(TextLabel, _before()), _table(), *map(TextLabel, _after())]


def _before() -> tuple[str, ...]:
    return (
        _("The rule is our own. It was tried on invented clients, 4,000 for each line, with 20 sessions each."),
        _("Every client had a level of their own between 6.5 and 9. The figures below come from that run, in percent."),
    )


def _after() -> tuple[str, ...]:
    return (
        _("Steady scores: 0.3 to 0.8 points of standard deviation from session to session. Restless: 0.8 to 1.5."),
        _("A marked drop is looked for from six scores on, an early fall of 2.0 or more before that."),
        _("So some people are marked whose scores only wobble, and not every real drop is found."),
        _("Where scores are restless, an early fall speaks often and says little."),
        _("A mark is a prompt from few numbers: a reason to ask, not a finding."),
    )


def _table() -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    heads = (
        _("Nothing happened, a marked drop all the same"),
        _("Nothing happened, an early fall all the same"),
        _("A real drop of 3 points was found"),
        _("A real drop of 2 points was found"),
    )
    for column, head in enumerate(heads, 1):
        grid.addWidget(TextLabel(head, tone="2"), 0, column, Qt.AlignmentFlag.AlignBottom)
    lines = (
        (_("Steady scores, drop in session 13"), LATER_DROP),
        (_("Steady scores, drop in session 7"), EARLIER_DROP),
        (_("Restless scores, drop in session 13"), WIDE_SPREAD),
    )
    for row, (name, line) in enumerate(lines, 1):
        grid.addWidget(TextLabel(name), row, 0)
        figures = (line.stable_marked, line.stable_fell, line.three_points, line.two_points)
        for column, (head, figure) in enumerate(zip(heads, figures, strict=True), 1):
            grid.addWidget(_figure(figure, f"{name}. {head}"), row, column)
    for column in range(5):
        grid.setColumnStretch(column, 1)
    return box


def _figure(percent: int, name: str) -> TextLabel:
    label = TextLabel(_("{n} %").format(n=percent), wrap=False)
    label.setAccessibleName(_("{what}: {n} %").format(what=name, n=percent))
    return label
