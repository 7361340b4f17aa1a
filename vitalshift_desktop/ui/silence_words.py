"""A silence in one sentence: what was seen, in which numbers, by which rule."""

from vitalshift_desktop.domain.silence import Sign, Silence
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.vocabulary.commitment_words import rhythm_in_sentence
from vitalshift_desktop.words import _, ngettext


def silence_sentence(silence: Silence) -> str:
    """How many days of silence, since what, how many may pass by what was agreed, and what was tried."""
    days = ngettext("No word for {n} day", "No word for {n} days", silence.quiet_days).format(n=silence.quiet_days)
    told = _("{days}, since {sign} on {day}, and no date ahead.").format(
        days=days, sign=_sign(silence.heard.sign), day=short_day(silence.heard.day)
    )
    rule = _("Agreed: {rhythm}. Said from {n} days on: twice that and a week.").format(
        rhythm=rhythm_in_sentence(silence.rhythm), n=silence.allowed_days
    )
    return " ".join(words for words in (told, _left_out(silence.left_out), rule, _tried(silence)) if words)


def _left_out(days: int) -> str:
    if not days:
        return ""
    words = ngettext("{n} closed or agreed day is not counted.", "{n} closed or agreed days are not counted.", days)
    return words.format(n=days)


def _sign(sign: Sign) -> str:
    return {
        Sign.SESSION: _("the session"),
        Sign.SESSION_NOT_MARKED: _("a session without attendance marked"),
        Sign.CONTACT: _("the client’s last contact"),
        Sign.REPLY: _("the client’s reply"),
        Sign.AGREED: _("what you agreed"),
    }[sign]


def _tried(silence: Silence) -> str:
    if not silence.reached_out:
        return ""
    n = len(silence.reached_out)
    words = ngettext("You reached out {n} time, last on {day}.", "You reached out {n} times, last on {day}.", n)
    return words.format(n=n, day=short_day(silence.reached_out[-1]))
