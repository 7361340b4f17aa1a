"""Words for notes on agreements."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.boundary_events import AdditionKind, Conduct, EventClass
from vitalshift_desktop.domain.worksheets import BeforePart
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _conduct() -> Words:
    return {Conduct.COUNSELOR: _("What you did"), Conduct.CLIENT: _("What the client did")}


def _event_class() -> Words:
    return {
        EventClass.CROSSING_HELPFUL: _("Crossing, helpful"),
        EventClass.CROSSING_NEUTRAL: _("Crossing, neutral"),
        EventClass.CROSSING_HARMFUL: _("Crossing, harmful"),
        EventClass.VIOLATION: _("Violation"),
        EventClass.KEPT: _("Kept"),
        EventClass.STRETCHED: _("Stretched"),
        EventClass.NOT_KEPT: _("Not kept"),
        EventClass.NEEDS_REWORDING: _("Needs rewording"),
    }


def _addition_kind() -> Words:
    return {
        AdditionKind.WORDS: _("Added"),
        AdditionKind.CLASS: _("Classed"),
        AdditionKind.TALKED: _("Talked about with the client"),
        AdditionKind.SET_ASIDE: _("Set aside, written by mistake"),
    }


def _before_part() -> Words:
    return {
        BeforePart.WHAT: _("What do you want to do?"),
        BeforePart.WHY: _("Why?"),
        BeforePart.WHOSE_NEED: _("Whose need does it meet?"),
        BeforePart.ALTERNATIVES: _("What else could be done?"),
        BeforePart.CONSULTED: _("Whom did you ask, and what did they say?"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {
    Conduct: _conduct,
    EventClass: _event_class,
    AdditionKind: _addition_kind,
    BeforePart: _before_part,
}
