"""What the timeline says about each thing that happened."""

from dataclasses import dataclass

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.attachments import Attachment
from vitalshift_desktop.domain.boundary_events import BoundaryEvent
from vitalshift_desktop.domain.clients import ClientStatus, Phase
from vitalshift_desktop.domain.commitments import AgreedBreak, Commitment
from vitalshift_desktop.domain.consultations import Consultation
from vitalshift_desktop.domain.contacts import ContactNote
from vitalshift_desktop.domain.dated_words import RiskWord, ServiceTalk
from vitalshift_desktop.domain.episodes import Episode
from vitalshift_desktop.domain.goals import Goal
from vitalshift_desktop.domain.measures.not_given import NotGiven
from vitalshift_desktop.domain.safety_plans import SafetyPlanVersion
from vitalshift_desktop.domain.worksheets import Worksheet
from vitalshift_desktop.services.timeline_entries import TimelineEntry, TimelineGroup, TimelineKind, TimelineMark
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.score_words import line_words, mean_words
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.vocabulary.commitment_words import terms_words
from vitalshift_desktop.words import _

_LINKS = frozenset(
    {
        TimelineKind.SESSION,
        TimelineKind.CONTACT,
        TimelineKind.DOCUMENT,
        TimelineKind.AGREEMENT,
        TimelineKind.GOAL,
        TimelineKind.SAFETY_PLAN,
        TimelineKind.COMMITMENT,
        TimelineKind.BREAK,
        TimelineKind.BOUNDARY_EVENT,
        TimelineKind.WORKSHEET,
        TimelineKind.CONSULTATION,
        TimelineKind.SCORE,
        TimelineKind.NOT_GIVEN,
    }
)


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One entry in words: a title, what stands beside it, and the record's own words below."""

    title: str
    beside: str = ""
    record: str = ""


def entry_words(entry: TimelineEntry) -> TimelineLine:
    """The words of one entry."""
    if entry.kind is TimelineKind.SESSION:
        return TimelineLine(_("Session {n}").format(n=entry.session_no), _session(entry), entry.summary)
    if entry.kind is TimelineKind.MISSED and entry.attendance is not None:
        return TimelineLine(_("Session"), in_sentence(entry.attendance), entry.summary)
    return _agreed(entry) or _happened(entry)


def group_words(group: TimelineGroup | None) -> str:
    """A group to narrow the timeline down to; None is everything."""
    if group is None:
        return _("Everything")
    return {
        TimelineGroup.SESSIONS: _("Sessions"),
        TimelineGroup.CONTACTS: _("Contacts"),
        TimelineGroup.SCORES: _("Check-ins and scores"),
        TimelineGroup.AGREED: _("Goals, agreements, safety plan"),
        TimelineGroup.COURSE: _("Episodes, phases, status, service"),
        TimelineGroup.DOCUMENTS: _("Documents"),
    }[group]


def is_a_link(entry: TimelineEntry) -> bool:
    """Whether there is a page about the entry to go to."""
    return entry.kind in _LINKS


def entry_day(entry: TimelineEntry, this_year: int) -> str:
    """The day, with its year when that is another one."""
    day = short_day(entry.day)
    return day if entry.day.year == this_year else _("{day} {year}").format(day=day, year=entry.day.year)


def _agreed(entry: TimelineEntry) -> TimelineLine | None:
    if isinstance(entry.thing, tuple):
        return TimelineLine(_("Agreement"), ", ".join(_clauses(entry.thing)))
    if isinstance(entry.thing, SafetyPlanVersion):
        return TimelineLine(_("Safety plan"), _("version {n}").format(n=entry.thing.number))
    if isinstance(entry.thing, Commitment):
        return TimelineLine(_("Rhythm and length"), terms_words(entry.thing.terms), entry.summary)
    if isinstance(entry.thing, AgreedBreak):
        first, last = short_day(entry.thing.first_day), short_day(entry.thing.last_day)
        return TimelineLine(_("Break agreed"), _("{first} to {last}").format(first=first, last=last), entry.summary)
    if isinstance(entry.thing, Goal):
        return TimelineLine(_("Goal agreed"), "", entry.thing.name)
    return _about_agreement(entry)


def _about_agreement(entry: TimelineEntry) -> TimelineLine | None:
    if isinstance(entry.thing, BoundaryEvent):
        return TimelineLine(_("Note on an agreement"), label(entry.thing.topic), entry.summary)
    if isinstance(entry.thing, Worksheet):
        return TimelineLine(_("Worksheet for before and after"), "", entry.summary)
    return TimelineLine(_("Consultation"), "", entry.summary) if isinstance(entry.thing, Consultation) else None


def _happened(entry: TimelineEntry) -> TimelineLine:
    thing = entry.thing
    if isinstance(thing, ContactNote):
        return TimelineLine(label(thing.details.kind), in_sentence(thing.details.channel), entry.summary)
    if isinstance(thing, Attachment):
        return TimelineLine(_("Document"), "", entry.summary)
    if entry.scores is not None:
        return TimelineLine(entry.scores.measure, line_words(entry.scores))
    if isinstance(thing, NotGiven):
        title = _("{measure}:").format(measure=entry.measure or _("Check-in"))
        return TimelineLine(title, label(thing.reason).lower(), entry.summary)
    if isinstance(thing, Episode):
        return _episode(entry, thing)
    return _set(entry)


def _set(entry: TimelineEntry) -> TimelineLine:
    """What the counselor set from a day on."""
    thing = entry.thing
    if isinstance(thing, RiskWord):
        return TimelineLine(_("Risk word") if thing.word else _("Risk word taken away"), "", entry.summary)
    if isinstance(thing, ServiceTalk):
        return TimelineLine(_("Service"), label(thing.service), entry.summary)
    if isinstance(thing, Phase):
        return TimelineLine(_("Phase"), label(thing))
    return TimelineLine(_("Status"), label(thing) if isinstance(thing, ClientStatus) else "", entry.summary)


def _episode(entry: TimelineEntry, episode: Episode) -> TimelineLine:
    if entry.kind is TimelineKind.EPISODE_OPENED:
        return TimelineLine(_("Episode {n} opened").format(n=episode.number))
    how = ", ".join(in_sentence(one) for one in (episode.ending, episode.decided_by) if one is not None)
    return TimelineLine(_("Episode {n} ended").format(n=episode.number), how, entry.summary)


def _session(entry: TimelineEntry) -> str:
    marks = {
        TimelineMark.DROP: _("marked drop"),
        TimelineMark.BACK: _("back in usual range"),
        TimelineMark.TALKED: _("talked through"),
    }
    given = [_("check-in {score}").format(score=mean_words(entry.checkin))] if entry.checkin is not None else []
    if entry.classed_as is not None:
        given.append(_("rupture, {kind}").format(kind=in_sentence(entry.classed_as)))
    return ", ".join([*given, *([marks[entry.mark]] if entry.mark in marks else [])])


def _clauses(clauses: tuple[ClauseVersion, ...]) -> list[str]:
    return [
        _("{topic}, version {n}").format(topic=label(clause.topic), n=clause.number)
        if clause.number > 1
        else label(clause.topic)
        for clause in clauses
    ]
