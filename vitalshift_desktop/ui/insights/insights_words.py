"""What the counts of the practice say, and how little a few of them can say."""

from vitalshift_desktop.domain.first_five import EarlyEndings
from vitalshift_desktop.domain.shares import FEWEST, likely_share
from vitalshift_desktop.services.first_five import MONTHS, WEEKS, CheckinsAsked
from vitalshift_desktop.vocabulary import in_sentence
from vitalshift_desktop.words import _, ngettext


def endings_count(endings: EarlyEndings) -> str:
    """The few words beside the heading."""
    return _("{n} of {all}").format(n=endings.within_five, all=endings.ended) if endings.ended else ""


def endings_words(endings: EarlyEndings) -> str:
    """How many of those who ended did so within five sessions, how, and what so small a number may mean."""
    if not endings.ended:
        return _("Nobody’s work with you ended in the last {n} months.").format(n=MONTHS)
    words = ngettext(
        "In the last {months} months {all} piece of work ended, {n} within five sessions.",
        "In the last {months} months {all} pieces of work ended, {n} within five sessions.",
        endings.ended,
    ).format(months=MONTHS, all=endings.ended, n=endings.within_five)
    return " ".join((words, *_how(endings), _meaning(endings)))


def checkins_words(asked: CheckinsAsked) -> str:
    """In how many of the last sessions a check-in was given, and how those without one were held."""
    if not asked.held:
        return _("No session was held in the last {n} weeks.").format(n=WEEKS)
    words = ngettext("In {given} of {n} session.", "In {given} of {n} sessions.", asked.held)
    said = words.format(given=asked.given, n=asked.held)
    without = asked.held - asked.given
    if not without or not asked.online:
        return said
    if without == 1:
        return f"{said} {_('The one without was by video or phone.')}"
    rest = ngettext(
        "Of the {n} without one, {online} was by video or phone.",
        "Of the {n} without one, {online} were by video or phone.",
        asked.online,
    )
    return f"{said} {rest.format(n=without, online=asked.online)}"


def reading_words() -> str:
    """How the board is to be read."""
    return _(
        "A diamond marks a check-in that deserves a look; the reason stands on the client’s alliance page. "
        "Early ratings say something about how therapy goes, not much, and nothing certain about one person. "
        "What is tinted is missing or open; it is a reminder, not a grade."
    )


def _how(endings: EarlyEndings) -> tuple[str, ...]:
    coded = [
        _("{kind}: {n}").format(kind=in_sentence(ending), n=count)
        for ending, count in sorted(endings.endings.items(), key=lambda pair: str(pair[0]))
        if ending is not None
    ]
    uncoded = endings.endings.get(None, 0)
    parts = [*coded, *([_("not said how: {n}").format(n=uncoded)] if uncoded else [])]
    return (_("Of these, {parts}.").format(parts=", ".join(parts)),) if parts else ()


def _meaning(endings: EarlyEndings) -> str:
    share = likely_share(endings.within_five, endings.ended)
    if share is None:
        return _("With fewer than {n} endings the counts are all there is to say.").format(n=FEWEST)
    words = _("With numbers this small the true share may lie anywhere from about {low} to {high} in 100.")
    return words.format(low=round(100 * share.low), high=round(100 * share.high))
