from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.dialogs import FakeDialogs
from tests.ui.printing.paper_at_hand import CANCEL, save, settled
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.consents import ConsentDetails, ConsentKind
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnowDetails
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedRole
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.printing.summary_page import SummaryPage


@pytest.fixture
def released(desk: Desk, client: Client) -> ConsentDetails:
    """A release to the client's doctor, for three months."""
    day = today(desk.workspace.clock)
    details = ConsentDetails(
        ConsentKind.RELEASE, day, "What would be told", recipient="Dr. Ruiz", scope="Dates of sessions.",
        purpose="Care of the sleep", until=day + timedelta(90),
    )  # fmt: skip
    return desk.workspace.consents.record(client.id, details).details


def name(page: SummaryPage, words: str) -> None:
    page.options.recipient.edit.clear()
    QTest.keyClicks(page.options.recipient.edit, words)


def test_a_page_for_the_client_asks_for_no_release(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    assert not page.told.isVisible()


def test_a_page_for_somebody_else_says_when_there_is_no_release_and_asks_once(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    name(page, "Dr. Ruiz")
    assert page.told.isVisible()
    assert page.told.sentence() == "No release to this recipient is recorded."
    dialogs.next_answer(CANCEL)
    page.header.save.click()
    assert desk.workspace.disclosures.of_client(client.id) == ()
    dialogs.next_answer("Go on")
    save(page, dialogs, tmp_path / "out.pdf")
    qtbot.waitUntil(page.outcome.isVisible)
    (entry,) = desk.workspace.disclosures.of_client(client.id)
    assert (entry.recipient, entry.audience) == ("Dr. Ruiz", "client")


@pytest.mark.usefixtures("released")
def test_a_release_that_holds_is_found_and_nothing_is_asked(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    name(page, "dr. ruiz")
    assert page.told.sentence() == (
        "A release to this recipient holds from 2 March 2026 to 31 May 2026. "
        "It covers: Dates of sessions. For: Care of the sleep."
    )
    save(page, dialogs, tmp_path / "out.pdf")
    qtbot.waitUntil(page.outcome.isVisible)
    assert [entry.recipient for entry in desk.workspace.disclosures.of_client(client.id)] == ["dr. ruiz"]
    assert "No release" not in " ".join(asked.title for asked in dialogs.asked)


@pytest.mark.usefixtures("released")
def test_words_of_the_release_are_not_shown_while_names_are_shortened(
    qtbot: QtBot, page: SummaryPage, desk: Desk
) -> None:
    desk.privacy.set_on(True)
    settled(page, desk, qtbot)
    name(page, "Dr. Ruiz")
    assert "sleep" not in page.told.sentence()
    assert "Ruiz" not in page.options.recipient.edit.displayText()


def test_what_a_parent_may_know_is_said_before_a_page_is_handed_to_them(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client
) -> None:
    kim = desk.workspace.related_people.add(client.id, PersonDetails("Kim A.", RelatedRole.GUARDIAN))
    cells = ((kim.id, Knowledge.FEES, KnowAnswer.MAY_KNOW), (kim.id, Knowledge.SAID, KnowAnswer.NOT))
    day = today(desk.workspace.clock)
    desk.workspace.may_know.agree(client.id, MayKnowDetails(day, "Maren and Kim", cells))
    settled(page, desk, qtbot)
    name(page, "Kim A.")
    told = page.told.sentence()
    assert "Guardian. May know: fees." in told
    assert "Not: what is said in sessions." in told
    assert "Agreed on 2 March 2026." in told


def test_the_recipient_is_kept_by_a_lock(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    name(page, "Dr. Ruiz")
    (kept,) = page.half_filled()
    page.options.recipient.show_text("")
    page.take_back(kept)
    assert page.options.recipient.text() == "Dr. Ruiz"
    assert page.told.isVisible()
    settled(page, desk, qtbot)


@pytest.mark.usefixtures("released")
def test_whoever_has_a_release_and_the_people_around_the_client_are_offered_to_choose_from(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client
) -> None:
    day = today(desk.workspace.clock)
    people = desk.workspace.related_people
    people.add(client.id, PersonDetails("Kim A.", RelatedRole.GUARDIAN))
    people.add(client.id, PersonDetails("Sol & Sons", RelatedRole.OTHER, until=day - timedelta(1)))
    people.add(client.id, PersonDetails("dr.  ruiz", RelatedRole.GP))
    people.add(client.id, PersonDetails("Dr. Ode", RelatedRole.GP))
    settled(page, desk, qtbot)
    page.look_again()
    actions = page.options.known.menu().actions()
    assert [one.text() for one in actions] == [
        "Dr. Ruiz (GP, with a release)", "Dr. Ode (GP)", "Kim A. (Guardian)",
    ]  # fmt: skip
    actions[0].trigger()
    assert page.options.recipient.text() == "Dr. Ruiz"
    assert page.told.sentence().startswith("A release to this recipient holds")
    desk.privacy.set_on(True)
    page.look_again()
    assert "Ruiz" not in " ".join(one.text() for one in page.options.known.menu().actions())
    settled(page, desk, qtbot)


def test_nobody_is_offered_where_the_record_knows_nobody(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    assert page.options.known.isHidden()
    name(page, "The court")
    assert page.options.recipient.text() == "The court"
    settled(page, desk, qtbot)
