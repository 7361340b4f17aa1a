import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from tests.printing.sample_pages import CLIENT_SCORES, COUNSELOR_SCORES, checkins, ink_in, opened, summary
from vitalshift_desktop.domain.progress import CheckinCourse, CheckinPoint, GoalLine, Parts, UsualRange
from vitalshift_desktop.printing import progress_summary, typesetting
from vitalshift_desktop.printing.chart_drawing import (
    CLIENT,
    COUNSELOR,
    RANGE,
    ChartParts,
    Drawing,
    checkin_chart,
    goal_bar,
    legend_marks,
    threads_mark,
)

ALL = ChartParts(counselor=True, usual_range=True, remarks=True)


def parsed(drawing: Drawing) -> ET.Element:
    return ET.fromstring(drawing.svg)  # noqa: S314  # our own drawing


def count(drawing: Drawing, shape: str, **having: str) -> int:
    found = parsed(drawing).iter(f"{{http://www.w3.org/2000/svg}}{shape}")
    return sum(all(element.get(name) == value for name, value in having.items()) for element in found)


def test_the_client_is_a_solid_line_with_filled_circles() -> None:
    drawing = checkin_chart(checkins(CLIENT_SCORES, COUNSELOR_SCORES), ChartParts())
    assert count(drawing, "circle", fill=CLIENT) == 12
    assert count(drawing, "line", stroke=CLIENT) == 11
    assert COUNSELOR.encode() not in drawing.svg
    assert RANGE.encode() not in drawing.svg


def test_the_counselor_is_a_dashed_line_with_hollow_squares() -> None:
    drawing = checkin_chart(checkins(CLIENT_SCORES, COUNSELOR_SCORES), ALL, ("usual range", "5.7 to 8.9"))
    assert count(drawing, "rect", stroke=COUNSELOR, fill="#FFFFFF") == 12
    dashed = re.findall(rf'stroke="{COUNSELOR}"[^>]*stroke-dasharray', drawing.svg.decode())
    assert len(dashed) == 11


def test_a_missing_session_leaves_a_gap() -> None:
    drawing = checkin_chart(checkins([7, 8, None, 6, 7]), ChartParts())
    assert count(drawing, "circle") == 4
    assert count(drawing, "line", stroke=CLIENT) == 2


def test_sessions_that_are_not_neighbors_are_not_joined() -> None:
    course = CheckinCourse((CheckinPoint(1, 7.0), CheckinPoint(2, 7.5), CheckinPoint(5, 6.0)))
    drawing = checkin_chart(course, ChartParts())
    assert count(drawing, "line", stroke=CLIENT) == 1
    assert [label.text for label in drawing.labels][3:] == ["1", "2", "3", "4", "5"]


def test_one_score_is_one_circle_in_the_middle() -> None:
    drawing = checkin_chart(checkins([7.5]), ChartParts())
    assert count(drawing, "circle") == 1
    assert count(drawing, "line", stroke=CLIENT) == 0


def test_the_axis_is_always_the_whole_scale() -> None:
    top = checkin_chart(checkins([10.0]), ChartParts())
    bottom = checkin_chart(checkins([0.0]), ChartParts())
    heights = [float(re.search(r'<circle cx="[\d.]+" cy="([\d.]+)"', d.svg.decode())[1]) for d in (top, bottom)]  # type: ignore[index]  # a circle is there
    axis = {label.text: label.y for label in top.labels if label.text in ("0", "10")}
    assert heights == [axis["10"], axis["0"]]


def test_a_range_is_drawn_as_it_stood_at_each_session() -> None:
    ranges = (None, None, UsualRange(5, 8, 6), UsualRange(5, 8, 6), UsualRange(5.5, 8.5, 8))
    course = CheckinCourse(tuple(CheckinPoint(n, 7.0, None, stood) for n, stood in enumerate(ranges, start=1)))
    drawing = checkin_chart(course, ALL, ("usual range", "5.5 to 8.5"))
    bands = re.findall(rf'<polygon points="([^"]+)" fill="{RANGE}"', drawing.svg.decode())
    assert len(bands) == 1
    corners = [tuple(map(float, corner.split(","))) for corner in bands[0].split()]
    tops = [y for _x, y in corners[:6]]
    assert tops[0] == tops[1] == tops[2] == tops[3] > tops[4] == tops[5]


def test_a_range_that_begins_again_is_a_band_of_its_own() -> None:
    ranges = (UsualRange(5, 8, 6), None, UsualRange(5, 8, 6))
    course = CheckinCourse(tuple(CheckinPoint(n, 7.0, None, stood) for n, stood in enumerate(ranges, start=1)))
    assert count(checkin_chart(course, ALL, ("usual range", "5 to 8")), "polygon", fill=RANGE) == 2


@pytest.mark.parametrize("sessions", [1, 2, 5, 12, 23, 60, 150, 400])
def test_session_numbers_never_run_into_each_other(sessions: int) -> None:
    drawing = checkin_chart(checkins([6.0] * sessions), ALL, ("usual range", "5.7 to 8.9"))
    on_axis = [label for label in drawing.labels if label.y > 128]
    places = [label.x for label in on_axis]
    assert on_axis[0].text == "1"
    assert all(right - left >= 20 for left, right in pairwise(places))
    assert all(0 < place < drawing.width for place in places)


def test_words_under_points_stay_on_the_chart_and_off_each_other() -> None:
    points = tuple(
        CheckinPoint(n, 1.0 if n > 2 else 9.0, remark=f"session {n}, talked through in {n + 1}") for n in range(1, 7)
    )
    labels = [label for label in checkin_chart(CheckinCourse(points), ALL).labels if "talked" in label.text]
    assert len(labels) == 6
    assert all(0 < label.y < 122 for label in labels)


def test_a_goal_without_ratings_has_only_its_scale_and_target() -> None:
    drawing = goal_bar(GoalLine("Sleep", None, None, 8))
    assert count(drawing, "circle") == 0
    assert count(drawing, "line") == 2


def test_a_goal_goes_from_hollow_start_to_filled_now() -> None:
    svg = goal_bar(GoalLine("Sleep", 2, 6, 8, 3)).svg.decode()
    circles = re.findall(r'<circle cx="([\d.]+)"[^>]*fill="(#\w+)"', svg)
    assert [fill for _x, fill in circles] == ["#FFFFFF", "#24211C"]
    assert float(circles[0][0]) < float(circles[1][0])


def test_every_drawing_is_well_formed_and_holds_no_words() -> None:
    drawings = [
        *legend_marks().values(),
        threads_mark(),
        checkin_chart(checkins(CLIENT_SCORES), ALL),
        goal_bar(GoalLine("<", 1, 2)),
    ]
    for drawing in drawings:
        root = parsed(drawing)
        assert "text" not in {element.tag.rpartition("}")[2] for element in root.iter()}


def test_the_lines_can_be_told_apart_in_gray() -> None:
    page = replace(summary(), parts=Parts(checkin_chart=True, counselor_ratings=True))
    chart = (0.1, 0.42, 0.9, 0.75)
    both = opened(typesetting.page_pictures(progress_summary.document(page), 96)[0])
    one = opened(
        typesetting.page_pictures(progress_summary.document(replace(page, parts=Parts(checkin_chart=True))), 96)[0]
    )
    assert ink_in(both, chart) > ink_in(one, chart) + 0.003
