"""The words for problems with consents, releases and who may know what."""

from collections.abc import Callable

from vitalshift_desktop.domain import problems
from vitalshift_desktop.sentences.advice import Advice
from vitalshift_desktop.words import _

OF_CONSENTS: dict[type, Callable[[], Advice]] = {
    problems.NobodyConsents: lambda: Advice(_("Nobody is named who gives it."), _("Tick who gave it.")),
    problems.ConsentsTogether: lambda: Advice(
        _("This person consents together with another."), _("Tick both, or correct it among the people around them.")
    ),
    problems.ExplanationIsMissing: lambda: Advice(
        _("It does not say what was explained."), _("Write it in a few words, or begin with the offered wording.")
    ),
    problems.RecipientIsMissing: lambda: Advice(
        _("It does not say who may be told."), _("Name a person or an office.")
    ),
    problems.ScopeIsMissing: lambda: Advice(
        _("It does not say what it covers."), _("Write what may be told, and to whom.")
    ),
    problems.PurposeIsMissing: lambda: Advice(
        _("It does not say what it is for."), _("Write the purpose in a few words.")
    ),
    problems.NothingToKnow: lambda: Advice(
        _("Nobody is named here."), _("Add the people around the client on the Details tab first.")
    ),
    problems.AgreedByIsMissing: lambda: Advice(_("It does not say who agreed."), _("Write who was asked and agreed.")),
}
