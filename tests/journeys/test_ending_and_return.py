"""The work with a client ends, years later they come back, and a safety plan outlives a lock."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_button, await_part, await_words, click, fill, find, press, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.domain.episodes import Confirm, Ending
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.phase_thread import PhaseThread

CALIX = "Calix M."
PLAN = "When I count the tiles"


def _more(words: str) -> None:
    menu = await_part("client.more", QPushButton).menu()
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_the_work_ends_and_begins_again_years_later(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(CALIX)
    client_id = at_sample.computer.window.client_at_hand
    assert client_id is not None
    _more("End the work…")
    form = await_part("end_form")
    press("Down")
    press("Down")
    assert await_part("end_form.ending", ChoiceField).value is Ending.LOSS_OF_CONTACT
    fill(await_part("end_form.words"), "Three letters came back")
    press("Ctrl+Return")
    until(lambda: find("end_form") is not form, "the form to close")
    await_words("The work ended on 12 March 2026.")
    workspace = at_sample.computer.workspace
    episode = workspace.episodes.current(client_id)
    assert episode is not None
    assert episode.ending is Ending.LOSS_OF_CONTACT
    assert workspace.clients.get(client_id).status is ClientStatus.CLOSED
    at_sample.lock()
    at_sample.computer.clock.advance(days=900)
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(CALIX)
    assert await_part("client.start", QPushButton).text() == "New episode…"
    click(await_part("client.start"))
    await_words("Loss of contact, decided by both of you.")
    await_words("Three letters came back")
    button = await_part("new_episode.open", QPushButton)
    for what in Confirm:
        assert not button.isEnabled()
        click(await_part(f"new_episode.{what.value}", QCheckBox))
    click(button)
    at_sample.clients.await_open(CALIX)
    assert await_part("client.status").text() == "Active"  # type: ignore[attr-defined]  # a label
    assert "no session yet, episode 2" in await_part("client.service", QLabel).text()
    assert "Beginning" in await_part("client.phases", PhaseThread).sentence()
    assert at_sample.computer.workspace.clients.header(client_id).held == 0


def test_a_safety_plan_is_one_key_away_and_its_draft_outlives_a_lock(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(CALIX)
    press("Ctrl+Shift+S")
    click(await_part("safety_plan.change"))
    fill(await_part("safety_plan.own_steps"), PLAN)
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(CALIX)
    click(await_part("client.safety_plan"))
    assert at_sample.computer.window.pages.safety_plan.editor.plan().own_steps == PLAN
    click(await_button("Put in force"))
    await_words("Version 3, in force since 12 March 2026.")
    press("Alt+Left")
    at_sample.clients.await_open(CALIX)


def test_planning_or_writing_with_an_ended_client_asks_first_whether_the_work_begins_again(
    at_sample: Counselor,
) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(CALIX)
    window = at_sample.computer.window
    client_id = window.client_at_hand
    assert client_id is not None
    at_sample.computer.workspace.clients.set_status(client_id, ClientStatus.CLOSED, on=date(2026, 3, 11))
    for command in ("plan_session", "new_note"):
        window.menus.actions[command].trigger()
        await_words("How it ended was not recorded.")
        press("Alt+Left")
        at_sample.clients.await_open(CALIX)
