"""What can go wrong with measures: of the practice, of a client, their forms, files and licences."""

from vitalshift_desktop.domain.problems.record import RecordProblem


class NoSessionToday(RecordProblem):
    """There is no session today in which a form could be handed over."""


class FormsTooLong(RecordProblem):
    """These forms are too long together to be handed over at once."""


class RhythmImpossible(RecordProblem):
    """A measure is given in every session, or in every so many up to 52."""


class MeasureInUse(RecordProblem):
    """The measure is used with this client already."""


class MeasureIsOff(RecordProblem):
    """The measure is switched off, or its licence is not noted yet."""


class MeasuresPaused(RecordProblem):
    """Measures are paused for this client already."""


class AnswerCountWrong(RecordProblem):
    """There is not one answer, or one blank, for each item of the form."""

    def __init__(self, given: int = 0, wanted: int = 0) -> None:
        super().__init__()
        self.given = given
        self.wanted = wanted


class AnswerFlagUnknown(RecordProblem):
    """Something was ticked that this form does not know."""


class NotAnInstrumentFile(RecordProblem):
    """The file is no text, or far too large to define a measure."""


class ScaleImpossible(RecordProblem):
    """The answers of a measure reach from a lower whole number to a higher one, and its items fit to them."""


class SourceIsMissing(RecordProblem):
    """A measure, a cut-off or a change value does not say where it comes from."""


class FigureOffScale(RecordProblem):
    """A cut-off or a change value that the score can never reach."""


class CheckinStaysOn(RecordProblem):
    """The session check-in cannot be switched off."""


class InstrumentIdTaken(RecordProblem):
    """The file has the id of an instrument that is there already."""


class InstrumentFileWrong(RecordProblem):
    """A file does not hold an instrument; `place` is where, `expected` what the format wants there."""

    def __init__(self, place: str = "", expected: str = "") -> None:
        super().__init__()
        self.place = place
        self.expected = expected
