"""How late a note was signed, in words."""

from datetime import timedelta

from vitalshift_desktop.domain.lateness import Late
from vitalshift_desktop.words import _, ngettext

_DAYS_FROM_HOURS = 72


def late_time(late: Late) -> str:
    """The time between the end of the session and signing, such as "26 h" or "4 days", without days closed."""
    hours = late.by // timedelta(hours=1)
    if hours < _DAYS_FROM_HOURS:
        return _("{n} h").format(n=hours)
    days = hours // 24
    return ngettext("{n} day", "{n} days", days).format(n=days)


def late_in_list(late: Late) -> str:
    """Said in a list of sessions."""
    return _("Signed late, after {time}").format(time=late_time(late))


def late_on_note(late: Late) -> str:
    """Said on the signed note itself."""
    words = _("Signed late: {time} after the session, over the {hours} h you set.")
    return words.format(time=late_time(late), hours=late.over_hours)


def late_before_signing(late: Late) -> str:
    """Said on the signing sheet."""
    words = _("It will say that it was signed late: {time} after the session, over the {hours} h you set.")
    return words.format(time=late_time(late), hours=late.over_hours)
