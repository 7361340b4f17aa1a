"""What can go wrong with notes on agreements."""

from vitalshift_desktop.domain.problems.record import RecordProblem


class NoClauseThatDay(RecordProblem):
    """The clause was not in force on the day the note is about."""


class ClassIsOfOthers(RecordProblem):
    """Crossing and violation are for the counselor's own conduct, the other classes for the client's."""


class DistressIsNoEvent(RecordProblem):
    """What a client does in an emergency is no note on an agreement."""


class AgreementPermitsIt(RecordProblem):
    """The version in force that day permitted the contact."""


class WorksheetIsOpen(RecordProblem):
    """A worksheet that is not closed is changed, not added to."""


class HoursAreImpossible(RecordProblem):
    """Hours need at least one weekday, and end after they begin."""
