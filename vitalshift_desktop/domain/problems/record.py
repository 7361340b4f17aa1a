"""What can go wrong with the record."""

from vitalshift_desktop.domain.problems.problem import Problem


class RecordProblem(Problem):
    """The act does not fit the record."""


class NotFound(RecordProblem):
    """The thing asked for is not in the vault."""


class NameIsMissing(RecordProblem):
    """A client needs a name or a code."""


class TextIsMissing(RecordProblem):
    """A few words are needed here: a wording, a title, a reason or a note."""


class CodeIsTaken(RecordProblem):
    """Another client already has this code."""


class TriggerUnusable(RecordProblem):
    """A snippet's trigger may only have letters, digits and hyphens."""


class TriggerIsTaken(RecordProblem):
    """Another snippet already has this trigger."""


class DateIsImpossible(RecordProblem):
    """A date lies where it cannot, such as a birth in the future."""


class TextTooLong(RecordProblem):
    """The text is longer than a field can hold."""


class TextNotStorable(RecordProblem):
    """The text holds a broken character that cannot be written down; nothing was changed."""


class StillInUse(RecordProblem):
    """Other records hang on this, so it cannot be taken out."""


class SessionsClash(RecordProblem):
    """The time overlaps another session."""

    def __init__(self, other: object = None) -> None:
        super().__init__()
        self.other = other


class AmountNotUnderstood(RecordProblem):
    """What was typed is no amount of money."""


class AmountOutOfRange(RecordProblem):
    """An amount of money below zero, or higher than a fee can be."""


class FeeNotAgreed(RecordProblem):
    """No fee is agreed for this session, so an amount has to be said."""


class NameIsTaken(RecordProblem):
    """Two of these would have the same name."""


class EpisodeHasEnded(RecordProblem):
    """The work with this client has ended; an episode has to be opened first."""


class EpisodeIsOpen(RecordProblem):
    """The work with this client goes on; there is an open episode already."""


class NotConfirmed(RecordProblem):
    """Something that has to be looked at again was not ticked yet."""


class StandingClashes(RecordProblem):
    """Sessions of a standing appointment overlap others: pairs of the wanted session and the one in its way."""

    def __init__(self, clashes: tuple[tuple[object, object], ...] = ()) -> None:
        super().__init__()
        self.clashes = clashes


class SessionIsAhead(RecordProblem):
    """Nobody can have come to a session whose day has not come yet."""

    def __init__(self, session: object = None) -> None:
        super().__init__()
        self.session = session


class PracticeIsClosed(RecordProblem):
    """The practice is closed on the day that was asked for."""

    def __init__(self, closure: object = None) -> None:
        super().__init__()
        self.closure = closure


class SessionTooShort(RecordProblem):
    """A session lasts five minutes at least."""


class SessionTooLong(RecordProblem):
    """A session lasts twelve hours at most."""


class EndsBeforeItStarts(RecordProblem):
    """The last day lies before the first."""


class ClosureTooLong(RecordProblem):
    """A practice is closed for a year at most."""


class HeadingTwice(RecordProblem):
    """A note template has two headings with the same words."""


class NoteIsEmpty(RecordProblem):
    """There is nothing to sign."""


class NoteAlreadySigned(RecordProblem):
    """A signed note can only be added to."""


class NoteNotSigned(RecordProblem):
    """Only a signed note takes an addendum."""


class NoteChangedElsewhere(RecordProblem):
    """The note was saved from another place since it was opened here."""


class SignedTextChanged(RecordProblem):
    """The text no longer matches the fingerprint made when it was signed."""


class AnswerOutOfRange(RecordProblem):
    """An answer lies outside the scale of the instrument."""


class AnswersIncomplete(RecordProblem):
    """A check-in needs all its answers."""


class NothingAnswered(RecordProblem):
    """A form without a single answer says nothing."""


class AlreadyRecorded(RecordProblem):
    """This was recorded already and is kept."""


class GlyphMissing(Problem):
    """The page holds a character that the print fonts do not have."""


class PrinterFailed(Problem):
    """The printer did not take the pages."""


class AttachmentIsEmpty(RecordProblem):
    """A file without a single byte."""


class AttachmentTooLarge(RecordProblem):
    """The file holds more bytes than one attachment may."""

    def __init__(self, size: int, largest: int) -> None:
        super().__init__()
        self.size = size
        self.largest = largest


class AttachmentNotReadable(RecordProblem):
    """A kind of file that the app could not show: neither a PDF nor a picture nor plain text."""


class AttachmentNotOpening(RecordProblem):
    """The file is a PDF or a picture, but it does not open: damaged, or with a password of its own."""

    def __init__(self, *, wants_password: bool = False) -> None:
        super().__init__()
        self.wants_password = wants_password


class AttachmentIsThere(RecordProblem):
    """The client has exactly this file already."""


class AttachmentIsDamaged(RecordProblem):
    """The content in the vault is not what was added."""


class FileNotReadable(RecordProblem):
    """The file that was chosen cannot be read from its drive."""


class TwoVersionsInForce(RecordProblem):
    """A version of a clause would begin before the one in force did, so that both would hold on one day."""

    def __init__(self, version: object = None) -> None:
        super().__init__()
        self.version = version


class ReviewBeforeStart(RecordProblem):
    """A day for looking at a clause again that lies before the day it was agreed."""
