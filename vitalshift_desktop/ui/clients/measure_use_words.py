"""How the measures of a client are put into words: rhythm, when due, pauses, and what is often used for what."""

from vitalshift_desktop.domain.client_measures import Due, MeasurePause, Moment, UseDetails
from vitalshift_desktop.ui.dates_in_words import day_words, full_day
from vitalshift_desktop.words import _, ngettext


def rhythm_words(details: UseDetails) -> str:
    """Such as "every 4 sessions, at the start"."""
    n = details.every_sessions
    often = ngettext("every session", "every {n} sessions", n).format(n=n)
    return f"{often}, {moment_words(details.moment)}"


def moment_words(moment: Moment) -> str:
    """The moment in a session."""
    return {Moment.START: _("at the start"), Moment.END: _("at the end")}[moment]


def due_words(due: Due | None) -> str:
    """When a measure is next due; nothing while measures are paused."""
    if due is None:
        return ""
    if not due.is_next:
        words = _("due in session {n}").format(n=due.session_no)
        return words if due.on is None else _("{words}, planned for {day}").format(words=words, day=day_words(due.on))
    words = _("due in the next session")
    words = words if due.on is None else _("{words}, {day}").format(words=words, day=day_words(due.on))
    if not due.waited:
        return words
    gone = ngettext("{n} session went by without it", "{n} sessions went by without it", due.waited)
    return f"{words}; {gone.format(n=due.waited)}"


def pause_title(pause: MeasurePause) -> str:
    """Since when, or from when to when, nothing was asked for."""
    if pause.until is None:
        return _("Paused since {day}").format(day=full_day(pause.since))
    if pause.until == pause.since:
        return _("Paused and resumed on {day}").format(day=full_day(pause.since))
    return _("Paused from {first} to {last}").format(first=full_day(pause.since), last=full_day(pause.until))


def often_used() -> str:
    """What practices often use for what; nothing is chosen by it."""
    return _(
        "Often used. Low mood: PHQ-9, CORE-10. Worry: GAD-7. Obsessions and compulsions: OCI-R. Panic: PDSS-SR."
        " Avoiding places or things: FQ, phobia scales. Avoiding people: SPIN, Mini-SPIN. Everyday life: WSAS."
        " Every session: the check-in or WAI-SR."
    )
