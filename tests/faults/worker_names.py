"""Names and words that the worker and its tests share."""

from vitalshift_desktop.vault.keys.recovery import RecoveryCode

LAST_DAY = "2026-03-01"


def passphrase(number: int) -> str:
    """The passphrase after this many changes."""
    return f"seven green kettles sing {number}"


def note_text(number: int) -> str:
    """What stands under each heading of a note."""
    return f"Round {number}. " * 300


def new_code(number: int) -> RecoveryCode:
    """The recovery code after this many changes of the vault key."""
    return RecoveryCode(number.to_bytes(16))
