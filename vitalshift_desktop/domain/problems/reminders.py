"""What can go wrong with the rule of a reminder."""

from vitalshift_desktop.domain.problems.record import RecordProblem


class RepeatsNever(RecordProblem):
    """With this rule and this end the reminder would come once and never again."""


class RepeatsTooRarely(RecordProblem):
    """The step from one time to the next is longer than 366 days, weeks, months or sessions."""


class TooManyTimes(RecordProblem):
    """More times than 999."""


class SessionsNeedAClient(RecordProblem):
    """A reminder that follows sessions is about nobody."""


class PutOffToThePast(RecordProblem):
    """The day to which something was put off is over."""


class IsNotOfThisClient(RecordProblem):
    """What a reminder is said to be about belongs to another client."""
