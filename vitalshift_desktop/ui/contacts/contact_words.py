"""A contact in words: as a row, as a line of facts, as its state."""

from datetime import date, timedelta

from vitalshift_desktop.domain.contacts import ContactDetails, ContactNote, Direction
from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.services.inbox import InboxLine
from vitalshift_desktop.ui.dates_in_words import day_words, full_day, relative_day, time_words
from vitalshift_desktop.ui.widgets.rows_model import Row
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _, ngettext

_LONGEST = 140
_HOUR = timedelta(hours=1)


def contact_row(contact: ContactNote, today: date, *, hidden: bool) -> Row:
    """What it was, the day, and its first words; an icon says that it is not signed yet."""
    icon = "" if contact.is_signed else "note-pencil"
    tip = "" if contact.is_signed else _("not signed")
    words = _("Hidden") if hidden else first_words(contact.details)
    day = relative_day(contact.details.day, today)
    return Row(contact.id, label(contact.details.kind), day, words, icon=icon, icon_tone="text2", tip=tip)


def inbox_row(line: InboxLine, name: str, today: date, clock: Clock, *, hidden: bool) -> Row:
    """The first words, whom it was meant for, and how long it has waited, in civil days where it is one or more."""
    words = _("Hidden") if hidden else first_words(line.contact.details)
    day = local(clock, line.contact.created_at).date()
    about = ", ".join(part for part in (name, age_words(line.age, (today - day).days)) if part)
    return Row(line.contact.id, words, relative_day(day, today), about)


def first_words(details: ContactDetails) -> str:
    """One line of what was written."""
    return " ".join((details.text or details.third_party_words).split())[:_LONGEST]


def fact_words(details: ContactDetails) -> str:
    """Such as "Tue 3 March, 14:05, by phone, 4 minutes, started by the client"."""
    at = details.local_at
    facts = [day_words(at.date()), time_words(at), in_sentence(details.channel)]
    if details.minutes is not None:
        facts.append(ngettext("{n} minute", "{n} minutes", details.minutes).format(n=details.minutes))
    facts.append(_("came in") if details.direction is Direction.IN else _("went out"))
    facts.append(in_sentence(details.started_by))
    return ", ".join(facts)


def state_words(contact: ContactNote, clock: Clock) -> str:
    """Whether it may still be changed, or when and by whom it was signed."""
    if contact.signed_at is None:
        return _("Not signed: it may still be changed or removed.")
    at = local(clock, contact.signed_at)
    words = _("Signed {day}, {time}, {signer}. It can only be added to.")
    return words.format(day=full_day(at.date()), time=time_words(at), signer=contact.signer or _("no name given"))


def age_words(age: timedelta, days: int) -> str:
    """How long something has waited, in words; `days` counts the nights since."""
    if days >= 1:
        return ngettext("{n} day old", "{n} days old", days).format(n=days)
    if age < _HOUR:
        return _("kept just now")
    hours = age // _HOUR
    return ngettext("{n} hour old", "{n} hours old", hours).format(n=hours)
