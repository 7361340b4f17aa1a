"""What stands beside the reading of a mark: the first five, both ratings together, pauses, whose ratings these are."""

from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.domain.measures.agreement_of_raters import PAIRS_FOR_R, gap_change, rater_agreement
from vitalshift_desktop.domain.measures.early_slope import early_slope
from vitalshift_desktop.domain.measures.marked_drop import LONGEST_GAP_DAYS
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.words import _, ngettext

_PAIRS_TO_SPEAK = 3
_LEVEL = 0.05  # points: what is rounded to 0.0 is said to be level
_MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Around:
    """What the words must know besides the course.

    `episode_no` is the number of the episode shown where there are several, `guardian` the name of the guardian whose
    ratings these are, `paused_since` the day since which measures are paused for this client. `shut` are the numbers
    of the sessions whose ratings came by hand-over and open after the counselor's own.
    """

    episode_no: int | None = None
    guardian: str = ""
    paused_since: date | None = None
    shut: tuple[int, ...] = ()


def around_words(course: AllianceCourse, name: str, around: Around) -> tuple[str, ...]:
    """Whose ratings these are and of which sessions, where that needs to be said."""
    found = []
    if around.guardian:
        words = _("These are the ratings of {person}, a series of its own with a range of its own.")
        found.append(words.format(person=around.guardian))
    if around.episode_no is not None:
        words = _("Only the sessions of episode {n} are here; each episode has a range of its own.")
        found.append(words.format(n=around.episode_no))
    if around.paused_since is not None:
        words = _("Measures are paused for {name} since {day}: nothing is asked for, and no mark comes up on Today.")
        found.append(words.format(name=name, day=full_day(around.paused_since)))
    if around.shut:
        found.append(shut_words(around.shut))
    return (*found, *_anew(course))


def shut_words(numbers: tuple[int, ...]) -> str:
    """That ratings are there and shut yet, and what opens them."""
    words = ngettext(
        "An answered check-in of session {numbers} is kept shut and not in this chart: it opens after your own rating, "
        "after Skip mine, or when the note is signed.",
        "Answered check-ins of sessions {numbers} are kept shut and not in this chart: each opens after your own "
        "rating, after Skip mine, or when its note is signed.",
        len(numbers),
    )
    return words.format(numbers=", ".join(str(number) for number in numbers))


def early_words(course: AllianceCourse) -> tuple[str, ...]:
    """The average of sessions 1 to 5, and from three scores on how it went from session to session."""
    first = course.first_five
    if first is None:
        return ()
    words = ngettext(
        "First five sessions: average {average}, from {n} score.",
        "First five sessions: average {average}, from {n} scores.",
        first.n,
    ).format(average=mean_words(first.average), n=first.n)
    rise = early_slope(course.client_series()[:5])
    if rise is None:
        return (f"{words} {_('How it goes from session to session is said from three scores on.')}",)
    return (f"{words} {_rise(rise)}",)


def gap_words_together(course: AllianceCourse, name: str) -> tuple[str, ...]:
    """Both ratings side by side, as information: the mean gap, whether they move together, and how the gap changes."""
    client, counselor = course.client_series(), course.counselor_series()
    both = rater_agreement(client, counselor)
    if both.n < _PAIRS_TO_SPEAK or both.discrepancy is None:
        return ()
    head = ngettext(
        "Over {n} session that both rated {difference}.", "Over {n} sessions that both rated {difference}.", both.n
    ).format(n=both.n, difference=_difference(both.discrepancy, name))
    parts = [head, _together(both.n, both.r), *_change(gap_change(client, counselor), name)]
    return (" ".join((*parts, _("This is for information and never a mark."))),)


def _anew(course: AllianceCourse) -> tuple[str, ...]:
    if not course.began:
        return ()
    point = course.points[course.began]
    words = _("After more than {days} days without a score the range began anew in session {n}.")
    return (words.format(days=LONGEST_GAP_DAYS, n=point.session_no),)


def _rise(rise: float) -> str:
    if abs(rise) < _LEVEL:
        return _("From session to session it stayed level.")
    words = (
        _("From session to session it rose by {points}.")
        if rise > 0
        else _("From session to session it fell by {points}.")
    )
    return words.format(points=mean_words(abs(rise)))


def _difference(discrepancy: float, name: str) -> str:
    if abs(discrepancy) < _LEVEL:
        return _("you and {name} are level on average").format(name=name)
    higher = _("you are {points} higher than {name} on average")
    lower = _("you are {points} lower than {name} on average")
    return (higher if discrepancy > 0 else lower).format(points=mean_words(abs(discrepancy)), name=name)


def _together(n: int, r: float | None) -> str:
    if n < PAIRS_FOR_R:
        return _("Whether the two move together is said from {n} such sessions on.").format(n=PAIRS_FOR_R)
    if r is None:
        return _("Whether the two move together cannot be said, as one of them never changes.")
    words = _("How far the two move together: r = {r}.")
    return words.format(r=(_MINUS if r < 0 and f"{abs(r):.2f}" != "0.00" else "") + f"{abs(r):.2f}")


def _change(change: float | None, name: str) -> tuple[str, ...]:
    """How your rating less the client's goes from session to session."""
    if change is None or abs(change) < _LEVEL:
        return ()
    up = _("Your rating less {name}’s goes up by {points} a session.")
    down = _("Your rating less {name}’s goes down by {points} a session.")
    return ((up if change > 0 else down).format(points=mean_words(abs(change)), name=name),)
