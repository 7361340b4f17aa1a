"""Every term of the practice that is shown has its words."""

from enum import StrEnum

import pytest

from vitalshift_desktop import vocabulary
from vitalshift_desktop.domain.agreement_copies import CopyWay
from vitalshift_desktop.domain.agreements import AgreedHow, ClauseState, PartyKind, Topic, WordsOf
from vitalshift_desktop.domain.alliance import Series
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.chart_entries import Known
from vitalshift_desktop.domain.clients import ClientStatus, Phase, ServiceType
from vitalshift_desktop.domain.commitment_kept import KeptKind
from vitalshift_desktop.domain.contacts import Channel, ContactKind, Direction, StartedBy
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.due_dates import DueGroup, LaterKind
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.goals import GoalStatus, ProposedBy
from vitalshift_desktop.domain.jurisdictions import BelongsElsewhere
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.administration import AdministrationState, HowGiven, Rater
from vitalshift_desktop.domain.measures.early import EarlyReason
from vitalshift_desktop.domain.measures.marked_drop import MarkKind
from vitalshift_desktop.domain.notes import AdditionKind, Section
from vitalshift_desktop.domain.outreach import Reply
from vitalshift_desktop.domain.phases import DotKind
from vitalshift_desktop.domain.practice import Paper, ShownAs
from vitalshift_desktop.domain.progress import Audience
from vitalshift_desktop.domain.record_search import EntryKind
from vitalshift_desktop.domain.reminders import Outcome, ReminderKind, Repeat, RepeatUnit
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.domain.time_away import AwayKind

_SHOWN: tuple[type[StrEnum], ...] = (
    AdministrationState, AgreedHow, Attendance, Audience, AwayKind, BelongsElsewhere, CancelledBy, Channel, ClauseState,
    ClientStatus, ContactKind, CopyWay, Direction, DotKind, DueGroup,
    EarlyReason, EntryKind, FlagKind,
    GoalStatus, HowGiven, KeptKind, Known, LaterKind, MarkClass, MarkKind, Modality, Outcome, Outlet, Paper, Phase,
    PartyKind, ProposedBy, Rater, ReminderKind, RepeatUnit, Reply, Series, ServiceType, ShownAs, StartedBy, Subject,
    AdditionKind, Topic, WordsOf,
)  # fmt: skip
# The counselor's own words, once they class a mark.
_NAMED_BY_THE_COUNSELOR = (DotKind.RUPTURE, MarkClass.NONE)
_AVOIDED = ("patient", "rupture", "repair", "weak", "strong", "alert", "detected", "!", "please", "_")


@pytest.mark.parametrize("terms", _SHOWN, ids=lambda terms: terms.__name__)
def test_every_member_has_words_of_its_own(terms: type[StrEnum]) -> None:
    words = [vocabulary.label(member) for member in terms]
    assert all(word and word[0].isupper() for word in words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("terms", _SHOWN, ids=lambda terms: terms.__name__)
def test_no_term_uses_a_word_that_is_to_be_avoided(terms: type[StrEnum]) -> None:
    for member in (one for one in terms if one not in _NAMED_BY_THE_COUNSELOR):
        assert not [word for word in _AVOIDED if word in vocabulary.label(member).casefold()], member


@pytest.mark.parametrize(
    "terms", [Attendance, BelongsElsewhere, Channel, ClauseState, Modality, ServiceType, StartedBy]
)
def test_words_inside_a_sentence_begin_small(terms: type[StrEnum]) -> None:
    assert all(vocabulary.in_sentence(member)[0].islower() for member in terms)


def test_two_terms_with_the_same_key_keep_their_own_words() -> None:
    assert (vocabulary.label(Rater.CLIENT), vocabulary.label(CancelledBy.CLIENT)) == ("Client", "Canceled by client")
    assert vocabulary.label(Rater.COUNSELOR) == "You"


def test_a_term_that_is_never_shown_has_no_words() -> None:
    with pytest.raises(KeyError):
        vocabulary.label(AuditAct.NOTE_SIGNED)


@pytest.mark.parametrize(
    ("repeat", "words"),
    [
        (None, "Once"),
        (Repeat(1, RepeatUnit.DAYS), "Every day"),
        (Repeat(1, RepeatUnit.WEEKS), "Every week"),
        (Repeat(2, RepeatUnit.WEEKS), "Every 2 weeks"),
        (Repeat(6, RepeatUnit.MONTHS), "Every 6 months"),
        (Repeat(1, RepeatUnit.SESSIONS), "Every session"),
        (Repeat(4, RepeatUnit.SESSIONS), "Every 4 sessions"),
    ],
)
def test_a_repetition_is_said_in_words(repeat: Repeat | None, words: str) -> None:
    assert vocabulary.repeat_words(repeat) == words


def test_a_heading_says_its_own_words_and_one_without_any_what_its_key_stood_for() -> None:
    assert vocabulary.heading_words(Section("data", "", "What was said")) == "What was said"
    assert [vocabulary.heading_words(Section(key)) for key in ("text", "data", "assessment", "plan")] == [
        "Note", "Data", "Assessment", "Plan",
    ]  # fmt: skip
