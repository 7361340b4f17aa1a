"""What can go wrong with goals, tasks and agreements."""

from vitalshift_desktop.domain.problems.record import RecordProblem


class ReasonIsMissing(RecordProblem):
    """What was agreed changes only with a reason."""
