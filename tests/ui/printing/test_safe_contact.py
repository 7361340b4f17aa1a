from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.dialogs import FakeDialogs
from tests.ui.printing.paper_at_hand import AGREE, CANCEL, settled
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.printing.summary_page import SummaryPage

GO_ON = "Go on"
WORDS = "No letters to this client. To anybody but this client, you are Robin."


@pytest.fixture
def careful(desk: Desk, client: Client) -> None:
    """The client asked for no letters and for a cover name."""
    file = ClientFile(no_letters=True, no_voicemail=True, cover_name="Robin")
    desk.workspace.files.save(client.id, client.details, file)


@pytest.mark.usefixtures("careful")
def test_before_a_page_is_printed_or_saved_the_page_says_what_to_heed_and_asks_once(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    assert page.heed.isVisible()
    assert page.heed.sentence() == WORDS
    for file, button in ((tmp_path / "a.pdf", page.header.print), (tmp_path / "b.pdf", page.header.save)):
        dialogs.next_answer(GO_ON)
        if button is page.header.save:
            dialogs.next_answer(AGREE)
        dialogs.next_answer(file)
        button.click()
        qtbot.waitUntil(lambda file=file: file.exists() and not desk.background.is_busy)  # type: ignore[misc]  # bound at once
    assert [asked.text for asked in dialogs.asked if asked.title.startswith("This client asked")] == [WORDS, WORDS]
    assert len(desk.workspace.disclosures.of_client(client.id)) == 2


@pytest.mark.usefixtures("careful")
def test_whoever_does_not_go_on_prints_and_saves_nothing(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs
) -> None:
    settled(page, desk, qtbot)
    for button in (page.header.print, page.header.save):
        dialogs.next_answer(CANCEL)
        button.click()
    assert len(dialogs.asked) == 2
    assert desk.workspace.disclosures.of_client(client.id) == ()


@pytest.mark.usefixtures("careful")
def test_the_cover_name_is_not_said_while_names_are_shortened(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    desk.privacy.set_on(True)
    settled(page, desk, qtbot)
    assert "Robin" not in page.heed.sentence()


def test_where_nothing_was_asked_for_nothing_is_shown(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    assert not page.heed.isVisible()
