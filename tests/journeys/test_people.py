"""The client's file by the keyboard alone, over a lock; and the session of a couple to which one of them came."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_button, await_part, await_words, click, find, press, type_text, until
from tests.journeys.ready import SAMPLE_PASSPHRASE

MAREN, COUPLE, CORIN = "Maren T.", "Corin and Tilde B.", "Corin B."


@pytest.fixture
def inside(at_sample: Counselor) -> Counselor:
    """Somebody who unlocked the sample practice."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    return at_sample


def tab_to(name: str) -> None:
    """Go on by Tab until this part has the focus."""
    for _step in range(60):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return
        press("Tab")
    raise AssertionError(f"{name} cannot be reached by Tab")


def test_a_medicine_is_added_by_the_keyboard_alone_and_half_of_it_survives_a_lock(inside: Counselor) -> None:
    inside.clients.open(MAREN)
    inside.clients.go_to("details")
    tab_to("details.medicines.act")
    press("Return")
    await_part("medicine_form")
    type_text("Iron")
    press("Tab")
    type_text("100 mg")
    inside.lock()
    inside.door.unlock(SAMPLE_PASSPHRASE)
    await_words("1 unfinished form")
    click(await_button("Restore"))
    await_part("medicine_form.name").setFocus()
    press("Ctrl+Return")
    until(lambda: find("medicine_form") is None, "the form to close")
    await_words("Added to medicines and other care.")
    workspace = inside.computer.workspace
    maren = workspace.clients.by_code("0147")
    told = [(one.details.name, one.details.dose) for one in workspace.medicines.of_client(maren.id)]
    assert told[-1] == ("Iron", "100 mg")
    click(await_button("Undo"))
    assert len(workspace.medicines.of_client(maren.id)) == len(told) - 1


def test_a_session_of_a_couple_to_which_one_came_goes_to_that_one_s_own_file(inside: Counselor) -> None:
    inside.clients.open(COUPLE)
    click(await_part("client.start", QPushButton))
    await_part("who_came")
    click(await_button(CORIN))
    await_words(f"Only {CORIN} came, who has a file of their own.")
    click(await_part("who_came.move", QPushButton))
    await_words(f"Moved to {CORIN}’s file.")
    workspace = inside.computer.workspace
    couple, corin = workspace.clients.by_code("0160"), workspace.clients.by_code("0153")
    assert workspace.sessions.of_client(couple.id) == ()
    assert workspace.clients.header(corin.id).due_session is not None
    click(await_button("Undo"))
    assert len(workspace.sessions.of_client(couple.id)) == 1
