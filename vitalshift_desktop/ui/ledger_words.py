"""Open tasks, and what is open between goals and tasks, in a few words beside a session."""

from vitalshift_desktop.domain.goal_ledger import Ledger
from vitalshift_desktop.domain.tasks import Task, TaskDoer
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.words import _, ngettext


def task_words(task: Task, client: str) -> str:
    """Who promised it, by when, and whether the client agreed, such as "Maren, by 19 Mar"."""
    who = client if task.details.doer is TaskDoer.CLIENT else _("You")
    due = task.details.due_on
    parts = [who if due is None else _("{who}, by {day}").format(who=who, day=short_day(due))]
    if not task.is_agreed:
        parts.append(_("not agreed yet"))
    return " · ".join(parts)


def ledger_words(found: Ledger) -> str:
    """What is open in counts, such as "1 without an agreed task; 2 tasks never agreed"; "" for nothing."""
    without, never, left = len(found.without_task), len(found.never_agreed), len(found.untouched)
    parts = []
    if without:
        parts.append(ngettext("{n} without an agreed task", "{n} without an agreed task", without).format(n=without))
    if never:
        parts.append(ngettext("{n} task never agreed", "{n} tasks never agreed", never).format(n=never))
    if left:
        parts.append(ngettext("{n} not worked on lately", "{n} not worked on lately", left).format(n=left))
    return "; ".join(parts)
