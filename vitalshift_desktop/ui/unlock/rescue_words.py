"""What is wrong with a vault, what is safe, and what a rescue brought back, in words."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from vitalshift_desktop.domain import problems
from vitalshift_desktop.domain.backups import Compared, FoundBackup
from vitalshift_desktop.domain.rescue import Diagnosis, FileState, Rescued
from vitalshift_desktop.ui.backup_words import compared_name
from vitalshift_desktop.ui.dates_in_words import full_day, time_words
from vitalshift_desktop.ui.size_words import size_words
from vitalshift_desktop.words import _, ngettext

Row = TypeVar("Row", bound=tuple[str, ...])


def title_words(problem: problems.Problem) -> str:
    """What is wrong, as the title of the page."""
    titles = {
        problems.VaultIsDamaged: _("Some of the records are damaged"),
        problems.HeaderDamaged: _("The vault’s key file is damaged"),
        problems.HeaderMissing: _("The vault’s key file is missing"),
        problems.HeaderTampered: _("The vault’s key file was changed by something else"),
        problems.KeySettingsOutOfBounds: _("The vault’s key file was changed by something else"),
        problems.RecordsMissing: _("The file of the records is missing"),
        problems.VaultNotFound: _("Your records are not where they were"),
    }
    return titles.get(type(problem), _("Your records do not open"))


def safe_words(problem: problems.Problem) -> str:
    """What is safe, and what is not known."""
    if isinstance(problem, problems.VaultNotFound):
        return _("The folder is not there. If it lies on a drive, connect it and try again. Nothing was changed.")
    if isinstance(problem, problems.RecordsMissing):
        return _("The key file is there, but vault.db is gone or empty. It may be in the trash. Nothing was changed.")
    if isinstance(problem, problems.VaultIsDamaged):
        return _("Your passphrase is right. Nothing was changed, and the damaged file is kept whatever you do here.")
    return _("Your records are still there, encrypted. Nothing was changed, and nothing here is ever removed.")


def file_lines(diagnosis: Diagnosis, *, is_damaged: bool) -> tuple[tuple[str, str, bool], ...]:
    """Each file with its state in words, and whether that is as it should be; `is_damaged` are the records inside."""
    one, other = diagnosis.headers
    lines = [
        (_("Key file, first copy"), state_words(one), one is FileState.WHOLE),
        (_("Key file, second copy"), state_words(other), other is FileState.WHOLE),
        (
            _("Copy of it kept on this computer"),
            _("there, and it fits") if diagnosis.device_copy else _("none that fits"),
            diagnosis.device_copy,
        ),
        (
            _("Records"),
            _records_words(diagnosis, is_damaged=is_damaged),
            diagnosis.records is FileState.PRESENT and not is_damaged,
        ),
    ]
    if diagnosis.conflicts:
        n = len(diagnosis.conflicts)
        words = ngettext("{n} second version by a sync service", "{n} second versions by a sync service", n)
        lines.append((_("Beside them"), words.format(n=n), False))
    return tuple(lines)


def state_words(state: FileState) -> str:
    """The state of a file in a word."""
    return {
        FileState.WHOLE: _("whole"),
        FileState.PRESENT: _("there"),
        FileState.MISSING: _("missing"),
        FileState.EMPTY: _("empty"),
        FileState.CUT: _("cut off"),
        FileState.DAMAGED: _("damaged"),
        FileState.NEWER: _("written by a newer VitalShift"),
    }[state]


def backup_words(backup: FoundBackup, local_made: datetime) -> str:
    """One backup: its day, and how much it says that it holds."""
    day = _("{day}, {time}").format(day=full_day(local_made.date()), time=time_words(local_made))
    clients = backup.counts.get(Compared.CLIENTS.value, 0)
    notes = backup.counts.get(Compared.NOTES.value, 0)
    counted = ngettext("{n} client", "{n} clients", clients).format(n=clients)
    written = ngettext("{n} note", "{n} notes", notes).format(n=notes)
    return _("{day}. {clients}, {notes}.").format(day=day, clients=counted, notes=written)


def compared_rows(rescued: Rescued) -> tuple[tuple[str, str, str, str], ...]:
    """A line for each subject: its name, how many in the backup, how many now, how many lost."""
    lost = {table.name: table for table in rescued.salvage.tables} if rescued.salvage else {}
    rows = []
    for subject in Compared:
        before = str(rescued.backup_counts.get(subject.value, 0)) if rescued.backup_made else "–"
        table = lost.get(subject.value)
        missing = "–" if table is None else str(table.lost) if table.is_exact else _("unknown")
        rows.append((compared_name(subject), before, str(rescued.counts.get(subject.value, 0)), missing))
    return told_rows(rows)


def told_rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that count something; the first one, which counts the clients, in any case."""
    return tuple(row for place, row in enumerate(rows) if place == 0 or set(row[1:]) - {"0", "–"})


def salvage_words(rescued: Rescued) -> str:
    """What came from the damaged file, in a sentence."""
    salvage = rescued.salvage
    if salvage is None:
        return _("Nothing could be read from the damaged file, so this is the backup alone.")
    taken = ngettext("{n} entry", "{n} entries", salvage.taken).format(n=salvage.taken)
    lost = ngettext("{n} entry", "{n} entries", salvage.lost).format(n=salvage.lost)
    if salvage.lost == 0:
        return _("{taken} came from the damaged file; none was lost.").format(taken=taken)
    words = _("{taken} came from the damaged file; {lost} could not be taken over.").format(taken=taken, lost=lost)
    if salvage.lost > sum(table.lost for table in salvage.tables if table.name in set(Compared)):
        words += " " + _("What the table does not count is details of a record, or entries of the audit trail.")
    return words


def _records_words(diagnosis: Diagnosis, *, is_damaged: bool) -> str:
    state = _("damaged in places") if is_damaged else state_words(diagnosis.records)
    if not diagnosis.records_size:
        return state
    return _("{state}, {size}").format(state=state, size=size_words(diagnosis.records_size))
