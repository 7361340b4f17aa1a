"""Words for consents, releases, and who may know what."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.consents import Assent, ConsentKind, ConsentState, GivenBy, GivenHow
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _kind() -> Words:
    return {
        ConsentKind.THERAPY: _("Therapy itself"),
        ConsentKind.FEES: _("Fees"),
        ConsentKind.ONLINE: _("Online work"),
        ConsentKind.RECORDS: _("Records and privacy"),
        ConsentKind.RECORDING: _("Recording"),
        ConsentKind.SUPERVISION: _("Supervision"),
        ConsentKind.INTERPRETER: _("Interpreter"),
        ConsentKind.THIRD_PARTY: _("Somebody else taking part"),
        ConsentKind.RELEASE: _("Release"),
    }


def _how() -> Words:
    return {
        GivenHow.ON_PAPER: _("On paper"),
        GivenHow.SPOKEN: _("Spoken"),
        GivenHow.BY_MESSAGE: _("By message"),
    }


def _how_in_sentence() -> Words:
    return {
        GivenHow.ON_PAPER: _("on paper"),
        GivenHow.SPOKEN: _("spoken"),
        GivenHow.BY_MESSAGE: _("by message"),
    }


def _given_by() -> Words:
    return {
        GivenBy.CLIENT: _("The client"),
        GivenBy.GUARDIAN: _("Guardian"),
        GivenBy.SUBSTITUTE: _("Substitute decision-maker"),
    }


def _given_by_in_sentence() -> Words:
    return {
        GivenBy.CLIENT: _("the client"),
        GivenBy.GUARDIAN: _("guardian"),
        GivenBy.SUBSTITUTE: _("substitute decision-maker"),
    }


def _assent() -> Words:
    return {
        Assent.NOT_ASKED: _("Not asked"),
        Assent.AGREES: _("Agrees"),
        Assent.UNSURE: _("Not sure"),
        Assent.DOES_NOT_AGREE: _("Does not agree"),
    }


def _assent_in_sentence() -> Words:
    return {
        Assent.NOT_ASKED: _("the client was not asked"),
        Assent.AGREES: _("the client agrees"),
        Assent.UNSURE: _("the client is not sure"),
        Assent.DOES_NOT_AGREE: _("the client does not agree"),
    }


def _state() -> Words:
    return {
        ConsentState.IN_FORCE: _("In force"),
        ConsentState.EXPIRED: _("Expired"),
        ConsentState.WITHDRAWN: _("Taken back"),
        ConsentState.REPLACED: _("Replaced"),
        ConsentState.CORRECTED: _("Put right"),
    }


def _knowledge() -> Words:
    return {
        Knowledge.ATTENDANCE: _("Which sessions took place"),
        Knowledge.FEES: _("Fees"),
        Knowledge.GOALS: _("Goals"),
        Knowledge.HOW_IT_GOES: _("How it goes in general"),
        Knowledge.SAFETY: _("Worries about safety"),
        Knowledge.MEASURES: _("Forms and their results"),
        Knowledge.SAID: _("What is said in sessions"),
        Knowledge.LETTERS: _("Letters and reports"),
    }


def _answer() -> Words:
    return {
        KnowAnswer.MAY_KNOW: _("May know"),
        KnowAnswer.ASK_FIRST: _("Ask the client first"),
        KnowAnswer.NOT: _("Not"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {
    ConsentKind: _kind,
    GivenHow: _how,
    GivenBy: _given_by,
    Assent: _assent,
    ConsentState: _state,
    Knowledge: _knowledge,
    KnowAnswer: _answer,
}

IN_SENTENCE: Mapping[type[StrEnum], Callable[[], Words]] = {
    GivenHow: _how_in_sentence,
    GivenBy: _given_by_in_sentence,
    Assent: _assent_in_sentence,
}
