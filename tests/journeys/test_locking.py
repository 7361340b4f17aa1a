"""Locking at any moment: nothing is asked, nothing is lost, and nothing stays in memory."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.counselor import Counselor
from tests.journeys.elsewhere import Elsewhere
from tests.journeys.hands import await_part, fill, find, press, type_text, until, words_on_screen
from tests.journeys.process_seen import command, holds_open, maps, remembered
from tests.journeys.ready import SAMPLE_PASSPHRASE, Records
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import KdfCost, unlocked
from vitalshift_desktop.vault.keys.vault_key import KeyLabel
from vitalshift_desktop.vault.vault import Vault

WORD = "Zephyrdrum"
OWN_PASSPHRASE = "eleven umbrellas under granite"
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


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root may read the memory of a process that hides it"
)
def test_E45_locking_becomes_a_new_process_image_that_knows_nothing(other_home: Records, qapp: QApplication) -> None:
    """E45: passphrase, vault key, database key, recovery code and a note, searched in all writable memory."""
    secrets = _secrets_of(other_home)
    with Elsewhere(
        other_home.home, "tests.journeys.roles", "lock_for_good", str(other_home.home), OWN_PASSPHRASE
    ) as other:
        other.tell(WORD)
        assert other.hear()["what"] == "written"
        known = remembered(other.pid, secrets)
        assert {"note", "vault key", "database key"} <= known, "the search finds what is there while it is open"
        assert holds_open(other.pid, other_home.folder)
        other.tell("lock")
        until(lambda: command(other.pid)[-2:] == ["-m", "vitalshift_desktop"], "a new image of the process")
        until(lambda: "sqlcipher3" in maps(other.pid), "the app to have come up again")
        assert remembered(other.pid, secrets) == set()
        assert not holds_open(other.pid, other_home.folder)


def _secrets_of(records: Records) -> dict[str, tuple[bytes, ...]]:
    """Gives the records secrets of their own; what must not be found, by what it is, in the ways it is written."""
    paths = DevicePaths(records.home / "data" / "VitalShift")
    with Vault.open(records.folder, SAMPLE_PASSPHRASE, paths=paths) as vault:
        vault.ways_in.change_passphrase(OWN_PASSPHRASE, cost=KdfCost.floor())
        code = vault.ways_in.issue_recovery_code()
        vault.ways_in.confirm_recovery_code(code)
    key = unlocked(read_header((records.folder / "vault.hdr").read_bytes()), OWN_PASSPHRASE)
    with key.exposed() as whole, key.derived(KeyLabel.DATABASE) as database:
        keys = {"vault key": bytes(whole), "database key": bytes(database)}
    key.wipe()
    texts = {"note": WORD, "passphrase": OWN_PASSPHRASE, "recovery code": code.text}
    secrets: dict[str, tuple[bytes, ...]] = {name: (value, value.hex().encode()) for name, value in keys.items()}
    return secrets | {name: (text.encode(), text.encode("utf-16-le")) for name, text in texts.items()}
