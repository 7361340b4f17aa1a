"""A clause, its version and its days in words."""

from datetime import date

from PySide6.QtCore import QDate

from vitalshift_desktop.domain.agreements import AgreedHow, Agreement, ClauseState, ClauseVersion
from vitalshift_desktop.ui.dates_in_words import near, with_year
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _

_MONTHS_TO_REVIEW = 3


def state_words(version: ClauseVersion) -> str:
    """Such as "Version 2 in force", or "Draft of version 2"."""
    if version.state is ClauseState.PROPOSED:
        return _("Draft of version {n}").format(n=version.number)
    return _("Version {n} {state}").format(n=version.number, state=in_sentence(version.state))


def review_words(version: ClauseVersion, today: date) -> tuple[str, bool]:
    """The day for looking at the clause again, and whether it has come; no words where there is none."""
    day = version.review_on
    if day is None or not version.is_in_force:
        return "", False
    if day == today:
        return _("Review today"), True
    if day < today:
        return _("Review was due {day}").format(day=near(day, today)), True
    return _("Review {day}").format(day=near(day, today)), False


def times_words(version: ClauseVersion, today: date) -> str:
    """From when to when a version was in force, or since when it is."""
    if version.state is ClauseState.PROPOSED:
        return _("proposed {day}").format(day=near(version.effective_on, today))
    if version.ended_on is None:
        return _("since {day}").format(day=near(version.effective_on, today))
    return _("{first} to {last}").format(first=near(version.effective_on, today), last=near(version.ended_on, today))


def agreed_words(version: ClauseVersion, agreement: Agreement | None) -> str:
    """When and how the wording was agreed."""
    day = with_year(version.effective_on)
    if version.state is ClauseState.PROPOSED:
        return _("Proposed {day}, not agreed yet").format(day=day)
    if agreement is None:
        return _("Agreed {day}").format(day=day)
    words = {
        AgreedHow.ON_PAPER: _("Agreed {day}, on paper"),
        AgreedHow.DRAWN: _("Agreed {day}, signed on the screen"),
        AgreedHow.VERBAL: _("Agreed {day}, spoken"),
    }
    return words[agreement.how].format(day=day)


def whose_words(version: ClauseVersion) -> str:
    """In whose words it stands, and whether it was negotiated."""
    words = label(version.words_of)
    return _("{words}, negotiated").format(words=words) if version.negotiated else words


def later_review(today: date) -> date:
    """The day for looking again that is suggested: three months on."""
    day = QDate(today.year, today.month, today.day).addMonths(_MONTHS_TO_REVIEW)
    return date(day.year(), day.month(), day.day())
