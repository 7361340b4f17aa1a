"""Tasks and the ledger in words."""

from collections.abc import Sequence
from datetime import date

from vitalshift_desktop.domain.goal_ledger import Thread, Untouched
from vitalshift_desktop.domain.goals import Goal
from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskDoer, TaskKind
from vitalshift_desktop.ui.dates_in_words import near
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext


def answer_words(task: Task, today: date) -> str:
    """What the client said and when, such as "Agreed 10 Mar"."""
    details = task.details
    if details.answered_on is None:
        return label(details.answer)
    words = _("Agreed {day}") if details.answer is TaskAnswer.AGREED else _("Declined {day}")
    return words.format(day=near(details.answered_on, today))


def who_and_where(task: Task, name: str) -> str:
    """Who does it and where, unless it is the client between sessions, as most are; such as "Maren, in the session"."""
    details = task.details
    if details.kind is TaskKind.METHOD:
        who = name if details.doer is TaskDoer.CLIENT else _("you")
        return _("{who}, in the session").format(who=who)
    return _("yours to do") if details.doer is TaskDoer.COUNSELOR else ""


def when_words(task: Task, today: date) -> tuple[str, str]:
    """By when it is to be done, or when it was, and the tone of the words."""
    if task.done_on is not None:
        return _("done {day}").format(day=near(task.done_on, today)), "2"
    due = task.details.due_on
    if due is None:
        return "", ""
    if task.is_late(today):
        return _("was due {day}").format(day=near(due, today)), "attn"
    return _("by {day}").format(day=near(due, today)), "2"


def thread_words(thread: Thread) -> str:
    """How often and when the sessions worked on a goal."""
    if not thread.worked:
        if not thread.since:
            return _("No session has worked on it yet.")
        return ngettext(
            "Not worked on in {n} session since it was written down.",
            "Not worked on in {n} sessions since it was written down.",
            thread.since,
        ).format(n=thread.since)
    count = len(thread.worked)
    words = ngettext("Worked on in {n} session", "Worked on in {n} sessions", count).format(n=count)
    if not thread.since:
        return _("{words}, also in the last one.").format(words=words)
    since = ngettext("{words}; {n} session since then.", "{words}; {n} sessions since then.", thread.since)
    return since.format(words=words, n=thread.since)


def untouched_words(found: Untouched) -> str:
    """Why a goal is listed as not worked on."""
    if not found.ever:
        words = ngettext(
            "not worked on yet, {n} session since it was written down",
            "not worked on yet, {n} sessions since it was written down",
            found.sessions,
        )
    else:
        words = ngettext("not in the last session", "not in the last {n} sessions", found.sessions)
    return words.format(n=found.sessions)


def never_words(task: Task, goals: Sequence[Goal]) -> str:
    """What the client said to a task that was never agreed, and for which goal it is."""
    said = _("declined") if task.details.answer is TaskAnswer.DECLINED else _("proposed")
    name = next((goal.name for goal in goals if goal.id == task.goal_id), "")
    return _("{said}, for: {goal}").format(said=said, goal=name)
