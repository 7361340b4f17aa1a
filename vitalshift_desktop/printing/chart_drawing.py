"""Draws charts for paper as SVG lines and marks, readable in black and white; their labels are set as text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from vitalshift_desktop.domain.progress import CheckinCourse, CheckinPoint, GoalLine, UsualRange

INK: Final = "#24211C"
CLIENT: Final = "#17495F"
COUNSELOR: Final = "#8A4716"
RANGE: Final = "#E6EBEE"
RANGE_EDGE: Final = "#A9B4BA"
GRID: Final = "#C9C5BE"
AXIS: Final = "#8F8A82"

WIDTH: Final = 493.0
_LEFT = 22.0
_RIGHT = 12.0
_RIGHT_WITH_RANGE = 66.0
_TOP = 6.0
_PLOT_HEIGHT = 116.0
_HEIGHT = 142.0
_HIGHEST = 10.0
_LABEL_ROOM = 20.0
_LETTER_WIDTH = 4.9
_ROOMY = 14.0


@dataclass(frozen=True, slots=True)
class Label:
    """Text on a drawing, centered on a point (points from the top left), or beginning or ending there."""

    x: float
    y: float
    text: str
    anchor: str = "center"


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG with its size in points, and the labels to be set upon it."""

    svg: bytes
    width: float
    height: float
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartParts:
    """What a check-in chart shows besides the client's own line."""

    counselor: bool = False
    usual_range: bool = False
    remarks: bool = False


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where sessions and scores lie on the drawing, in points."""

    first: int
    last: int
    right: float

    @property
    def spacing(self) -> float:
        """From one session to the next."""
        return (self.right - _LEFT) / (self.last - self.first + 1)

    def x(self, session_no: float) -> float:
        """The middle of a session's column."""
        return _LEFT + (session_no - self.first + 0.5) * self.spacing

    @staticmethod
    def y(score: float) -> float:
        """The height of a score from 0 to 10; one outside is drawn on the edge."""
        return _TOP + _PLOT_HEIGHT * (1 - min(max(score, 0.0), _HIGHEST) / _HIGHEST)


def checkin_chart(course: CheckinCourse, parts: ChartParts, range_words: Sequence[str] = ()) -> Drawing:
    """The check-ins of a course on the whole axis from 0 to 10; a session without a score leaves a gap.

    The range is drawn as it stood at each session; `range_words` stand at its right end. Needs at least one point.
    """
    points = course.points
    right = WIDTH - (_RIGHT_WITH_RANGE if parts.usual_range and course.latest_range else _RIGHT)
    plot = _Plot(points[0].session_no, points[-1].session_no, right)
    shapes = [*_range(plot, points)] if parts.usual_range else []
    shapes += _grid(plot)
    if parts.counselor:
        shapes += _counselor_line(plot, points)
    shapes += _client_line(plot, points)
    labels = [*_axis_labels(plot)]
    if parts.usual_range and course.latest_range:
        labels += _range_labels(plot, course.latest_range, range_words)
    if parts.remarks:
        labels += _remarks(plot, points)
    return Drawing(_svg(shapes, WIDTH, _HEIGHT), WIDTH, _HEIGHT, tuple(labels))


def goal_bar(goal: GoalLine) -> Drawing:
    """Where a goal began (hollow), where it is (filled) and its target (dotted), from 0 to 10."""
    width, middle, height = 106.0, 8.0, 16.0
    shapes = [_line(0, middle, width, middle, AXIS, 1)]
    if goal.target is not None:
        shapes.append(_line(_along(goal.target, width), 1.5, _along(goal.target, width), 14.5, INK, 1.2, "2 1.5"))
    if goal.start is not None and goal.now is not None:
        shapes.append(_line(_along(goal.start, width), middle, _along(goal.now, width), middle, INK, 2.6))
        shapes.append(_circle(_along(goal.start, width), middle, 3, "#FFFFFF", INK, 1.1))
        shapes.append(_circle(_along(goal.now, width), middle, 3.6, INK, INK, 0))
    return Drawing(_svg(shapes, width, height), width, height)


