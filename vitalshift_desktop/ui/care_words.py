"""What is said of each thing about the vault that needs care: title, sentence, next act, icon."""

from datetime import date, datetime
from pathlib import Path

from vitalshift_desktop.domain.vault_care import Care, CareAct, CareKind
from vitalshift_desktop.services.clock import Clock, local, today
from vitalshift_desktop.ui.backup_words import place_name
from vitalshift_desktop.ui.dates_in_words import full_day, short_day
from vitalshift_desktop.words import _, ngettext

_GRAVE = frozenset({CareKind.BACKUP_FAILING, CareKind.NO_BACKUP, CareKind.BACKUPS_SPOILT, CareKind.RECORDS_SHRUNK})


def care_title(care: Care) -> str:
    """A few words."""
    return {
        CareKind.BACKUP_FAILING: _("Backups do not work"),
        CareKind.NO_BACKUP: _("No backup yet"),
        CareKind.NO_BACKUP_ELSEWHERE: _("No backup on another drive"),
        CareKind.BACKUP_OVERDUE: _("Backup overdue"),
        CareKind.BACKUPS_SPOILT: _("Backups damaged or gone"),
        CareKind.RECORDS_SHRUNK: _("The newest backup holds much less"),
        CareKind.IN_SYNC_FOLDER: _("The vault lies in a synced folder"),
        CareKind.SHEET_TEST_DUE: _("Recovery sheet to test"),
        CareKind.DRILL_DUE: _("Restore drill due"),
        CareKind.OLDER_SECRETS: _("Older backups open the old way"),
    }[care.kind]


def care_sentence(care: Care, clock: Clock) -> str:
    """What it is, in which numbers, since when."""
    day = day_in_words(care.since, clock)
    return {
        CareKind.BACKUP_FAILING: _(
            "{place} has taken none since {day}. Your records are fine, and older backups are kept."
        ),
        CareKind.NO_BACKUP: _("Without one your records are lost with this computer."),
        CareKind.NO_BACKUP_ELSEWHERE: _("The one of {day} lies on the same drive as your records and is lost with it."),
        CareKind.BACKUP_OVERDUE: ngettext(
            "The newest on another drive is from {day}, {n} day ago.",
            "The newest on another drive is from {day}, {n} days ago.",
            care.count,
        ),
        CareKind.BACKUPS_SPOILT: ngettext(
            "{n} that was good is damaged or gone since {day}. Your records are fine. See who can reach that drive.",
            "{n} that were good are damaged or gone since {day}. Your records are fine. See who can reach that drive.",
            care.count,
        ),
        CareKind.RECORDS_SHRUNK: _("Every older backup is kept until you say that this is right."),
        CareKind.IN_SYNC_FOLDER: _("Sync programs can damage records that are in use. Backups may lie there."),
        CareKind.SHEET_TEST_DUE: _("Not tested since {day}. Type its code once, to know that the paper opens it."),
        CareKind.DRILL_DUE: _("The last one was on {day}.")
        if care.since
        else _("No backup was ever opened as a whole."),
        CareKind.OLDER_SECRETS: ngettext(
            "{n} backup from before you changed the passphrase or the sheet still opens with the old one.",
            "{n} backups from before you changed the passphrase or the sheet still open with the old one.",
            care.count,
        ),
    }[care.kind].format(day=day, n=care.count, place=place_name(Path(care.place)))


def care_action(care: Care) -> str:
    """The words on the button."""
    return {
        CareAct.BACK_UP: _("Back up now"),
        CareAct.SEE_BACKUPS: _("See the backups"),
        CareAct.RUN_DRILL: _("Run the drill"),
        CareAct.TEST_SHEET: _("Test the sheet"),
        CareAct.SEE_PLACE: _("See the place"),
    }[care.act]


def care_mark(care: Care) -> tuple[str, str]:
    """Icon and its color."""
    return ("warning-circle", "attnmark") if care.kind in _GRAVE else ("shield-check", "text2")


def proven_words(last: datetime | None, clock: Clock) -> str:
    """Such as "Last proven restore: 3 Nov"."""
    if last is None:
        return _("No restore proven yet")
    return _("Last proven restore: {day}").format(day=day_in_words(last, clock))


def day_in_words(instant: datetime | None, clock: Clock) -> str:
    """Such as "3 Nov", with the year when it is another one; nothing for None."""
    if instant is None:
        return ""
    day: date = local(clock, instant).date()
    return short_day(day) if day.year == today(clock).year else full_day(day)
