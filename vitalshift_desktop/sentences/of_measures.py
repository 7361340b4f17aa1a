"""The words for problems with measures that carry no facts."""

from collections.abc import Callable

from vitalshift_desktop.domain import problems
from vitalshift_desktop.sentences.advice import Advice
from vitalshift_desktop.words import _

OF_MEASURES: dict[type, Callable[[], Advice]] = {
    problems.RhythmImpossible: lambda: Advice(
        _("A measure is given in every session, or in every so many."), _("Write a whole number from 1 to 52.")
    ),
    problems.MeasureInUse: lambda: Advice(
        _("This measure is used with this client already."), _("Change how often it is given, in the list.")
    ),
    problems.MeasureIsOff: lambda: Advice(
        _("This measure is switched off."), _("Switch it on in the settings, under Measures, then choose it again.")
    ),
    problems.MeasuresPaused: lambda: Advice(
        _("Measures are paused for this client already."), _("Resume them first, or change the reason.")
    ),
    problems.AnswerCountWrong: lambda: Advice(
        _("There is not one answer for each question of this form."), _("Leave a blank where nothing was answered.")
    ),
    problems.AnswerFlagUnknown: lambda: Advice(
        _("This form has no such box to tick."), _("Look at the form again, and leave the box out.")
    ),
    problems.NotAnInstrumentFile: lambda: Advice(
        _("This file does not define a measure. Nothing was added."),
        _("Choose a file in VitalShift’s format; its name ends in .json."),
    ),
}
