"""What was entered before a form was corrected, in words."""

from vitalshift_desktop.domain.measures.administration import Administration
from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.services.measure_sheet import EnteredForm
from vitalshift_desktop.ui.dates_in_words import day_words, time_words
from vitalshift_desktop.words import _


def history_words(entered: EnteredForm, clock: Clock, *, hidden: bool) -> str:
    """A sentence for each earlier entry, the first one first; the answers left out while somebody may be looking."""
    return " ".join(_entry_words(one, clock, hidden=hidden) for one in (*entered.history, entered.form))


def answers_words(form: Administration) -> str:
    """The answers in the order of the items; a blank is a dash."""
    return " ".join("–" if answer is None else str(answer) for answer in form.answers)


def _entry_words(form: Administration, clock: Clock, *, hidden: bool) -> str:
    at = local(clock, form.recorded_at)
    when = _("{day}, {time}").format(day=day_words(at.date()), time=time_words(at))
    if hidden:
        return _("Entered {when}.").format(when=when)
    return _("Entered {when}: {answers}.").format(when=when, answers=answers_words(form))
