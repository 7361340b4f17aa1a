"""What is agreed, breaks, and what happened, as sentences and short lists of days."""

from collections.abc import Sequence
from datetime import date

from vitalshift_desktop.domain.commitment_kept import KeptEntry, KeptKind, KeptLine, KeptPart, TaskLine
from vitalshift_desktop.domain.commitments import AgreedBreak, Commitment, Part
from vitalshift_desktop.domain.time_away import Away
from vitalshift_desktop.services.commitments import CommitmentView
from vitalshift_desktop.ui.dates_in_words import full_day, short_day
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.vocabulary.commitment_words import terms_words
from vitalshift_desktop.words import _, ngettext

MOST_DAYS = 24
"""So many days are named in a line; the others are counted."""


def agreed_words(commitment: Commitment) -> str:
    """The terms with the day on which they were agreed."""
    return _("{terms}. Agreed on {day}.").format(
        terms=terms_words(commitment.terms), day=full_day(commitment.agreed_on)
    )


def review_words(view: CommitmentView, today: date) -> str:
    """That both are to look at it again, once its day has come; "" before."""
    if view.review_on is None or view.review_on > today or not view.can_agree:
        return ""
    held = ngettext("{n} session was held since", "{n} sessions were held since", view.held_since)
    return _("To look at again: {held}.").format(held=held.format(n=view.held_since))


def break_words(one: AgreedBreak) -> str:
    """From when to when."""
    if one.first_day == one.last_day:
        return _("Break agreed for {day}.").format(day=full_day(one.first_day))
    return _("Break agreed from {first} to {last}.").format(first=short_day(one.first_day), last=full_day(one.last_day))


def part_title(part: Part) -> str:
    """Which version, and in which days it counted."""
    words = _("Version {n}, {first} to {last}")
    return words.format(n=part.commitment.number, first=short_day(part.first_day), last=full_day(part.last_day))


def rhythm_sentence(part: KeptPart) -> str:
    """How many sessions the rhythm makes of these days, how many were in the calendar, how many took place."""
    booked = ngettext("{n} session stood in the calendar", "{n} sessions stood in the calendar", part.booked)
    told = _("{booked}, {held} took place.").format(booked=booked.format(n=part.booked), held=part.held)
    if part.by_rhythm is None:
        return told
    rhythm = ngettext(
        "At the agreed rhythm, {n} whole session fits into these days.",
        "At the agreed rhythm, {n} whole sessions fit into these days.",
        part.by_rhythm,
    ).format(n=part.by_rhythm)
    return f"{rhythm} {told}"


def away_words(away: Away) -> str:
    """Such as "Practice closed, 3 Aug to 16 Aug"; these days are not counted."""
    if away.first_day == away.last_day:
        return _("{what}, {day}").format(what=label(away.kind), day=short_day(away.first_day))
    return _("{what}, {first} to {last}").format(
        what=label(away.kind), first=short_day(away.first_day), last=short_day(away.last_day)
    )


def line_words(line: KeptLine) -> str:
    """The kind and how many."""
    return _("{what}: {n}").format(what=label(line.kind), n=len(line.entries))


def days_words(line: KeptLine) -> str:
    """The days of a line with what belongs to each; "" for sessions that simply took place."""
    if line.kind is KeptKind.CAME:
        return ""
    words = ", ".join(_entry(line.kind, one) for one in line.entries[-MOST_DAYS:])
    more = len(line.entries) - MOST_DAYS
    if more > 0:
        words = _("{days} and {n} before").format(days=words, n=more)
    return words


def task_words(line: TaskLine) -> tuple[str, str]:
    """How many agreed tasks were told done, or not told done by their day; and the days."""
    n = len(line.days)
    if line.done:
        words = ngettext("{n} agreed task told done", "{n} agreed tasks told done", n)
    else:
        words = ngettext("{n} agreed task not told done by its day", "{n} agreed tasks not told done by their day", n)
    return words.format(n=n), ", ".join(short_day(day) for day in line.days[-MOST_DAYS:])


def _entry(kind: KeptKind, entry: KeptEntry) -> str:
    day = short_day(entry.session.day)
    if entry.moved_from is not None:
        return _moved(entry.moved_from, entry.session.day)
    if entry.minutes is None:
        return day
    if kind is KeptKind.STARTED_LATE:
        return _("{day} by {n} min").format(day=day, n=entry.minutes)
    return _("{day}, {n} min").format(day=day, n=entry.minutes)


def _moved(had: date, now: date) -> str:
    if had == now:
        return _("{day} to another time").format(day=short_day(had))
    return _("{day} to {other}").format(day=short_day(had), other=short_day(now))


def breaks_words(breaks: Sequence[AgreedBreak]) -> str:
    """All of them, one sentence each."""
    return " ".join(break_words(one) for one in breaks)
