"""What can go wrong with consents, releases and who may know what."""

from vitalshift_desktop.domain.problems.record import RecordProblem


class NobodyConsents(RecordProblem):
    """A consent needs somebody who gives it."""


class ConsentsTogether(RecordProblem):
    """One of those who consent together cannot give a consent without another of them."""


class ExplanationIsMissing(RecordProblem):
    """A consent says what was explained before it was given."""


class RecipientIsMissing(RecordProblem):
    """A release names who may be told."""


class ScopeIsMissing(RecordProblem):
    """A release says what may be told, a consent to others being told as well."""


class PurposeIsMissing(RecordProblem):
    """A release says what it is for."""


class NothingToKnow(RecordProblem):
    """Nobody is named who may know anything, or may not."""


class AgreedByIsMissing(RecordProblem):
    """Who agreed on it has to be said."""
