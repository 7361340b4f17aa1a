"""The words for problems with what is written down about people."""

from collections.abc import Callable

from vitalshift_desktop.domain import problems
from vitalshift_desktop.sentences.advice import Advice
from vitalshift_desktop.words import _

OF_PEOPLE: dict[type, Callable[[], Advice]] = {
    problems.HiddenCharacters: lambda: Advice(
        _("This text holds characters that cannot be seen and change how it reads. Nothing was saved."),
        _("Delete what was pasted last, and type it instead."),
    ),
    problems.TalkIsMissing: lambda: Advice(
        _("Another kind of service needs a dated note of your talk about it."),
        _("Change it on the client’s Details tab, where the note is written."),
    ),
    problems.LastOfItsKind: lambda: Advice(
        _("This is the only entry, and there has to be one."), _("Correct it instead.")
    ),
    problems.BreakTooLong: lambda: Advice(
        _("A break can last a year at most."), _("Check the two days, or pause the client’s status instead.")
    ),
    problems.AlreadyAMember: lambda: Advice(
        _("This client belongs to this file already."), _("Choose another file, or write a name.")
    ),
    problems.HoldsMoreThanItsNote: lambda: Advice(
        _("This session has a check-in or goals of this file, so it stays here. Nothing was moved."),
        _("Write in its note who came."),
    ),
    problems.NobodyAgreed: lambda: Advice(
        _("Nobody is ticked as having agreed, so nothing was put in force."),
        _("Tick who agreed, or keep the clauses as proposed and talk about them first."),
    ),
    problems.DrawingIsMissing: lambda: Advice(
        _("Somebody who is ticked has not drawn yet. Nothing was put in force."),
        _("Let them draw, or choose “On paper” or “Spoken”."),
    ),
    problems.AgreedByOneOfTwo: lambda: Advice(
        _("This person consents only together with somebody else, who is not ticked."),
        _("Tick the other one too, once they agree."),
    ),
    problems.ScanOfAgreement: lambda: Advice(
        _("This document is the signed page of an agreement, so it stays."),
        _("Take it off the agreement first, on the Boundaries tab."),
    ),
}
