"""Days on which something is wrong: each has its own sentence, a next step, and nothing is lost."""

import hashlib
import json
import platform
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.journeys.counselor import Counselor
from tests.journeys.elsewhere import Elsewhere
from tests.journeys.hands import await_part, await_words, press, type_text
from tests.journeys.limits import SmallDrive, read_only
from tests.journeys.ready import SAMPLE_PASSPHRASE, Records
from vitalshift_desktop.domain.problems import (
    FolderIsReadOnly,
    HeaderDamaged,
    Problem,
    VaultInUse,
    VaultIsDamaged,
    VaultIsNewer,
)
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.unlock.rescue_words import safe_words, title_words
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.vault.files.documents import canonical

NEW_PASSPHRASE = "nine orange ladders hum"


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.name != "vault.lock"}


def test_a_wrong_passphrase_is_told_at_the_field_and_the_right_one_still_opens(at_sample: Counselor) -> None:
    at_sample.door.try_passphrase("harbor lantern willow teapot")
    assert at_sample.door.what_is_wrong() == "That did not match."
    field = await_part("unlock.passphrase", PassphraseField)
    assert field.text() == ""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)


def test_after_five_wrong_tries_one_waits_but_the_recovery_sheet_opens_at_once(
    at_practice: Counselor, practice: Records
) -> None:
    for _try in range(4):
        at_practice.door.try_passphrase("seven green kettles sink")
        assert at_practice.door.what_is_wrong() == "That did not match."
    at_practice.door.try_passphrase("seven green kettles sink")
    assert at_practice.door.waits().startswith("Several tries did not match. You can try again in ")
    assert not await_part("unlock.passphrase", PassphraseField).isEnabled()

    groups = at_practice.door.unlock_with_sheet(practice.groups, NEW_PASSPHRASE)

    assert groups != practice.groups
    at_practice.lock()
    at_practice.door.unlock(NEW_PASSPHRASE)


def test_records_that_are_open_elsewhere_say_so_and_open_once_they_are_free(
    at_sample: Counselor, sample: Records
) -> None:
    with Elsewhere(sample.home, "tests.journeys.roles", "hold", str(sample.folder)) as other:
        assert other.hear()["what"] == "held"
        at_sample.door.try_passphrase(SAMPLE_PASSPHRASE)
        told = at_sample.door.what_is_wrong()
        assert told == _in_words(VaultInUse(other.pid, platform.node(), other_computer=False))
        assert str(other.pid) in told
    press("Ctrl+A")
    at_sample.door.unlock(SAMPLE_PASSPHRASE)


def test_records_of_a_newer_version_are_left_as_they_are(at_sample: Counselor, sample: Records) -> None:
    for copy in ("vault.hdr", "vault.hdr2"):
        document = json.loads((sample.folder / copy).read_bytes()) | {"min_reader": 2}
        del document["sum"]
        document["sum"] = hashlib.sha256(canonical(document)).hexdigest()
        (sample.folder / copy).write_bytes(canonical(document))
    before = _files(sample.folder)
    at_sample.door.try_passphrase(SAMPLE_PASSPHRASE)
    assert at_sample.door.what_is_wrong() == _in_words(VaultIsNewer())
    assert _files(sample.folder) == before


def test_a_damaged_header_is_told_and_left_as_it_is(at_sample: Counselor, sample: Records) -> None:
    for copy in ("vault.hdr", "vault.hdr2"):
        _spoil(sample.folder / copy, 40)
    before = _files(sample.folder)
    at_sample.door.try_passphrase(SAMPLE_PASSPHRASE)
    problem = HeaderDamaged(device_copy=True)
    assert at_sample.door.what_is_broken() == (title_words(problem), safe_words(problem))
    assert _files(sample.folder) == before


def test_a_damaged_page_is_told_from_a_wrong_passphrase_and_left_as_it_is(
    at_sample: Counselor, sample: Records
) -> None:
    _spoil(sample.folder / "vault.db", 4096 * 20 + 100)
    before = _files(sample.folder)
    at_sample.door.try_passphrase(SAMPLE_PASSPHRASE)
    assert at_sample.door.what_is_broken() == (title_words(VaultIsDamaged()), safe_words(VaultIsDamaged()))
    assert _files(sample.folder) == before


@pytest.fixture
def locked_folder(home: Path) -> Iterator[Path]:
    folder = home / "Documents" / "shut"
    folder.mkdir(parents=True)
    with read_only(folder):
        yield folder


def test_a_folder_that_cannot_be_written_to_is_told_at_its_field_and_another_one_works(
    locked_folder: Path, new_computer: Counselor
) -> None:
    door = new_computer.door
    door.begin_setup()
    door.introduce("Ada Lindgren")
    door.choose_place(locked_folder / "My Practice.vshift")
    door.choose_passphrase("seven green kettles sing")
    await_words(_in_words(FolderIsReadOnly()))
    door.choose_place(locked_folder.parent / "My Practice.vshift")
    door.go_on()  # the passphrase stands as it was typed
    door.copy_sheet(door.read_sheet())
    door.finish()
    assert list(locked_folder.iterdir()) == []


def test_a_full_drive_keeps_the_text_says_so_and_saves_it_once_there_is_room(
    small_drive: SmallDrive, master_practice: Records, home: Path, qapp: QApplication
) -> None:
    records = master_practice.copied_to(home)
    counselor = Counselor(records.computer())
    counselor.computer.start()
    counselor.door.unlock(records.passphrase)
    counselor.clients.add("Maren Tveit")
    counselor.note.start_unplanned()
    counselor.note.write("data", "Saved while there was room. ")
    counselor.note.save()

    small_drive.fill()
    counselor.note.write("data", "Typed on a full drive. ")
    # As much as one text takes; in bytes more than is free in files that are there.
    QGuiApplication.clipboard().setText(f"It goes on{'…' * 9}\n" * 9_500)
    press("Ctrl+V")
    press("Ctrl+S")
    assert counselor.note.state() == "Could not save. Your text is still here; trying again."
    typed = counselor.note.texts()["data"]
    assert typed.startswith("Saved while there was room. Typed on a full drive. It goes on")

    type_text("And one more sentence.")
    small_drive.make_room()
    counselor.note.save()
    typed = counselor.note.texts()["data"]
    assert typed.endswith("And one more sentence.")
    counselor.lock()
    counselor.door.unlock(records.passphrase)
    counselor.today.finish_note("Maren Tveit")
    assert counselor.note.texts()["data"] == typed
    counselor.computer.shut_down()


def _in_words(problem: Problem) -> str:
    advice = sentence(problem)
    assert advice.what
    assert advice.next_step
    return f"{advice.what} {advice.next_step}"


def _spoil(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place : place + 16] = bytes(byte ^ 0x5A for byte in content[place : place + 16])
    file.write_bytes(content)
