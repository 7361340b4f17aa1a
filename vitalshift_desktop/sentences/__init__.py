"""What each problem is called in plain words, and what to do next."""

from functools import singledispatch

from vitalshift_desktop.domain import problems
from vitalshift_desktop.sentences.advice import Advice as Advice
from vitalshift_desktop.sentences.of_agreement_notes import OF_AGREEMENT_NOTES
from vitalshift_desktop.sentences.of_boundaries import OF_BOUNDARIES
from vitalshift_desktop.sentences.of_calendar import OF_CALENDAR
from vitalshift_desktop.sentences.of_consents import OF_CONSENTS
from vitalshift_desktop.sentences.of_measures import OF_MEASURES
from vitalshift_desktop.sentences.of_people import OF_PEOPLE
from vitalshift_desktop.sentences.of_record import OF_RECORD
from vitalshift_desktop.sentences.of_vault import OF_VAULT
from vitalshift_desktop.words import _, ngettext

PLAIN = {
    **OF_VAULT,
    **OF_RECORD,
    **OF_CALENDAR,
    **OF_PEOPLE,
    **OF_CONSENTS,
    **OF_MEASURES,
    **OF_BOUNDARIES,
    **OF_AGREEMENT_NOTES,
}


def sentence(problem: problems.Problem) -> Advice:
    """The words for a problem, in the counselor's language."""
    return _with_facts(problem)


@singledispatch
def _with_facts(problem: problems.Problem) -> Advice:
    for kind in type(problem).__mro__:
        if kind in PLAIN:
            return PLAIN[kind]()
    return Advice(_("Something stood in the way."), _("Try it again."))


@_with_facts.register
def _too_many_tries(problem: problems.TooManyTries) -> Advice:
    wait = ngettext("Wait {n} second, then try again.", "Wait {n} seconds, then try again.", problem.seconds)
    return Advice(
        _("Several passphrases did not match. Your records are safe."),
        wait.format(n=problem.seconds) + " " + _("The recovery code works at any time."),
    )


@_with_facts.register
def _recovery_code_typo(problem: problems.RecoveryCodeTypo) -> Advice:
    what = _("This is not quite a recovery code.")
    if not problem.groups:
        return Advice(what, _("Compare it with your recovery sheet: eight groups of four characters."))
    groups = ", ".join(str(group) for group in problem.groups)
    check = ngettext("Check group {groups}.", "Check groups {groups}.", len(problem.groups))
    return Advice(what, check.format(groups=groups))


@_with_facts.register
def _vault_in_use(problem: problems.VaultInUse) -> Advice:
    if problem.other_computer:
        what = _("This vault is open on another computer, {host}.").format(host=problem.host)
        return Advice(
            what, _("Lock it there first. A vault in a synced folder can be damaged by two computers at once.")
        )
    if problem.pid is not None:
        what = _("This vault is already open in another VitalShift window (process {pid}).").format(pid=problem.pid)
        return Advice(what, _("Use that window, or close it and try again."))
    return Advice(_("Another program is using this vault."), _("Close it and try again. Your records are fine."))


@_with_facts.register
def _audit_trail_broken(problem: problems.AuditTrailBroken) -> Advice:
    # All words of the practice hang on these; the first page opens without them.
    from vitalshift_desktop.vocabulary.check_words import break_words

    what = break_words(problem.kind, problem.entry)
    return Advice(what, _("Write down today's date, and compare with your newest backup."))


@_with_facts.register
def _no_room_to_encrypt(problem: problems.NoRoomToEncrypt) -> Advice:
    what = _("Changing the vault key needs {needed} MB of room on this drive, and {free} MB are free.")
    sizes = {"needed": -(-problem.needed // 10**6), "free": problem.free // 10**6}
    return Advice(
        what.format(**sizes) + " " + _("Nothing was changed."), _("Free some space on the drive, then try again.")
    )


@_with_facts.register
def _instrument_file_wrong(problem: problems.InstrumentFileWrong) -> Advice:
    what = _("This file does not hold an instrument that can be used. Nothing was added.")
    if not problem.place:
        return Advice(what, _("Choose another file."))
    return Advice(what, _("Look at “{place}”: {expected}.").format(place=problem.place, expected=problem.expected))


@_with_facts.register
def _attachment_too_large(problem: problems.AttachmentTooLarge) -> Advice:
    what = _("This file has {size} MB; an attachment may have {largest}. It was not added.")
    sizes = {"size": -(-problem.size // 10**6), "largest": problem.largest // 10**6}
    return Advice(what.format(**sizes), _("Scan it in black and white or with fewer dots, or add it in parts."))


@_with_facts.register
def _attachment_not_opening(problem: problems.AttachmentNotOpening) -> Advice:
    if problem.wants_password:
        what = _("This PDF has a password of its own, so VitalShift could not show it. It was not added.")
        return Advice(what, _("Save a copy without the password, and add that."))
    return Advice(_("This file does not open: it is damaged. It was not added."), _("Scan or save it again."))
