"""The words of a restore: what is compared, what is left behind, what stays."""

from vitalshift_desktop.domain.backups import ComparedCount
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.restoring import PreparedRestore
from vitalshift_desktop.ui.backup_words import moment_words
from vitalshift_desktop.words import _


def now_words(count: ComparedCount) -> str:
    """How many there are now."""
    return "?" if count.now is None else str(count.now)


def left_behind_words(prepared: PreparedRestore, clock: Clock) -> str:
    """What is not in the backup."""
    made, until = moment_words(prepared.made, clock), prepared.present_until
    if until is None or until <= prepared.made:
        return _("Everything written after {made}.").format(made=made)
    last = moment_words(until, clock)
    return _("Everything written after {made}. The last entry today is of {last}.").format(made=made, last=last)


def kept_words(prepared: PreparedRestore) -> str:
    """What stays."""
    name = prepared.target.name.removesuffix(".vshift")
    return _(
        "Today's records, whole, in a folder beside the vault whose name begins with “{name}.before-restore”. "
        "VitalShift never removes it. Every backup stays as well."
    ).format(name=name)
