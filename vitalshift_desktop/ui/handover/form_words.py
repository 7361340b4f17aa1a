"""What stands around the questions on the client's page."""

from vitalshift_desktop.domain.handovers import HandedForm
from vitalshift_desktop.words import _, ngettext


def read_with_you() -> str:
    """The sentence on every form with a critical item."""
    return _("Your answers are read with you today, not between sessions.")


def heading_of(form: HandedForm) -> str:
    """The head of the page: a question for the check-in, the form's own stem, or its name."""
    if form.is_checkin:
        return _("How was today for you?")
    return form.asks or form.name


def caption_of(form: HandedForm) -> str:
    """One sentence on how to answer."""
    if form.is_checkin:
        return _("Pick a number on each line. There are no wrong answers, and low numbers help too.")
    if form.answer_words:
        return _("Pick one answer on each line. You may leave a line out.")
    return _("Pick a number on each line. You may leave a line out.")


def foot_of(form: HandedForm) -> str:
    """Which form this is, with its notice."""
    if form.is_checkin:
        return _("These are VitalShift’s own questions, not a validated scale.")
    return " ".join(part for part in (f"{form.name}.", form.notice) if part)


def gaps_words(gaps: int, button: str) -> str:
    """Asks once about questions without an answer."""
    words = ngettext(
        "{n} question has no answer. That is fine: press “{button}” again, or fill it in.",
        "{n} questions have no answer. That is fine: press “{button}” again, or fill them in.",
        gaps,
    )
    return words.format(n=gaps, button=button)
