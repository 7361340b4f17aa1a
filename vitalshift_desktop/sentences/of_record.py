"""The words for problems of the record that carry no facts."""

from collections.abc import Callable

from vitalshift_desktop.domain import problems
from vitalshift_desktop.sentences.advice import Advice
from vitalshift_desktop.words import _

OF_RECORD: dict[type, Callable[[], Advice]] = {
    problems.NotFound: lambda: Advice(
        _("This is not in the vault any more."), _("Go back to the list and look again.")
    ),
    problems.NameIsMissing: lambda: Advice(_("A client needs a name or a code."), _("Fill in one of the two.")),
    problems.TextIsMissing: lambda: Advice(_("A few words are missing here."), _("Write them and save again.")),
    problems.CodeIsTaken: lambda: Advice(_("Another client already has this code."), _("Choose another code.")),
    problems.TriggerUnusable: lambda: Advice(
        _("A trigger is one short word of letters, digits and hyphens."), _("Choose one such as “plan”.")
    ),
    problems.TriggerIsTaken: lambda: Advice(
        _("Another snippet already has this trigger."), _("Choose another trigger, or change that snippet.")
    ),
    problems.DateIsImpossible: lambda: Advice(_("This date cannot be right."), _("Check the day, month and year.")),
    problems.TextTooLong: lambda: Advice(
        _("This text is longer than the field can hold."), _("Shorten it, or put part of it in another field.")
    ),
    problems.TextNotStorable: lambda: Advice(
        _("This text has a character that cannot be stored."), _("Remove what was pasted last, and type it instead.")
    ),
    problems.StillInUse: lambda: Advice(
        _("This cannot be removed: other entries still refer to it."), _("Remove or change those first.")
    ),
    problems.AmountNotUnderstood: lambda: Advice(
        _("This is no amount of money."), _("Write it in figures, such as 120 or 120.50.")
    ),
    problems.AmountOutOfRange: lambda: Advice(
        _("A fee lies between nothing and a million, and what is due or paid is more than nothing."),
        _("Look at the amount again."),
    ),
    problems.FeeNotAgreed: lambda: Advice(
        _("No fee is agreed for this session. Nothing was recorded."), _("Say the amount, or agree a fee first.")
    ),
    problems.NameIsTaken: lambda: Advice(_("Two of these have the same name."), _("Give each a name of its own.")),
    problems.EpisodeHasEnded: lambda: Advice(
        _("The work with this client has ended."), _("Open a new episode first, from the client’s page.")
    ),
    problems.EpisodeIsOpen: lambda: Advice(
        _("The work with this client is going on."), _("End the episode that is open before another begins.")
    ),
    problems.TwoVersionsInForce: lambda: Advice(
        _("This clause has a version that came into force later. Two versions cannot be in force on the same day."),
        _("Use the day on which that version was agreed, or a later one."),
    ),
    problems.ReviewBeforeStart: lambda: Advice(
        _("The day for looking at it again lies before the day it was agreed."),
        _("Use a later day, or leave it empty."),
    ),
    problems.NotConfirmed: lambda: Advice(
        _("Not everything has been confirmed yet."), _("Look at each line with the client and tick it.")
    ),
    problems.HeadingTwice: lambda: Advice(
        _("Two headings have the same words."), _("Give one of them another name, or remove it.")
    ),
    problems.NoteIsEmpty: lambda: Advice(_("The note is still empty."), _("Write something before you sign.")),
    problems.NoteAlreadySigned: lambda: Advice(
        _("This note is signed and can only be added to."), _("Write an addendum instead.")
    ),
    problems.NoteNotSigned: lambda: Advice(
        _("This note is not signed yet, so it needs no addendum."), _("Change the note itself.")
    ),
    problems.NoteChangedElsewhere: lambda: Advice(
        _("This note was also changed in another place. Both texts are kept."),
        _("Compare them and keep the right one."),
    ),
    problems.SignedTextChanged: lambda: Advice(
        _("The text of this signed note is not the text that was signed."),
        _("Compare it with your newest backup before you rely on it."),
    ),
    problems.AnswerOutOfRange: lambda: Advice(
        _("This answer is not on the scale."), _("Choose a number that the scale shows.")
    ),
    problems.AnswersIncomplete: lambda: Advice(
        _("The check-in still lacks an answer."), _("Fill in every line, then record it.")
    ),
    problems.NothingAnswered: lambda: Advice(
        _("No answer was entered."), _("Enter the answers, or say why there is no measure this session.")
    ),
    problems.AlreadyRecorded: lambda: Advice(
        _("This was recorded before and is kept as it was."), _("Open the earlier entry to look at it.")
    ),
    problems.GlyphMissing: lambda: Advice(
        _("The page has a character that the print fonts lack."), _("Replace the character, then print again.")
    ),
    problems.PrinterFailed: lambda: Advice(
        _("The printer did not take the pages."), _("Check that it is on and has paper, or save a PDF instead.")
    ),
    problems.AttachmentIsEmpty: lambda: Advice(
        _("This file is empty."), _("Look at it in its folder; perhaps the scan did not finish.")
    ),
    problems.AttachmentNotReadable: lambda: Advice(
        _("VitalShift shows attachments itself, and cannot show this kind of file. It was not added."),
        _("Save it as a PDF, a picture or plain text, and add that."),
    ),
    problems.AttachmentIsThere: lambda: Advice(
        _("This client has exactly this file already."), _("Look for it in the list below.")
    ),
    problems.AttachmentIsDamaged: lambda: Advice(
        _("This attachment is not, byte for byte, what was added."),
        _("Check the vault, and compare with your newest backup before you rely on it."),
    ),
    problems.FileNotReadable: lambda: Advice(
        _("This file cannot be read from its drive. Nothing was added."),
        _("Check that the drive is plugged in and the file opens elsewhere, then add it again."),
    ),
}
