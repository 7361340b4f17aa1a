"""What one answer to a critical item is and is not. The text is fixed and can nowhere be changed to a weaker one."""

from vitalshift_desktop.words import _


def caution(*, is_blank: bool = False) -> str:
    """What one answer is and is not, and what to do with it; a blank is no answer, and least of all one of 0."""
    if is_blank:
        return _(
            "A blank is not an answer of 0. This is one item of a questionnaire; it is not a risk assessment and not a "
            "diagnosis. Please review it with the client and follow your own safety protocol."
        )
    return _(
        "This is one answer on a questionnaire. It is not a risk assessment and not a diagnosis. "
        "Please review it with the client and follow your own safety protocol."
    )