def legend_marks() -> dict[str, Drawing]:
    """The marks that stand before words: client, counselor, range, start, now, target."""
    client = [_line(0, 6, 22, 6, CLIENT, 1.9), _circle(11, 6, 3.5, CLIENT, "#FFFFFF", 1)]
    counselor = [_line(0, 6, 22, 6, COUNSELOR, 1.1, "4.5 3"), _square(11, 6, 3, COUNSELOR)]
    band = [
        f'<rect x="0" y="1.5" width="16" height="9" fill="{RANGE}" stroke="{RANGE_EDGE}" stroke-dasharray="1 1.6"/>'
    ]
    return {
        "client": Drawing(_svg(client, 22, 12), 22, 12),
        "counselor": Drawing(_svg(counselor, 22, 12), 22, 12),
        "range": Drawing(_svg(band, 16, 12), 16, 12),
        "start": Drawing(_svg([_circle(4, 5, 2.8, "#FFFFFF", INK, 1)], 8, 10), 8, 10),
        "now": Drawing(_svg([_circle(4, 5, 3.2, INK, INK, 0)], 8, 10), 8, 10),
        "target": Drawing(_svg([_line(2, 0, 2, 10, INK, 1.2, "2 1.5")], 4, 10), 4, 10),
    }


def threads_mark() -> Drawing:
    """The two threads of the app, in black and gray."""
    curve = '<path d="{way}" fill="none" stroke="{color}" stroke-width="2.2" stroke-linecap="round"/>'
    client = curve.format(way="M2 4 C8 4 9 8.5 20 8.5", color=INK)
    counselor = curve.format(way="M2 16 C8 16 9 11.5 20 11.5", color="#6B655B")
    return Drawing(_svg([client, counselor], 22, 20), 22, 20)


def _grid(plot: _Plot) -> list[str]:
    lines = [_line(_LEFT, plot.y(score), plot.right, plot.y(score), GRID, 0.6) for score in (5, 10)]
    return [*lines, _line(_LEFT, plot.y(0), plot.right, plot.y(0), AXIS, 1)]


def _range(plot: _Plot, points: Sequence[CheckinPoint]) -> list[str]:
    """One stepped band for each stretch of sessions that has a range, with dotted edges."""
    shapes = []
    for has_range, stretch in groupby(points, key=lambda point: point.usual_range is not None):
        if has_range:
            steps = [(point.session_no, point.usual_range) for point in stretch if point.usual_range]
            top = [(plot.x(no + side), plot.y(usual.high)) for no, usual in steps for side in (-0.5, 0.5)]
            bottom = [(plot.x(no + side), plot.y(usual.low)) for no, usual in steps for side in (-0.5, 0.5)]
            shapes.append(f'<polygon points="{_places([*top, *reversed(bottom)])}" fill="{RANGE}"/>')
            edge = f'fill="none" stroke="{RANGE_EDGE}" stroke-width="0.9" stroke-dasharray="1 2"'
            shapes += [f'<polyline points="{_places(side)}" {edge}/>' for side in (top, bottom)]
    return shapes


def _places(corners: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in corners)


def _client_line(plot: _Plot, points: Sequence[CheckinPoint]) -> list[str]:
    """The line and its circles; a white edge only while there is room, or a crowded line would look dashed."""
    radius, edge = (4.1, 1.0) if plot.spacing >= _ROOMY else (max(1.2, plot.spacing * 0.24), 0.0)
    spots = [(plot.x(point.session_no), plot.y(point.client)) for point in points if point.client is not None]
    joined = _joined(plot, [(point.session_no, point.client) for point in points])
    circles = [_circle(x, y, radius, CLIENT, "#FFFFFF", edge) for x, y in spots]
    return [_line(*ends, CLIENT, 1.9) for ends in joined] + circles


