"""The backups that open with older secrets, by their dates."""

from collections.abc import Sequence
from datetime import datetime

from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.ui.dates_in_words import full_day, time_words
from vitalshift_desktop.words import _, ngettext

NAMED = 6  # dates one reads before one counts


def dates_in_words(made: Sequence[datetime], clock: Clock) -> str:
    """Such as "2 March 2026 10:00, 1 March 2026 18:30 and 3 more", the newest first."""
    moments = [local(clock, at) for at in sorted(made, reverse=True)]
    named = ", ".join(
        _("{day} {time}").format(day=full_day(moment.date()), time=time_words(moment)) for moment in moments[:NAMED]
    )
    more = len(moments) - NAMED
    if more <= 0:
        return named
    return ngettext("{named} and {n} more", "{named} and {n} more", more).format(named=named, n=more)
