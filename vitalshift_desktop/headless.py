"""What the command line does, without Qt: one function for one command."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import platformdirs

from vitalshift_desktop.domain.disclosures import Disclosure, Outlet
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.progress import Audience, Parts
from vitalshift_desktop.domain.vault_check import VaultCheck
from vitalshift_desktop.services.clock import Clock, SystemClock
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vocabulary.check_words import check_lines, next_step_words, summary_words

NOON = time(12, 30)


@dataclass(frozen=True)
class CheckReport:
    """The result of a check, for a person and for a program."""

    is_whole: bool
    words: tuple[str, ...]
    answer: dict[str, object]


class FixedDayClock:
    """A clock that stands at half past twelve of a given day, for a sample written as of that day."""

    def __init__(self, day: date, zone: str) -> None:
        self._zone = zone
        self._now = datetime.combine(day, NOON).astimezone().astimezone(UTC)

    def now(self) -> datetime:
        """The instant the clock stands at, UTC."""
        return self._now

    def zone(self) -> str:
        """The zone of this computer."""
        return self._zone


def create(folder: Path, passphrase: str) -> str:
    """Make a new, empty vault; gives its recovery code."""
    created = unlocking().create(folder, passphrase, Practice(recovery_sheet_checked=False))
    created.workspace.close()
    return created.recovery_code.text


def check(folder: Path, passphrase: str) -> CheckReport:
    """Look at every page and file of the vault."""
    workspace = unlocking().unlock(folder, passphrase)
    try:
        found = workspace.vault_check.run()
    finally:
        workspace.close()
    return _report(found)


def demo(folder: Path, passphrase: str | None, today: date | None) -> str:
    """Write the sample practice into a new vault; gives the passphrase that opens it."""
    real = SystemClock()
    clock: Clock = FixedDayClock(today, real.zone()) if today else real
    door = unlocking(clock)
    door.create_sample(folder, passphrase)
    return door.sample_passphrase() if passphrase is None else passphrase


def summary(folder: Path, passphrase: str, code: str, file: Path) -> Disclosure:
    """Save a client's progress summary as PDF, entered in the ledger."""
    from vitalshift_desktop.printing import progress_summary, typesetting
    from vitalshift_desktop.printing.pdf_file import save_pdf

    workspace = unlocking().unlock(folder, passphrase)
    try:
        client = workspace.clients.by_code(code)
        paper = workspace.practice.get().paper
        period = workspace.progress.default_period(client.id)
        page = workspace.progress.summary(client.id, period.first, period.last, Parts(), paper)

        written: list[Path] = []

        def render(serial: str) -> tuple[bytes, int]:
            pdf = typesetting.pdf(progress_summary.document(replace(page, serial=serial)))
            save_pdf(file, pdf.content)
            written.append(file)
            return pdf.content, pdf.sheets

        what = "progress_summary"
        try:
            disclosure, _pdf = workspace.disclosures.reserve_and_record(
                client.id, what, Audience.CLIENT.value, Outlet.PDF, render
            )
        except BaseException:
            for saved in written:
                saved.unlink(missing_ok=True)  # no page without its line in the ledger
            raise
        return disclosure
    finally:
        workspace.close()


def _report(found: VaultCheck) -> CheckReport:
    """The lines of the screen, as text and for a program."""
    lines = check_lines(found)
    words = [text for line in lines for text in (line.title, f"  {line.how}", *(f"  {said}" for said in line.found))]
    words += [part for part in (summary_words(found), next_step_words(found)) if part]
    answer: dict[str, object] = {
        "at": found.at.isoformat(),
        "pages": found.pages,
        "measured_pages": found.measured,
        "audit_entries": found.entries,
        "signed_notes": found.signed_notes,
        "agreements": found.agreements,
        "files": list(found.files),
        "backups": found.backups,
        "backups_out_of_reach": found.missing_backups,
        "words_searched": found.words,
        "control": {"planted": found.planted, "found": found.control},
        "lines": [{"about": line.aspect.value, "ok": line.ok, "found": list(line.found)} for line in lines],
        "findings": [{"kind": finding.kind.value, "where": finding.where} for finding in found.findings],
        "whole": found.ok,
    }
    return CheckReport(found.ok, tuple(words), answer)


def unlocking(clock: Clock | None = None) -> Unlocking:
    """What can be done on this computer before a vault is open."""
    return Unlocking(clock or SystemClock(), device_paths())


def device_paths() -> DevicePaths:
    """Where this computer keeps what belongs to it and not to a vault."""
    return DevicePaths(platformdirs.user_data_path("VitalShift", appauthor=False))
