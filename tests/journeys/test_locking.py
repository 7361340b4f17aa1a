"""Locking at any moment: nothing is asked, nothing is lost, and nothing stays in memory."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.counselor import Counselor
from tests.journeys.elsewhere import Elsewhere
from tests.journeys.hands import await_part, fill, find, press, type_text, until, words_on_screen
from tests.journeys.ready import SAMPLE_PASSPHRASE, Records

WORD = "Zephyrdrum"
MAREN = "Maren T."
TYPED = "Said with “quotes”, a dash – and an ë.\n\nA second paragraph."


def test_text_that_was_not_saved_yet_is_there_after_locking_by_key(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.start_note()
    at_sample.note.write("data", TYPED)
    assert at_sample.note.state() == "Not saved yet"
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.finish_note(MAREN)
    assert at_sample.note.texts()["data"] == TYPED


def test_a_check_in_that_was_typed_but_not_left_is_there_after_locking(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.start_note()
    at_sample.checkin.go()
    type_text("8771")  # a last 1 still waits for a 0
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.finish_note(MAREN)
    assert at_sample.checkin.numbers("you") == (8, 7, 7, 1)


def test_locking_closes_an_open_form_without_a_question(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    press("Ctrl+Shift+N")
    fill(await_part("client_form.preferred_name"), WORD)
    before = at_sample.computer.starts
    at_sample.computer.app.lock()
    until(lambda: at_sample.computer.starts > before and find("client_form") is None, "the unlock page")
    await_part("unlock.passphrase")
    assert WORD not in words_on_screen()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    assert WORD not in [line.client.name for line in at_sample.computer.workspace.clients.lines()]


def test_the_unlock_page_tells_nothing_of_the_records(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(MAREN)
    at_sample.lock()
    await_part("unlock.passphrase")
    shown = words_on_screen() + "".join(window.windowTitle() for window in QApplication.topLevelWidgets())
    assert MAREN not in shown
    assert "Maren" not in shown


@pytest.fixture
def other_home(master_sample: Records, tmp_path: Path) -> Records:
    return master_sample.copied_to(tmp_path / "home")


def test_locking_becomes_a_new_process_image_that_knows_nothing(other_home: Records, qapp: QApplication) -> None:
    with Elsewhere(
        other_home.home, "tests.journeys.roles", "lock_for_good", str(other_home.home), SAMPLE_PASSPHRASE
    ) as other:
        other.tell(WORD)
        assert other.hear()["what"] == "written"
        assert _remembers(other.pid, WORD)
        assert _holds_open(other.pid, other_home.folder)
        other.tell("lock")
        until(lambda: _command(other.pid)[-2:] == ["-m", "vitalshift_desktop"], "a new image of the process")
        until(lambda: "sqlcipher3" in _maps(other.pid), "the app to have come up again")
        assert not _remembers(other.pid, WORD)
        assert not _holds_open(other.pid, other_home.folder)


def _command(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/cmdline").read_text().split("\0")[:-1]


def _maps(pid: int) -> str:
    return Path(f"/proc/{pid}/maps").read_text()


def _remembers(pid: int, word: str) -> bool:
    """Whether the word stands in what the process may write to: its heap, its stacks, its buffers."""
    patterns = (word.encode(), word.encode("utf-16-le"))
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in _maps(pid).splitlines():
            span, rights, *_rest = line.split()
            if not rights.startswith("rw") or "[v" in line:
                continue
            first, last = (int(part, 16) for part in span.split("-"))
            memory.seek(first)
            try:
                content = memory.read(last - first)
            except OSError:
                continue  # gone since the list was read
            if any(pattern in content for pattern in patterns):
                return True
    return False


def _holds_open(pid: int, folder: Path) -> bool:
    targets = [path.readlink() for path in Path(f"/proc/{pid}/fd").iterdir() if path.is_symlink()]
    return any(target.is_relative_to(folder) for target in targets)
