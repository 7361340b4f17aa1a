"""The part of a page that shows each goal then and now."""

import re

from vitalshift_desktop.domain.progress import GoalLine
from vitalshift_desktop.printing.chart_drawing import goal_bar
from vitalshift_desktop.printing.paper import DrawnPart, size
from vitalshift_desktop.printing.paper_words import ratings_each_words, ratings_words
from vitalshift_desktop.printing.typesetting import Json
from vitalshift_desktop.words import _


def goals_part(goals: tuple[GoalLine, ...], name: str) -> DrawnPart:
    """A table of at least one goal with the client's ratings; it says how many ratings it rests on."""
    counts = {goal.ratings for goal in goals}
    title = _("Goals, rated by {name} from 0 to 10").format(name=name)
    if len(counts) == 1:
        count = counts.pop()
        title += ", " + (ratings_words(count) if len(goals) == 1 else ratings_each_words(count))
        said = True
    else:
        said = False
    bars = {f"goal-{number}.svg": goal_bar(goal) for number, goal in enumerate(goals)}
    rows = [_row(goal, file, count_said=said) for goal, file in zip(goals, bars, strict=True)]
    content: dict[str, Json] = {
        "kind": "goals",
        "title": title,
        "head": {"goal": _("Goal"), "start": _("Start"), "now": _("Now"), "target": _("Target"), "key": _key()},
        "bar": size(next(iter(bars.values()))),
        "rows": rows,
    }
    return DrawnPart(content, bars)


def _key() -> list[Json]:
    """The head of the bars: words with little marks between them."""
    words = _("Start {start} to now {now}, target {target}")
    pieces = re.split(r"\{(start|now|target)\}", words)
    return [{"mark": piece} if number % 2 else {"words": piece} for number, piece in enumerate(pieces)]


def _row(goal: GoalLine, file: str, *, count_said: bool) -> Json:
    return {
        "wording": goal.wording,
        "ratings": "" if count_said else ratings_words(goal.ratings),
        "start": _number(goal.start),
        "now": _number(goal.now),
        "target": _number(goal.target),
        "bar": file,
        "course": _course(goal),
    }


def _course(goal: GoalLine) -> str:
    """The bar in words, for who cannot see it."""
    if goal.start is None or goal.now is None:
        return _("Not rated yet")
    if goal.target is None:
        return _("From {start} to {now}").format(start=goal.start, now=goal.now)
    return _("From {start} to {now}, target {target}").format(start=goal.start, now=goal.now, target=goal.target)


def _number(rating: int | None) -> str:
    return "–" if rating is None else str(rating)
