"""What the timeline says about each thing that happened."""

from dataclasses import dataclass

from vitalshift_desktop.services.timeline import TimelineEntry, TimelineKind, TimelineMark
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.flag_words import score_words
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One entry in words: a title, what stands beside it, and the record's own words below."""

    title: str
    beside: str = ""
    record: str = ""


def entry_words(entry: TimelineEntry) -> TimelineLine:
    """The words of one entry."""
    if entry.kind is TimelineKind.SESSION:
        return TimelineLine(_("Session {n}").format(n=entry.session_no), _session(entry), entry.summary)
    if entry.kind is TimelineKind.MISSED and entry.attendance is not None:
        return TimelineLine(_("Session"), in_sentence(entry.attendance), entry.summary)
    if entry.kind is TimelineKind.AGREEMENT:
        return TimelineLine(_("Agreement"), ", ".join(_clauses(entry)))
    if entry.kind is TimelineKind.GOAL and entry.goal is not None:
        return TimelineLine(_("Goal agreed"), "", entry.goal.name)
    return _changed(entry)


def entry_day(entry: TimelineEntry, this_year: int) -> str:
    """The day, with its year when that is another one."""
    day = short_day(entry.day)
    return day if entry.day.year == this_year else _("{day} {year}").format(day=day, year=entry.day.year)


def _changed(entry: TimelineEntry) -> TimelineLine:
    if entry.phase is not None:
        return TimelineLine(_("Phase"), label(entry.phase))
    return TimelineLine(_("Status"), label(entry.status) if entry.status is not None else "", entry.summary)


def _session(entry: TimelineEntry) -> str:
    marks = {
        TimelineMark.DROP: _("marked drop"),
        TimelineMark.BACK: _("back in usual range"),
        TimelineMark.TALKED: _("talked through"),
    }
    given = [_("check-in {score}").format(score=score_words(entry.checkin))] if entry.checkin is not None else []
    return ", ".join([*given, *([marks[entry.mark]] if entry.mark is not None else [])])


def _clauses(entry: TimelineEntry) -> list[str]:
    return [
        _("{topic}, version {n}").format(topic=label(clause.topic), n=clause.number)
        if clause.number > 1
        else label(clause.topic)
        for clause in entry.clauses
    ]