def _counselor_line(plot: _Plot, points: Sequence[CheckinPoint]) -> list[str]:
    half = min(3.0, max(1.2, plot.spacing * 0.26))
    spots = [(plot.x(point.session_no), plot.y(point.counselor)) for point in points if point.counselor is not None]
    joined = _joined(plot, [(point.session_no, point.counselor) for point in points])
    squares = [_square(x, y, half, COUNSELOR) for x, y in spots]
    return [_line(*ends, COUNSELOR, 1.1, "4.5 3") for ends in joined] + squares


def _joined(plot: _Plot, scores: Iterable[tuple[int, float | None]]) -> list[tuple[float, float, float, float]]:
    """The lines between scores of neighboring sessions."""
    return [
        (plot.x(one), plot.y(here), plot.x(next_one), plot.y(there))
        for (one, here), (next_one, there) in pairwise(scores)
        if here is not None and there is not None and next_one == one + 1
    ]


def _axis_labels(plot: _Plot) -> list[Label]:
    """The scores at the left and as many session numbers as fit, evenly spaced from the first."""
    scores = [Label(_LEFT - 6, plot.y(score), str(score), "end") for score in (0, 5, 10)]
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if step * plot.spacing >= _LABEL_ROOM)
    numbers = [no for no in range(plot.first, plot.last + 1) if step == 1 or no == plot.first or no % step == 0]
    if len(numbers) > 1 and (numbers[1] - numbers[0]) * plot.spacing < _LABEL_ROOM:
        del numbers[1]
    return scores + [Label(plot.x(no), _TOP + _PLOT_HEIGHT + 11, str(no)) for no in numbers]


def _range_labels(plot: _Plot, latest: UsualRange, words: Sequence[str]) -> list[Label]:
    middle = (plot.y(latest.high) + plot.y(latest.low)) / 2
    first = middle - 6 * (len(words) - 1)
    return [Label(plot.right + 5, first + 12 * row, text, "start") for row, text in enumerate(words)]


def _remarks(plot: _Plot, points: Sequence[CheckinPoint]) -> list[Label]:
    """The words for marked points: under everything drawn near them, inside the plot and off each other."""
    placed: list[Label] = []
    for point in points:
        if not point.remark or point.client is None:
            continue
        half = min(len(point.remark) * _LETTER_WIDTH / 2, (plot.right - _LEFT) / 2)
        x = min(max(plot.x(point.session_no), _LEFT + half), plot.right - half)
        near = [other for other in points if abs(plot.x(other.session_no) - x) <= half + plot.spacing / 2]
        scores = [score for other in near for score in (other.client, other.counselor) if score is not None]
        y = plot.y(min(scores)) + 14
        while any(abs(other.y - y) < 12 and abs(other.x - x) < half * 2 for other in placed):
            y += 12
        placed.append(Label(x, min(y, _TOP + _PLOT_HEIGHT - 7), point.remark))
    return placed


def _along(score: float, width: float) -> float:
    return 5 + (width - 10) * score / _HIGHEST


def _line(x1: float, y1: float, x2: float, y2: float, color: str, width: float, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" '
        f'stroke="{color}" stroke-width="{width}" stroke-linecap="butt"{dashes}/>'
    )


def _circle(x: float, y: float, radius: float, fill: str, edge: str, edge_width: float) -> str:
    place = f'cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}"'
    return f'<circle {place} fill="{fill}" stroke="{edge}" stroke-width="{edge_width}"/>'


def _square(x: float, y: float, half: float, color: str) -> str:
    return (
        f'<rect x="{x - half:.2f}" y="{y - half:.2f}" width="{2 * half:.2f}" height="{2 * half:.2f}" '
        f'fill="#FFFFFF" stroke="{color}" stroke-width="1.1"/>'
    )


def _svg(shapes: Iterable[str], width: float, height: float) -> bytes:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    return f"{head}{''.join(shapes)}</svg>".encode("ascii")
