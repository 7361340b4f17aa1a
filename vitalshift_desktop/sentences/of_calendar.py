"""The words for problems with sessions and the calendar that carry no facts."""

from collections.abc import Callable

from vitalshift_desktop.domain import problems
from vitalshift_desktop.sentences.advice import Advice
from vitalshift_desktop.words import _

OF_CALENDAR: dict[type, Callable[[], Advice]] = {
    problems.SessionsClash: lambda: Advice(
        _("This time overlaps another session."), _("Choose another time, or move the other session first.")
    ),
    problems.StandingClashes: lambda: Advice(
        _("Some of these sessions overlap others. Nothing was changed."),
        _("Choose another time, or book in spite of it."),
    ),
    problems.SessionIsAhead: lambda: Advice(
        _("The day of this session has not come yet, so nobody can have come to it or missed it."),
        _("Mark it on its day, or move it to the day on which it was."),
    ),
    problems.PracticeIsClosed: lambda: Advice(
        _("The practice is closed on this day."), _("Choose another day, or book in spite of it.")
    ),
    problems.SessionTooShort: lambda: Advice(
        _("A session lasts five minutes at least."), _("Look at its length again.")
    ),
    problems.SessionTooLong: lambda: Advice(_("A session lasts twelve hours at most."), _("Look at its length again.")),
    problems.EndsBeforeItStarts: lambda: Advice(
        _("The last day lies before the first."), _("Look at both days again.")
    ),
    problems.ClosureTooLong: lambda: Advice(
        _("A practice is closed for a year at most here."), _("Look at the year of the last day.")
    ),
}
