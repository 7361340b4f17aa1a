"""Dates, numbers and short sentences as they stand on paper."""

from collections.abc import Sequence
from datetime import date, datetime

from vitalshift_desktop.domain.measures.scoring import one_decimal
from vitalshift_desktop.domain.progress import AttendanceFigures, UsualRange
from vitalshift_desktop.domain.sessions import Modality
from vitalshift_desktop.words import _, ngettext


def day_words(day: date) -> str:
    """A civil date in words that no country reads in another order, such as "12 Mar 2026"."""
    months = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
    return _("{day} {month} {year}").format(day=day.day, month=months[day.month - 1], year=day.year)


def moment_words(moment: datetime) -> str:
    """A day and the time on its clock, such as "12 Mar 2026, 09:05"."""
    return _("{day}, {time}").format(day=day_words(moment.date()), time=f"{moment:%H:%M}")


def score_words(score: float) -> str:
    """A check-in score with its one decimal, such as "5.7"; halves go away from zero."""
    return f"{one_decimal(score):.1f}"


def range_words(usual: UsualRange) -> tuple[str, str]:
    """The usual range in two short lines."""
    between = _("{low} to {high}").format(low=score_words(usual.low), high=score_words(usual.high))
    return _("usual range"), between


def text_lines(text: str) -> list[str]:
    """The lines of a text without the empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def ratings_words(count: int) -> str:
    """How many ratings a statement rests on."""
    return ngettext("{n} rating", "{n} ratings", count).format(n=count) if count else _("not rated yet")


def ratings_each_words(count: int) -> str:
    """How many ratings each of several lines rests on."""
    return ngettext("{n} rating each", "{n} ratings each", count).format(n=count) if count else _("not rated yet")


def attendance_words(figures: AttendanceFigures, *, missed: bool) -> str:
    """The attendance of a period in one line; `missed` also counts what was planned and did not take place."""
    if not figures.held and not (missed and figures.planned):
        return _("No sessions in this period.")
    sentence = _held_words(figures, missed=missed) + _detail_words(figures) + "."
    return " ".join([sentence, *(_missed_sentences(figures) if missed else ())])


def _held_words(figures: AttendanceFigures, *, missed: bool) -> str:
    if missed:
        return ngettext(
            "{held} of {planned} planned session attended",
            "{held} of {planned} planned sessions attended",
            figures.planned,
        ).format(held=figures.held, planned=figures.planned)
    return ngettext("{held} session attended", "{held} sessions attended", figures.held).format(held=figures.held)


def _detail_words(figures: AttendanceFigures) -> str:
    """How long and in which ways, such as ", 50 minutes each: 11 in person, 1 by video"."""
    if not figures.held:
        return ""
    ways = [_modality_words(modality).format(n=count) for modality, count in figures.held_by_modality]
    return ", {length}: {ways}".format(length=_length_words(figures), ways=", ".join(ways))


def _length_words(figures: AttendanceFigures) -> str:
    shortest, longest = figures.shortest_minutes or 0, figures.longest_minutes or 0
    if shortest != longest:
        return _("{shortest} to {longest} minutes each").format(shortest=shortest, longest=longest)
    if figures.held == 1:
        return _("{minutes} minutes").format(minutes=longest)
    return _("{minutes} minutes each").format(minutes=longest)


def _modality_words(modality: Modality) -> str:
    return {
        Modality.IN_PERSON: _("{n} in person"),
        Modality.VIDEO: _("{n} by video"),
        Modality.PHONE: _("{n} by phone"),
        Modality.OUTDOORS: _("{n} outdoors"),
    }[modality]


def _missed_sentences(figures: AttendanceFigures) -> Sequence[str]:
    counted = (
        (
            figures.canceled_with_notice,
            ngettext("One canceled with notice.", "{n} canceled with notice.", figures.canceled_with_notice),
        ),
        (figures.canceled_late, ngettext("One canceled late.", "{n} canceled late.", figures.canceled_late)),
        (
            figures.canceled_by_counselor,
            ngettext("One canceled by the counselor.", "{n} canceled by the counselor.", figures.canceled_by_counselor),
        ),
        (figures.did_not_attend, ngettext("One not attended.", "{n} not attended.", figures.did_not_attend)),
    )
    return [words.format(n=count) for count, words in counted if count]


def vault_number(vault_id: str) -> str:
    """The part of a vault's id that people compare, eight characters."""
    return vault_id.replace("-", "")[:8]
