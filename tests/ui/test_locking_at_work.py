"""The real app is locked while something runs beside the window: it is finished or not there, never half."""

import threading
from pathlib import Path
from time import monotonic

from tests.support.clock import FakeClock
from tests.ui.running_app import Running, master_vault, ready_vault, running
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.vault.keys.key_slots import KdfCost

__all__ = ["master_vault", "ready_vault", "running"]

PATIENCE = 10.0


def test_E44_a_running_query_is_cut_off_and_no_file_of_the_vault_stays_open(running: Running) -> None:
    """E44: an ORM session held open and a query running during the lock."""
    begun, ended = threading.Event(), threading.Event()
    failures: list[BaseException] = []
    vault = running.workspace.vault

    def work(_job: Job) -> None:
        from sqlalchemy import text

        try:
            with vault.read() as unit:
                connection = unit.clients._connection.connection()
                begun.set()
                endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
                connection.execute(text(endless)).all()
        except BaseException as error:  # noqa: BLE001 - whatever it is, the test looks at it
            failures.append(error)
        finally:
            ended.set()

    running.window._desk.background.run(running.window, work, lambda _: None, lambda _: None)
    assert begun.wait(PATIENCE)
    before = monotonic()
    running.app.lock()
    assert monotonic() - before < 5
    assert ended.wait(PATIENCE)
    assert failures
    running.assert_locked()
    assert _open_files(running.ready.folder) == []


def _open_files(folder: Path) -> list[str]:
    fds = Path("/proc/self/fd")
    if not fds.is_dir():
        return []
    targets = [path.readlink() for path in fds.iterdir() if path.is_symlink()]
    return [target.name for target in targets if target.is_relative_to(folder)]


def test_a_backup_that_is_running_is_cancelled_and_leaves_no_half_file(running: Running, tmp_path: Path) -> None:
    target = tmp_path / "stick"
    target.mkdir()
    reached, told = threading.Event(), []

    def progress(part: float) -> None:
        told.append(part)
        reached.set()

    def work(job: Job) -> object:
        return running.workspace.vault.back_up(target, progress=progress, cancelled=job.is_cancelled)

    running.window._desk.background.run(running.window, work, lambda _: None, lambda _: None)
    reached.wait(PATIENCE)
    running.app.lock()
    running.assert_locked()
    assert [path.name for path in target.iterdir() if ".part-" in path.name] == []
    with running.ready.open() as vault:
        kept = vault.last_backup()
        whole = list(target.glob("*.vsbackup*")) or list(target.iterdir())
        assert (kept is not None) == bool(whole), "a file and its entry, or neither"


def test_a_pdf_that_is_being_written_is_whole_with_its_entry_or_not_there(running: Running, tmp_path: Path) -> None:
    window, client = running.window, running.client
    file = tmp_path / "summary.pdf"
    window.client_pages.open_summary(client.id)
    handing_out = window.pages.summary.handing_out
    handing_out._path_to_save = lambda: file  # type: ignore[method-assign]  # the two questions are tried elsewhere
    window.pages.summary.save_pdf()
    running.app.lock()
    running.assert_locked()
    with running.ready.open() as vault, vault.read() as work:
        entries = work.disclosures.of_client(client.id)
    assert file.exists() == bool(entries)
    if file.exists():
        assert file.read_bytes().rstrip().endswith(b"%%EOF")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_records_that_are_being_written_in_bulk_are_whole_or_absent(
    running: Running, tmp_path: Path, clock: FakeClock
) -> None:
    """The import there is today: the sample practice, made beside the window and given its name at the end."""
    folder = tmp_path / "Sample Practice.vshift"
    unlocking = Unlocking(clock, running.ready.paths, KdfCost.floor())

    def work(_job: Job) -> None:
        unlocking.create_sample(folder)

    running.window._desk.background.run(running.window, work, lambda _: None, lambda _: None)
    running.app.lock()
    running.assert_locked()
    left = [path.name for path in tmp_path.iterdir() if path.suffix == ".vshift" or "unfinished" in path.name]
    assert left in ([], [folder.name])
