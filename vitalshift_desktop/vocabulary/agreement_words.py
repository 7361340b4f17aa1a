"""Words for agreements and goals."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.agreement_copies import CopyWay
from vitalshift_desktop.domain.agreements import AgreedHow, ClauseState, PartyKind, Topic, WordsOf
from vitalshift_desktop.domain.clause_templates import WordingKind
from vitalshift_desktop.domain.goals import GoalStatus, ProposedBy
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _topic() -> Words:
    return {
        Topic.LENGTH_AND_PLACE: _("Length and place"),
        Topic.FEES: _("Fees"),
        Topic.CANCELLATION: _("Cancellation and lateness"),
        Topic.CONTACT: _("Contact between sessions"),
        Topic.EMERGENCIES: _("Emergencies"),
        Topic.CONFIDENTIALITY: _("Confidentiality and its limits"),
        Topic.SUPERVISION: _("Supervision"),
        Topic.RECORDS: _("Records and how long they are kept"),
        Topic.SOCIAL_MEDIA: _("Social media"),
        Topic.CHANCE_MEETINGS: _("Meeting by chance"),
        Topic.GIFTS: _("Gifts"),
        Topic.TOUCH: _("Touch"),
        Topic.SELF_DISCLOSURE: _("What the counselor shares"),
        Topic.DUAL_RELATIONSHIPS: _("Other relationships"),
        Topic.RECORDING: _("Recording"),
        Topic.ONLINE: _("Online sessions"),
        Topic.MINORS: _("Minors and guardians"),
        Topic.INTERPRETER: _("Interpreter"),
        Topic.ENDINGS: _("Endings"),
    }


def _clause_state() -> Words:
    return {
        ClauseState.PROPOSED: _("Proposed"),
        ClauseState.IN_FORCE: _("In force"),
        ClauseState.REPLACED: _("Replaced"),
        ClauseState.ENDED: _("Ended"),
    }


def _clause_state_in_sentence() -> Words:
    return {
        ClauseState.PROPOSED: _("proposed"),
        ClauseState.IN_FORCE: _("in force"),
        ClauseState.REPLACED: _("replaced"),
        ClauseState.ENDED: _("ended"),
    }


def _words_of() -> Words:
    return {
        WordsOf.CLIENT: _("In the client’s words"),
        WordsOf.COUNSELOR: _("In the counselor’s words"),
        WordsOf.BOTH: _("In words found together"),
    }


def _wording_kind() -> Words:
    return {
        WordingKind.STANDARD: _("Usual wording"),
        WordingKind.PLAIN: _("Plain language"),
        WordingKind.MINORS: _("For children and young people"),
        WordingKind.INTERPRETER: _("With an interpreter"),
        WordingKind.COACHING: _("For coaching"),
        WordingKind.ONLINE: _("For video and phone"),
        WordingKind.OWN: _("My own wording"),
    }


def _agreed_how() -> Words:
    return {AgreedHow.ON_PAPER: _("On paper"), AgreedHow.DRAWN: _("Drawn on the screen"), AgreedHow.VERBAL: _("Spoken")}


def _party_kind() -> Words:
    return {
        PartyKind.CLIENT: _("Client"),
        PartyKind.GUARDIAN: _("Guardian"),
        PartyKind.SUBSTITUTE: _("Substitute decision-maker"),
    }


def _copy_way() -> Words:
    return {
        CopyWay.HANDED_OVER: _("Handed over"),
        CopyWay.BY_POST: _("By post"),
        CopyWay.AS_FILE: _("As a file"),
        CopyWay.SHOWN: _("Shown, not kept"),
    }


def _goal_status() -> Words:
    return {
        GoalStatus.ACTIVE: _("Active"),
        GoalStatus.REACHED: _("Reached"),
        GoalStatus.SET_ASIDE: _("Set aside"),
    }


def _proposed_by() -> Words:
    return {
        ProposedBy.CLIENT: _("Client’s idea"),
        ProposedBy.COUNSELOR: _("Counselor’s idea"),
        ProposedBy.BOTH: _("Found together"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {
    Topic: _topic,
    ClauseState: _clause_state,
    WordsOf: _words_of,
    WordingKind: _wording_kind,
    AgreedHow: _agreed_how,
    PartyKind: _party_kind,
    CopyWay: _copy_way,
    GoalStatus: _goal_status,
    ProposedBy: _proposed_by,
}

IN_SENTENCE: Mapping[type[StrEnum], Callable[[], Words]] = {
    ClauseState: _clause_state_in_sentence,
}
