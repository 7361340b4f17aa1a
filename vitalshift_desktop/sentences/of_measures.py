"""The words for problems with measures that carry no facts."""

from collections.abc import Callable

from vitalshift_desktop.domain import problems
from vitalshift_desktop.sentences.advice import Advice
from vitalshift_desktop.words import _

OF_MEASURES: dict[type, Callable[[], Advice]] = {
    problems.NoSessionToday: lambda: Advice(
        _("There is no session today to hand a form over in."), _("Plan one, or start a session note first.")
    ),
    problems.FormsTooLong: lambda: Advice(
        _("These forms are too long to be handed over at once."),
        _("Hand over fewer of them, or read the questions aloud and enter the answers yourself."),
    ),
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
    problems.ScaleImpossible: lambda: Advice(
        _("These answers do not make a scale."),
        _("Give one or more items, a lowest and a highest whole number, and a word for each answer or none."),
    ),
    problems.SourceIsMissing: lambda: Advice(
        _("It does not say where this comes from. A number without a source is not kept."),
        _("Name the paper, the manual or the person."),
    ),
    problems.FigureOffScale: lambda: Advice(
        _("The cut-off or the change lies outside what the score can reach."), _("Look at the ends of the score again.")
    ),
    problems.CheckinStaysOn: lambda: Advice(
        _("The session check-in stays on."), _("Pause measures for a client, on the client’s page, if it is too much.")
    ),
    problems.InstrumentIdTaken: lambda: Advice(
        _("An instrument with this id is there already. Nothing was added."),
        _("Give the file an id of its own; ids that begin with “own_” are kept for measures made here."),
    ),
}
