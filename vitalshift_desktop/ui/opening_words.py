"""What was noticed while the vault was opened, in words."""

from collections.abc import Iterable

from vitalshift_desktop.domain.vaults import VaultWarning, WarningKind
from vitalshift_desktop.words import _


def opening_words(warnings: Iterable[VaultWarning]) -> str:
    """One sentence and its next step for the gravest thing noticed; empty when there is nothing to say."""
    kinds = {warning.kind for warning in warnings}
    return next((words() for kind, words in _GRAVEST_FIRST.items() if kind in kinds), "")


def _changed_outside() -> str:
    return _(
        "The records were changed by something other than VitalShift since they were last closed. "
        "Open “Check my vault” in the File menu, and compare with your newest backup before you rely on them."
    )


def _seal_removed() -> str:
    return _(
        "The seal that VitalShift sets when it locks is missing. Your records were checked and opened; "
        "make a backup now."
    )


def _conflict_copies() -> str:
    return _(
        "A sync service left second versions of the vault’s files beside the records. They are not used and not "
        "removed. Look at “Place” on the vault page, and make a backup."
    )


_GRAVEST_FIRST = {
    WarningKind.SEAL_FORGED: _changed_outside,
    WarningKind.ANCHOR_FORGED: _changed_outside,
    WarningKind.CHANGED_OUTSIDE: _changed_outside,
    WarningKind.SEAL_REMOVED: _seal_removed,
    WarningKind.CONFLICT_COPIES: _conflict_copies,
}
