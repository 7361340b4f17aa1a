"""What stands on the chart beside the scores, in words."""

from vitalshift_desktop.domain.chart_entries import Happening, Known
from vitalshift_desktop.ui.dates_in_words import day_words, short_day
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


def kind_words(happening: Happening) -> str:
    """What it is, without what was written: "Note", "Holiday", "Medicine begun", "Practice closed until 3 Jan"."""
    if happening.known is Known.PRACTICE_CLOSED and happening.until is not None:
        return _("Practice closed until {day}").format(day=short_day(happening.until))
    if happening.topic is not None:
        return _("Note on an agreement, {topic}").format(topic=label(happening.topic))
    return label(happening.known or happening.kind)


def happening_words(happening: Happening) -> str:
    """What it is with what was written: "Holiday: two weeks by the sea"."""
    if not happening.words:
        return kind_words(happening)
    return _("{what}: {words}").format(what=kind_words(happening), words=happening.words)


def dated_words(happening: Happening) -> str:
    """The same with its day before it."""
    return _("{day}, {what}").format(day=day_words(happening.day), what=happening_words(happening))
