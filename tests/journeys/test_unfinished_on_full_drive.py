"""A lock on a full drive: what could not be saved lies encrypted on this computer, and comes back."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_button, click, press
from tests.journeys.limits import SmallDrive
from tests.journeys.ready import Records


def test_E43_text_that_found_no_room_is_kept_beside_the_vault_and_offered_when_there_is_room(
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
    # As much as one text takes; in bytes more than is free in files that are there.
    QGuiApplication.clipboard().setText(f"It goes on{'…' * 9}\n" * 9_500)
    press("Ctrl+V")
    press("Ctrl+S")
    assert counselor.note.state() == "Could not save. Your text is still here; trying again."
    typed = counselor.note.texts()["data"]
    vault_id = counselor.computer.workspace.vault_id
    counselor.lock()
    aside = counselor.computer.places.data / f"draft-emergency-{vault_id}"
    assert b"It goes on" not in aside.read_bytes()
    small_drive.make_room()
    counselor.door.unlock(records.passphrase)
    click(await_button("Restore"))
    counselor.note.await_open()
    assert counselor.note.texts()["data"] == typed
    assert not aside.exists()
    counselor.lock()
    counselor.door.unlock(records.passphrase)
    counselor.today.finish_note("Maren Tveit")
    assert counselor.note.texts()["data"] == typed
    counselor.computer.shut_down()
