"""What can go wrong with the measures of the practice and of a client."""

from vitalshift_desktop.domain.problems.record import RecordProblem


class RhythmImpossible(RecordProblem):
    """A measure is given in every session, or in every so many up to 52."""


class MeasureInUse(RecordProblem):
    """The measure is used with this client already."""


class MeasureIsOff(RecordProblem):
    """The measure is switched off, or its licence is not noted yet."""


class MeasuresPaused(RecordProblem):
    """Measures are paused for this client already."""
