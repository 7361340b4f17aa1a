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
    problems.RepeatsNever: lambda: Advice(
        _("With this rule and this end it would come once and never again."),
        _("Choose a later end, or let it come once."),
    ),
    problems.RepeatsTooRarely: lambda: Advice(
        _("From one time to the next there are 366 days, weeks, months or sessions at most."),
        _("Choose a smaller number, or let it come once."),
    ),
    problems.TooManyTimes: lambda: Advice(
        _("A reminder comes 999 times at most."), _("Choose a smaller number, or let it go on without end.")
    ),
    problems.SessionsNeedAClient: lambda: Advice(
        _("This reminder goes by sessions, so it needs a client."),
        _("Choose the client, or let it go by days, weeks or months."),
    ),
    problems.PutOffToThePast: lambda: Advice(_("This day is over."), _("Choose today or a later day.")),
    problems.IsNotOfThisClient: lambda: Advice(
        _("What this reminder is about belongs to another client."), _("Choose again what it is about.")
    ),
}
