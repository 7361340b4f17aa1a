"""The words for problems with notes on agreements."""

from collections.abc import Callable

from vitalshift_desktop.domain import problems
from vitalshift_desktop.sentences.advice import Advice
from vitalshift_desktop.words import _

OF_AGREEMENT_NOTES: dict[type, Callable[[], Advice]] = {
    problems.NoClauseThatDay: lambda: Advice(
        _("This clause was not in force on that day."), _("Choose another clause, or check the day.")
    ),
    problems.ClassIsOfOthers: lambda: Advice(
        _("Crossing and violation are words for your own conduct, the other ones for what the client did."),
        _("Choose one that is offered here."),
    ),
    problems.DistressIsNoEvent: lambda: Advice(
        _("What a client does in an emergency is never a note on an agreement."),
        _("Write it as a contact note. A note here can be about what you did."),
    ),
    problems.AgreementPermitsIt: lambda: Advice(
        _("The agreement of that day permitted this contact. Nothing was noted."),
        _("The contact note stays in the record as it is."),
    ),
    problems.WorksheetIsOpen: lambda: Advice(
        _("This worksheet is still open, so it needs no addition."), _("Change it, or write what happened.")
    ),
    problems.HoursAreImpossible: lambda: Advice(
        _("Hours need at least one weekday, and an end after the beginning."), _("Look at the days and times again.")
    ),
}
