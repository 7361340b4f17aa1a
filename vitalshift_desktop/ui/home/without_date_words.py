"""What is said of somebody who came and has no date ahead."""

from vitalshift_desktop.services.home_page import NoNextDate
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.vocabulary.commitment_words import rhythm_in_sentence
from vitalshift_desktop.words import _, ngettext


def without_date_words(one: NoNextDate) -> str:
    """How often they came and when last, and what was agreed with them: the rhythm, or the break they are in."""
    seen = ngettext("seen {n} time, last {day}", "seen {n} times, last {day}", one.seen)
    told = seen.format(n=one.seen, day=short_day(one.last.day))
    if one.break_until is not None:
        return _("{told}; break agreed until {day}").format(told=told, day=short_day(one.break_until))
    if one.rhythm is not None:
        return _("{told}; agreed {rhythm}").format(told=told, rhythm=rhythm_in_sentence(one.rhythm))
    return told
