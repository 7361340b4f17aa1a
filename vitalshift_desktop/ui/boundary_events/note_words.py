"""Notes on agreements, worksheets and consultations in words."""

from datetime import date, datetime

from vitalshift_desktop.domain.boundary_events import (
    AdditionKind,
    BoundaryEvent,
    Conduct,
    EventAddition,
    ReviewSuggestion,
)
from vitalshift_desktop.domain.contact_rules import ContactRule
from vitalshift_desktop.domain.contacts import ContactKind, StartedBy
from vitalshift_desktop.domain.worksheets import Worksheet
from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.ui.dates_in_words import full_day, time_words, weekday_and_day
from vitalshift_desktop.ui.hours_words import hours_words
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _, ngettext


def when_words(event: BoundaryEvent, today: date) -> str:
    """The day of a note, with its time where it is known: "Sat 31 Jan, 23:40"."""
    details = event.details
    day = weekday_and_day(details.day) if details.day.year == today.year else full_day(details.day)
    return _("{day}, {time}").format(day=day, time=time_words(details.at)) if details.at is not None else day


def begun(words: str) -> str:
    """Words as a sentence begins; a capital within them, such as that of a month, stays."""
    return words[:1].upper() + words[1:]


def more_words(earlier: int) -> str:
    """What leads on from a part of a long list: how many earlier ones there are, or the way back."""
    if earlier <= 0:
        return _("Back to the newest")
    return ngettext("{n} earlier one", "{n} earlier ones", earlier).format(n=earlier)


def class_words(event: BoundaryEvent) -> str:
    """What it was classed as; that it is set aside; or that nobody classed it yet."""
    if event.is_set_aside:
        return _("set aside")
    return label(event.event_class) if event.event_class is not None else _("not classed")


def fact_words(event: BoundaryEvent) -> str:
    """Whose conduct it was, who started it, whether it was planned."""
    details = event.details
    started = {
        StartedBy.CLIENT: _("started by the client"),
        StartedBy.COUNSELOR: _("started by you"),
        StartedBy.THIRD_PARTY: in_sentence(StartedBy.THIRD_PARTY),
    }[details.started_by]
    planned = _("planned before") if details.planned else _("not planned")
    return ", ".join((label(details.conduct), started, planned))


def written_words(at: datetime, signer: str, clock: Clock) -> str:
    """When something was written, and by whom."""
    day = full_day(local(clock, at).date())
    return _("{day}, {signer}").format(day=day, signer=signer or _("no name given"))


def addition_words(addition: EventAddition) -> str:
    """What was added, in a few words: "Classed: stretched", "Talked about with the client, 4 March 2026"."""
    if addition.kind is AdditionKind.CLASS and addition.event_class is not None:
        return _("Classed: {kind}").format(kind=label(addition.event_class))
    if addition.kind is AdditionKind.TALKED and addition.on is not None:
        return _("Talked about with the client, {day}").format(day=full_day(addition.on))
    return label(addition.kind)


def suggestion_words(suggestion: ReviewSuggestion) -> str:
    """Why a clause might be looked at again; a reason to ask, not a finding."""
    n = suggestion.events
    notes = ngettext(
        "{n} note since this version was agreed or last looked at",
        "{n} notes since this version was agreed or last looked at",
        n,
    ).format(n=n)
    own = ngettext("{n} of them started by you", "{n} of them started by you", suggestion.by_counselor)
    own = own.format(n=suggestion.by_counselor)
    reason = _("{notes}, {own}").format(notes=notes, own=own) if suggestion.by_counselor else notes
    return _("{reason}. You might look at this clause again with the client.").format(reason=reason)


def permit_words(rule: ContactRule | None) -> str:
    """What a version permits, or that it was not written down."""
    if rule is None or not rule.kinds:
        nothing = _("What this version permits between sessions is not written down.")
        return nothing if rule is None or rule.hours is None else hours_words(rule.hours)
    kinds = ", ".join(label(kind).lower() for kind in ContactKind if kind in rule.kinds)
    if rule.hours is None:
        return _("Permits, at any time: {kinds}").format(kinds=kinds)
    return _("Permits, {hours}: {kinds}").format(hours=hours_words(rule.hours), kinds=kinds)


def worksheet_words(worksheet: Worksheet, clock: Clock) -> str:
    """Since when a worksheet is open, or when it was closed."""
    if worksheet.closed_at is None:
        return _("open, written {day}").format(day=full_day(worksheet.written_on))
    return _("closed {day}").format(day=full_day(local(clock, worksheet.closed_at).date()))


def conduct_hint(conduct: Conduct) -> str:
    """What the words of a class are about."""
    if conduct is Conduct.COUNSELOR:
        return _("Crossing and violation are about your own conduct, never about what the client did.")
    return _("These words are about the agreement, not about the client.")
