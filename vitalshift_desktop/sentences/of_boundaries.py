"""The words for problems with goals, tasks and agreements."""

from collections.abc import Callable

from vitalshift_desktop.domain import problems
from vitalshift_desktop.sentences.advice import Advice
from vitalshift_desktop.words import _

OF_BOUNDARIES: dict[type, Callable[[], Advice]] = {
    problems.ReasonIsMissing: lambda: Advice(
        _("This was agreed, so a change needs a reason. Nothing was saved."), _("Say in a few words why it changes.")
    ),
}
