"""The groups of the one list: reminders and the reviews that fall due on their own, by their days."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from vitalshift_desktop.domain.due_dates import DueGroup, due_group
from vitalshift_desktop.services.reminder_lines import Most, ReminderGroups, ReminderLine, Which
from vitalshift_desktop.services.review_list import ReviewLine
from vitalshift_desktop.ui.reminders.reminder_list import Group
from vitalshift_desktop.words import _


def fitting(reviews: Sequence[ReviewLine], which: Which) -> tuple[ReviewLine, ...]:
    """The reviews that are listed: among all, among the reviews, and the vault's own among mine."""
    if which in (Which.ALL, Which.REVIEWS):
        return tuple(reviews)
    return tuple(line for line in reviews if line.client is None) if which is Which.MINE else ()


def groups_of(
    reminders: ReminderGroups, reviews: Sequence[ReviewLine], today: date, most: Most
) -> tuple[list[Group], Group]:
    """Overdue, today and this week, and then the later ones; each with as many lines as are shown."""
    by_group: defaultdict[DueGroup, list[ReviewLine]] = defaultdict(list)
    for review in reviews:
        by_group[due_group(review.due_on, today)].append(review)
    read = (reminders.overdue, reminders.today, reminders.this_week, reminders.later)
    found = []
    for (group, heading, tone), lines in zip(_headings(), read, strict=True):
        theirs = by_group[group] if most.later or group is not DueGroup.LATER else []
        shown: list[ReminderLine | ReviewLine] = sorted([*lines, *theirs], key=lambda line: line.due_on)
        count = reminders.count(group) + len(by_group[group])
        found.append(Group(heading, shown[: most.lines], count, tone))
    return found[:3], found[3]


def _headings() -> tuple[tuple[DueGroup, str, str], ...]:
    return (
        (DueGroup.OVERDUE, _("Overdue"), "attn"),
        (DueGroup.TODAY, _("Today"), ""),
        (DueGroup.THIS_WEEK, _("This week"), ""),
        (DueGroup.LATER, _("Later"), ""),
    )
