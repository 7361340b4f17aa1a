"""What one answer to a critical item is and is not. The text is fixed and can nowhere be changed to a weaker one."""

from vitalshift_desktop.words import _


def caution() -> str:
    """What one answer is and is not, and what to do with it."""
    return _(
        "This is one answer on a questionnaire. It is not a risk assessment and not a diagnosis. "
        "Please review it with the client and follow your own safety protocol."
    )
