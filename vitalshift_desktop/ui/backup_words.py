"""How places and backups are told: where, when, how much, and what is wrong."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from vitalshift_desktop.domain.backups import BackupPlace, Compared, PlaceTrouble
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.backup_views import ListedBackup
from vitalshift_desktop.services.clock import Clock, local, today
from vitalshift_desktop.ui.dates_in_words import full_day, relative_day, time_words
from vitalshift_desktop.words import _, ngettext


def moment_words(instant: datetime, clock: Clock) -> str:
    """Such as "12 March 2026, 13:10"."""
    moment = local(clock, instant)
    return _("{day}, {time}").format(day=full_day(moment.date()), time=time_words(moment))


def lately_words(instant: datetime, clock: Clock) -> str:
    """Such as "today, 13:10", or with the day where it is longer ago."""
    moment = local(clock, instant)
    here = today(clock)
    day = relative_day(moment.date(), here)
    near = abs((here - moment.date()).days) <= 1
    return _("{day}, {time}").format(day=day.lower() if near else day, time=time_words(moment))


def holds_words(counts: Mapping[str, int]) -> str:
    """Such as "23 clients, 412 notes"."""
    clients, notes = counts.get("client", 0), counts.get("note", 0)
    return _("{clients}, {notes}").format(
        clients=ngettext("{n} client", "{n} clients", clients).format(n=clients),
        notes=ngettext("{n} note", "{n} notes", notes).format(n=notes),
    )


def place_name(folder: Path) -> str:
    """The last two parts of a folder, which is how people know it."""
    return str(Path(*folder.parts[-2:])) if len(folder.parts) > 3 else str(folder)


def place_state(in_reach: bool, last_good_at: datetime | None, clock: Clock) -> str:
    """Whether a place is in reach now, and when a backup was last made there."""
    reach = _("In reach") if in_reach else _("Not in reach now")
    if last_good_at is None:
        return _("{reach}. No backup there yet.").format(reach=reach)
    return _("{reach}. Last good backup there: {when}.").format(reach=reach, when=lately_words(last_good_at, clock))


def place_trouble(place: BackupPlace, clock: Clock) -> str:
    """What went wrong there last, or "" if it worked."""
    if place.trouble is None or place.trouble is PlaceTrouble.AWAY:  # that it is away is said already
        return ""
    told = sentence(place.trouble.problem)
    if place.tried_at is None:
        return f"{told.what} {told.next_step}"
    when = lately_words(place.tried_at, clock)
    return _("{what} {next} Tried {when}.").format(what=told.what, next=told.next_step, when=when)


def known_words(backup: ListedBackup, clock: Clock) -> tuple[str, str]:
    """What is known about a backup, in words, and their tone."""
    if backup.damaged:
        return _("Damaged"), "risk"
    if backup.shrunk:
        return _("Holds much less than the one before"), "attn"
    if backup.drilled_at is not None:
        return _("Restore tried {when}").format(when=lately_words(backup.drilled_at, clock)), "ok"
    return (_("Opened and compared"), "ok") if backup.proven else (_("Not opened yet"), "2")


def opened_by_words(backup: ListedBackup) -> str:
    """What opens a backup, where it is not simply what opens the vault today."""
    if backup.recovery_only:
        return (
            _("only the older recovery sheet opens it") if backup.older_code else _("only the recovery sheet opens it")
        )
    if backup.older_passphrase and backup.older_code:
        return _("the older passphrase and sheet open it")
    if backup.older_passphrase:
        return _("the older passphrase opens it")
    return _("the older recovery sheet opens it") if backup.older_code else ""


def compared_name(what: Compared) -> str:
    """What is counted."""
    return {
        Compared.CLIENTS: _("Clients"),
        Compared.SESSIONS: _("Sessions"),
        Compared.NOTES: _("Notes"),
        Compared.ADDENDA: _("Late entries, addenda and amendments"),
        Compared.CONTACTS: _("Contact notes"),
        Compared.PROCESS_NOTES: _("Process notes"),
        Compared.GOALS: _("Goals"),
        Compared.AGREEMENTS: _("Agreements"),
        Compared.CHECK_INS: _("Check-ins and measures"),
        Compared.REMINDERS: _("Reminders"),
        Compared.DISCLOSURES: _("Printed and handed out"),
    }[what]
