"""The part of a page that shows the session check-ins, with what they rest on."""

from vitalshift_desktop.domain.progress import CheckinCourse, Parts, ProgressSummary, UsualRange
from vitalshift_desktop.printing.chart_drawing import ChartParts, Drawing, checkin_chart
from vitalshift_desktop.printing.paper import DrawnPart, role, size
from vitalshift_desktop.printing.paper_words import range_words, ratings_each_words, ratings_words, score_words
from vitalshift_desktop.printing.typesetting import Json
from vitalshift_desktop.words import _, ngettext

DRAWING = "checkins.svg"


def checkin_part(summary: ProgressSummary) -> DrawnPart:
    """The chart, or a sentence that there were no check-ins."""
    course = summary.checkins
    note = _("The session check-in is our own short form, not a validated scale.")
    title = _("Working together, session check-in from 0 to 10")
    shown = _shown(summary.parts, course)
    if not course.client_ratings and not shown.counselor:
        return DrawnPart(
            {"kind": "checkins", "title": title, "legend": [], "note": _("No check-ins in this period.") + " " + note}
        )
    usual = course.latest_range if shown.usual_range else None
    drawing = checkin_chart(course, shown, range_words(usual) if usual else ())
    content: dict[str, Json] = {
        "kind": "checkins",
        "title": f"{title}, {_counts(summary, shown)}",
        "legend": _legend(summary, shown, usual),
        "chart": {**size(drawing), "alt": _chart_words(course, summary.short_name), "labels": _labels(drawing)},
        "note": note,
    }
    return DrawnPart(content, {DRAWING: drawing})


def _shown(parts: Parts, course: CheckinCourse) -> ChartParts:
    return ChartParts(
        counselor=parts.counselor_ratings and course.counselor_ratings > 0,
        usual_range=parts.usual_range and course.latest_range is not None,
        remarks=parts.talked_through,
    )


def _counts(summary: ProgressSummary, shown: ChartParts) -> str:
    """How many ratings the chart rests on."""
    client, counselor = summary.checkins.client_ratings, summary.checkins.counselor_ratings
    if not shown.counselor:
        return ratings_words(client)
    if client == counselor:
        return ratings_each_words(client)
    return _("{ratings} by {name}, {n} by the {counselor}").format(
        ratings=ratings_words(client), name=summary.short_name, n=counselor, counselor=role(summary.letterhead)
    )


def _legend(summary: ProgressSummary, shown: ChartParts, usual: UsualRange | None) -> list[Json]:
    """Names the lines; a single line needs no legend because the words above it say whose it is."""
    entries: list[Json] = [{"mark": "client", "words": summary.short_name}]
    if shown.counselor:
        entries.append({"mark": "counselor", "words": role(summary.letterhead).capitalize()})
    if usual:
        words = ngettext(
            "Usual range, from {n} rating by {name}", "Usual range, from {n} ratings by {name}", usual.ratings
        ).format(n=usual.ratings, name=summary.short_name)
        entries.append({"mark": "range", "words": words})
    return entries


def _labels(drawing: Drawing) -> list[Json]:
    return [{"x": label.x, "y": label.y, "text": label.text, "anchor": label.anchor} for label in drawing.labels]


def _chart_words(course: CheckinCourse, name: str) -> str:
    """The chart in one sentence, for who cannot see it."""
    rated = [(point.session_no, point.client) for point in course.points if point.client is not None]
    scores = ", ".join(
        _("session {number}: {score}").format(number=number, score=score_words(score)) for number, score in rated
    )
    return _("Check-in scores of {name}. {scores}").format(name=name, scores=scores or _("none"))
