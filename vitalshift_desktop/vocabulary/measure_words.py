"""Words for measures, marks and reminders."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.alliance import Series
from vitalshift_desktop.domain.due_dates import DueGroup, LaterKind
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.measures.administration import AdministrationState, HowGiven, Rater
from vitalshift_desktop.domain.measures.early import EarlyReason
from vitalshift_desktop.domain.measures.marked_drop import MarkKind
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.phases import DotKind
from vitalshift_desktop.domain.reminders import Counted, Outcome, ReminderKind, RepeatUnit
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _rater() -> Words:
    return {Rater.CLIENT: _("Client"), Rater.COUNSELOR: _("You"), Rater.GUARDIAN: _("Guardian")}


def _how_given() -> Words:
    return {
        HowGiven.ALONE: _("Alone"),
        HowGiven.READ_ALOUD: _("Read aloud"),
        HowGiven.INTERPRETER: _("Through the interpreter"),
        HowGiven.PHONE_OR_VIDEO: _("By phone or video"),
        HowGiven.PARENT_PRESENT: _("Parent present"),
    }


def _administration_state() -> Words:
    return {
        AdministrationState.ANSWERED: _("Answered"),
        AdministrationState.SKIPPED: _("Skipped"),
        AdministrationState.CORRECTED: _("Corrected later"),
    }


def _not_given() -> Words:
    return {
        NotGivenReason.DECLINED: _("Declined"),
        NotGivenReason.FORGOT: _("Forgot"),
        NotGivenReason.NOT_SUITABLE: _("Not suitable"),
        NotGivenReason.OTHER: _("Another reason"),
    }


def _series() -> Words:
    return {
        Series.SCORE: _("Score"),
        Series.GOALS: _("Goals"),
        Series.TASKS: _("Tasks"),
        Series.BOND: _("Bond"),
        Series.VOICE: _("Voice"),
    }


def _mark_kind() -> Words:
    return {MarkKind.BELOW_RANGE: _("Marked drop"), MarkKind.FALL: _("Fall since the session before")}


def _early_reason() -> Words:
    return {
        EarlyReason.LOWEST_FIFTH: _("In the lowest fifth of your early check-ins"),
        EarlyReason.UNDER_YOUR_THRESHOLD: _("Under the number you set"),
        EarlyReason.FELL: _("Fell since the session before"),
    }


def _dot_kind() -> Words:
    return {
        DotKind.HELD: _("Session"),
        DotKind.DROP: _("Marked drop"),
        DotKind.RUPTURE: _("Rupture"),
        DotKind.TALKED: _("Talked through"),
        DotKind.NEXT: _("Next session"),
    }


def _flag_kind() -> Words:
    return {
        FlagKind.ANSWER_TO_REVIEW: _("Answer to review"),
        FlagKind.MARKED_DROP: _("Marked drop"),
        FlagKind.LOW_EARLY_CHECKIN: _("Low early check-in"),
        FlagKind.WORSE_SCORE: _("Score worse than at the start"),
        FlagKind.AGREEMENT_TO_LOOK_AT: _("Agreement to look at again"),
        FlagKind.LONG_SILENCE: _("Quiet for longer than agreed"),
    }


def _reminder_kind() -> Words:
    return {ReminderKind.CHECK_IN: _("Check-in"), ReminderKind.TASK: _("Task"), ReminderKind.REVIEW: _("Review")}


def _repeat_unit() -> Words:
    return {
        RepeatUnit.DAYS: _("Days"),
        RepeatUnit.WEEKS: _("Weeks"),
        RepeatUnit.MONTHS: _("Months"),
        RepeatUnit.SESSIONS: _("Sessions"),
    }


def _counted() -> Words:
    return {Counted.CALENDAR: _("By the calendar"), Counted.DONE: _("From the day it is done")}


def _outcome() -> Words:
    return {Outcome.DONE: _("Done"), Outcome.LATER: _("Put off"), Outcome.SKIPPED: _("Skipped")}


def _due_group() -> Words:
    return {
        DueGroup.OVERDUE: _("Overdue"),
        DueGroup.TODAY: _("Today"),
        DueGroup.THIS_WEEK: _("This week"),
        DueGroup.LATER: _("Later"),
    }


def _later_kind() -> Words:
    return {
        LaterKind.NEXT_SESSION: _("With the next session"),
        LaterKind.TOMORROW: _("Tomorrow"),
        LaterKind.NEXT_WEEK: _("Next week"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {
    Rater: _rater,
    HowGiven: _how_given,
    AdministrationState: _administration_state,
    NotGivenReason: _not_given,
    Series: _series,
    MarkKind: _mark_kind,
    EarlyReason: _early_reason,
    DotKind: _dot_kind,
    FlagKind: _flag_kind,
    ReminderKind: _reminder_kind,
    RepeatUnit: _repeat_unit,
    Counted: _counted,
    Outcome: _outcome,
    DueGroup: _due_group,
    LaterKind: _later_kind,
}
