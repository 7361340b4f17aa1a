"""Words for contact notes and for what belongs, or does not belong, in a process note."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.contacts import Channel, ContactKind, Direction, StartedBy
from vitalshift_desktop.domain.jurisdictions import BelongsElsewhere
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _kind() -> Words:
    return {
        ContactKind.CALL: _("Call"),
        ContactKind.MESSAGE: _("Message"),
        ContactKind.CHANCE_MEETING: _("Chance meeting"),
        ContactKind.GIFT_OFFERED: _("Gift offered"),
        ContactKind.THIRD_PARTY: _("Third party"),
        ContactKind.OTHER: _("Other contact"),
    }


def _channel() -> Words:
    return {
        Channel.PHONE: _("Phone"),
        Channel.MESSAGE: _("Text message"),
        Channel.EMAIL: _("E-mail"),
        Channel.LETTER: _("Letter"),
        Channel.IN_PERSON: _("In person"),
        Channel.OTHER: _("Another way"),
    }


def _channel_in_sentence() -> Words:
    return {
        Channel.PHONE: _("by phone"),
        Channel.MESSAGE: _("by text message"),
        Channel.EMAIL: _("by e-mail"),
        Channel.LETTER: _("by letter"),
        Channel.IN_PERSON: _("in person"),
        Channel.OTHER: _("another way"),
    }


def _direction() -> Words:
    return {Direction.IN: _("Came in"), Direction.OUT: _("Went out")}


def _started_by() -> Words:
    return {
        StartedBy.CLIENT: _("Client"),
        StartedBy.COUNSELOR: _("You"),
        StartedBy.THIRD_PARTY: _("Somebody else"),
    }


def _started_by_in_sentence() -> Words:
    return {
        StartedBy.CLIENT: _("started by the client"),
        StartedBy.COUNSELOR: _("started by you"),
        StartedBy.THIRD_PARTY: _("started by somebody else"),
    }


def _elsewhere() -> Words:
    return {
        BelongsElsewhere.TIMES: _("Times"),
        BelongsElsewhere.MODALITY: _("Modality"),
        BelongsElsewhere.TEST_RESULTS: _("Test results"),
        BelongsElsewhere.DIAGNOSIS: _("Diagnosis"),
        BelongsElsewhere.PLAN: _("Plan"),
        BelongsElsewhere.SYMPTOMS: _("Symptoms"),
        BelongsElsewhere.PROGRESS: _("Progress"),
    }


def _elsewhere_in_sentence() -> Words:
    return {
        BelongsElsewhere.TIMES: _("times"),
        BelongsElsewhere.MODALITY: _("modality"),
        BelongsElsewhere.TEST_RESULTS: _("test results"),
        BelongsElsewhere.DIAGNOSIS: _("diagnosis"),
        BelongsElsewhere.PLAN: _("plan"),
        BelongsElsewhere.SYMPTOMS: _("symptoms"),
        BelongsElsewhere.PROGRESS: _("progress"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {
    ContactKind: _kind,
    Channel: _channel,
    Direction: _direction,
    StartedBy: _started_by,
    BelongsElsewhere: _elsewhere,
}

IN_SENTENCE: Mapping[type[StrEnum], Callable[[], Words]] = {
    Channel: _channel_in_sentence,
    StartedBy: _started_by_in_sentence,
    BelongsElsewhere: _elsewhere_in_sentence,
}
