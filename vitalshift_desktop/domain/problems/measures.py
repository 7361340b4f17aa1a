"""What can go wrong with measures: of the practice, of a client, their forms, files and licences."""

from vitalshift_desktop.domain.problems.record import RecordProblem


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
