"""What can go wrong with what is written down about people."""

from vitalshift_desktop.domain.problems.record import RecordProblem


class HiddenCharacters(RecordProblem):
    """The text holds characters that cannot be seen and change how it reads; nothing was changed."""


class TalkIsMissing(RecordProblem):
    """Another kind of service needs a dated note of the talk about it."""


class LastOfItsKind(RecordProblem):
    """This is the only entry left, and there has to be one."""


class AlreadyAMember(RecordProblem):
    """This client belongs to the joint file already."""


class HoldsMoreThanItsNote(RecordProblem):
    """A session has check-ins, goal ratings or linked goals of the file it lies in, so it cannot go to another one."""


class BreakTooLong(RecordProblem):
    """A break agreed with a client lasts a year at most."""


class NobodyAgreed(RecordProblem):
    """An agreement that nobody agreed to is none."""


class DrawingIsMissing(RecordProblem):
    """Somebody who agreed by drawing has drawn nothing."""


class AgreedByOneOfTwo(RecordProblem):
    """Somebody agreed who consents only together with another, and no other one did."""


class ScanOfAgreement(RecordProblem):
    """This document is the signed page of an agreement; nothing was changed."""
