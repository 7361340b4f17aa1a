"""What was half filled when the vault was locked is offered after it, in the form it was typed into (E43)."""

from time import monotonic

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_button, await_part, await_words, click, fill, find, press, type_text, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.ui.widgets.field import Field

MAREN = "Maren T."
TYPED = "Took the bus – two stops, “alone”.\nWants the supermarket next."


def _text(name: str) -> str:
    return str(await_part(name, Field).text())


def _restore() -> None:
    click(await_button("Restore"))


def test_E43_typing_is_offered_again_identical_after_a_lock_that_took_less_than_a_second(
    at_sample: Counselor,
) -> None:
    """E43: a dirty editor and a half-filled form; no dialog, within a second, offered and identical."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.start_note()
    at_sample.note.write("data", TYPED)
    press("Ctrl+Shift+N")
    fill(await_part("client_form.preferred_name"), "Zephyr Drum")
    fill(await_part("client_form.phone"), "555 0100")
    began, before = monotonic(), at_sample.computer.starts
    at_sample.computer.app.lock()
    assert monotonic() - began < 1
    assert at_sample.computer.starts == before + 1
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    await_words("1 unfinished form from 13:18.")
    _restore()
    assert (_text("client_form.preferred_name"), _text("client_form.phone")) == ("Zephyr Drum", "555 0100")
    assert _text("client_form.code") == ""
    click(await_part("client_form.save"))
    assert "Zephyr Drum" in [line.client.name for line in at_sample.computer.workspace.clients.lines()]
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.finish_note(MAREN)
    assert at_sample.note.texts()["data"] == TYPED
    assert find("unfinished") is None, "a form that was saved is not offered again"


def test_a_form_that_is_open_but_untouched_is_not_kept(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    press("Ctrl+Shift+N")
    await_part("client_form.preferred_name")
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    assert at_sample.computer.workspace.drafts.kept() == ()
    assert find("unfinished") is None


def test_discarding_throws_all_of_it_away(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    press("Ctrl+Shift+N")
    fill(await_part("client_form.preferred_name"), "Zephyr Drum")
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    click(await_button("Discard"))
    assert find("unfinished") is None
    assert at_sample.computer.workspace.drafts.kept() == ()


def test_giving_up_the_restored_form_gives_up_the_draft(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    press("Ctrl+Shift+N")
    fill(await_part("client_form.preferred_name"), "Zephyr Drum")
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    _restore()
    at_sample.lock()  # locked again with the restored form open: still there
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    _restore()
    assert _text("client_form.preferred_name") == "Zephyr Drum"
    click(await_part("client_form.cancel"))
    assert at_sample.computer.workspace.drafts.kept() == ()


def test_a_row_of_numbers_that_was_begun_is_there_again(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.start_note()
    at_sample.checkin.go()
    type_text("87")
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    _restore()
    assert at_sample.checkin.numbers("you") == (8, 7, None, None)


def test_the_own_words_of_a_summary_are_there_again(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(MAREN)
    window = at_sample.computer.window
    client_id = window.client_at_hand
    assert client_id is not None
    window.client_pages.open_summary(client_id)
    fill(await_part("summary.what_helped"), TYPED)
    window.go("home")
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    _restore()
    editor = at_sample.computer.window.pages.summary.options.own.what_helped
    assert editor.text() == TYPED
    assert at_sample.computer.window.pages.summary.client_id == client_id


def test_a_record_that_changed_meanwhile_stands_beside_what_was_typed(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(MAREN)
    client_id = at_sample.computer.window.client_at_hand
    assert client_id is not None
    at_sample.computer.window._desk.wishes.edit_client.emit(client_id)
    fill(await_part("client_form.phone"), "555 0100")
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    clients = at_sample.computer.workspace.clients
    details = clients.get(client_id).details
    changed = {name: getattr(details, name) for name in ClientDetails.__slots__} | {"phone": "555 0199"}
    clients.change(client_id, ClientDetails(**changed))
    _restore()
    field = await_part("client_form.phone", Field)
    assert field.text() == "555 0100"
    assert field.error == "Changed in the record since. It says: 555 0199"
    assert _text("client_form.preferred_name") == details.preferred_name
    click(await_part("client_form.cancel"))


def test_what_could_be_kept_nowhere_is_said_after_the_unlocking(
    at_sample: Counselor, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    press("Ctrl+Shift+N")
    fill(await_part("client_form.preferred_name"), "Zephyr Drum")
    with monkeypatch.context() as full:
        full.setattr("vitalshift_desktop.services.drafts.Drafts.keep", lambda *_: False)
        at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    await_words("could not be kept: there was no room on the drive")
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    assert not at_sample.computer.window.banner.isVisible()


def test_several_forms_are_restored_one_after_the_other(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.start_note()
    at_sample.checkin.go()
    type_text("87")
    press("Ctrl+Shift+N")
    fill(await_part("client_form.preferred_name"), "Zephyr Drum")
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    await_words("2 unfinished forms, the last from 13:18.")
    _restore()
    until(lambda: find("client_form.cancel", QAbstractButton), "the form")
    assert at_sample.checkin.numbers("you") == (8, 7, None, None)
    click(await_part("client_form.cancel"))
    assert at_sample.computer.workspace.drafts.kept() == ()
