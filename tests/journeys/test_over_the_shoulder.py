"""Initials only: on no page can a name or a word of the record be made out; the cover shows the clock alone."""

from collections.abc import Iterator

import pytest

from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_button, await_part, click, let_work, press
from tests.journeys.ready import SAMPLE_PASSPHRASE
from tests.journeys.shoulder import names_in, seen_of, to_be_seen, words_of_records
from vitalshift_desktop.ui.widgets.tab_row import TabRow

MAIN_PAGES = (
    "home",
    "clients",
    "reminders",
    "insights",
    "inbox",
    "fees",
    "drift",
    "consultations",
    "search",
    "settings",
    "vault",
)
NAMES = ("Maren T.", "Calix M.")


@pytest.fixture
def inside(at_sample: Counselor) -> Counselor:
    """Somebody who unlocked the sample practice."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    return at_sample


def pages(counselor: Counselor) -> Iterator[str]:
    """Goes to one page after the other and tells which it is."""
    window = counselor.computer.window
    for key in MAIN_PAGES:
        window.go(key)
        yield key
    press("Ctrl+1")
    press("Ctrl+1")
    yield "week"
    for name in NAMES:
        client = next(line.client for line in counselor.computer.workspace.clients.lines() if line.client.name == name)
        window.open_client(client.id, "overview")
        tabs = await_part("client.tabs", TabRow)
        for _tab in range(tabs.count()):
            yield f"{name} {tabs.current_key()}"
            if tabs.current_key() == "agreements":
                click(await_button("Notes"))
                yield f"{name} notes on agreements"
            press("Ctrl+Tab")
        window.client_pages.open_consents(client.id)
        yield f"{name} consents"
        counselor.computer.window.menus.actions["process_notes"].trigger()
        yield f"{name} process notes"
        counselor.computer.window.menus.actions["review_sheet"].trigger()
        yield f"{name} review sheet"
        lines = counselor.computer.workspace.sessions.of_client(client.id)
        for line in [line for line in lines if line.session.was_held][:2]:
            window.client_pages.open_note(line.session.id)
            note_tabs = await_part("note.tabs", TabRow)
            for _tab in range(note_tabs.count()):
                yield f"{name} note {note_tabs.current_key()}"
                note_tabs.step(1)


def test_with_initials_only_no_page_shows_a_name_or_a_word_of_the_record(inside: Counselor) -> None:
    workspace = inside.computer.workspace
    names, words = names_in(workspace), words_of_records(workspace)
    assert len(names) >= 8
    assert len(words) > 100
    assert seen_of(names), "they can be seen before"
    press("Ctrl+Shift+I")
    found = {}
    for page in pages(inside):
        let_work()
        seen = seen_of(names | words)
        if seen:
            found[page] = seen
    assert found == {}


def test_the_cover_shows_neither(inside: Counselor) -> None:
    names = names_in(inside.computer.workspace)
    inside.clients.open(NAMES[0])
    press("F8")
    let_work()
    assert seen_of(names) == []
    assert "Maren" not in to_be_seen()
