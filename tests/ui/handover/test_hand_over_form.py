"""The sheet before a form is handed over: what is ticked, what is asked, and what is armed."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from tests.services.world import World
from vitalshift_desktop.domain.client_measures import Moment, UseDetails
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.handovers import Packet
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.handover_intake import HandoverNews, News
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.handover.hand_over_form import HandOverForm
from vitalshift_desktop.ui.handover.news_words import news_words


@pytest.fixture
def session(world: World) -> Session:
    session = world.planned(world.client("Imke R."))
    world.workspace.client_measures.choose(session.client_id, "phq9", UseDetails())
    return session


@pytest.fixture
def packets(desk: Desk) -> list[Packet]:
    """What was handed over."""
    found: list[Packet] = []
    desk.wishes.handed_over.connect(found.append)
    return found


def sheet(desk: Desk, session: Session, window: QWidget) -> HandOverForm:
    form = HandOverForm(desk, session.id, window)
    form.open()
    return form


def test_before_the_session_what_is_due_at_its_start_is_ticked_and_said(
    desk: Desk, session: Session, window: QWidget, packets: list[Packet]
) -> None:
    form = sheet(desk, session, window)
    assert form.chosen == ("phq9",)
    assert "“Your answers are read with you today, not between sessions.”" in form.critical.text()
    assert form.critical.isVisible()
    assert not form.reason.isVisible()
    form.arm.click()
    (packet,) = packets
    assert ([one.id for one in packet.forms], packet.begins) == (["phq9"], False)


def test_at_the_end_the_check_in_is_ticked_and_begins_at_once(
    desk: Desk, world: World, session: Session, window: QWidget, packets: list[Packet]
) -> None:
    world.clock.set(session.starts + timedelta(minutes=45))
    form = sheet(desk, session, window)
    assert form.chosen == ("vs_checkin",)
    form.larger.click()
    form.begin.click()
    (packet,) = packets
    assert (packet.begins, packet.larger_text) == (True, True)


def test_a_critical_form_at_the_end_asks_why(
    desk: Desk, session: Session, window: QWidget, packets: list[Packet]
) -> None:
    form = sheet(desk, session, window)
    form.checks["vs_checkin"].click()
    form.moment.choose(Moment.END)
    form.moment.chosen.emit(Moment.END)
    assert form.chosen == ("phq9", "vs_checkin")
    assert form.reason.isVisible()
    form.begin.click()
    assert form.reason.error
    assert packets == []
    form.reason.show_text("He came late.")
    form.begin.click()
    assert len(packets) == 1


def test_why_a_form_is_used_at_the_end_need_not_be_said_again(
    desk: Desk, world: World, window: QWidget, packets: list[Packet]
) -> None:
    session = world.planned(world.client("Imke R."))
    at_the_end = UseDetails(moment=Moment.END, reason="Her bus comes late.")
    world.workspace.client_measures.choose(session.client_id, "phq9", at_the_end)
    world.clock.set(session.starts + timedelta(minutes=45))
    form = sheet(desk, session, window)
    assert form.chosen == ("phq9", "vs_checkin")
    assert form.reason.text() == "Her bus comes late."
    form.begin.click()
    assert len(packets) == 1


def test_a_form_that_the_session_has_cannot_be_ticked_and_nothing_ticked_begins_nothing(
    desk: Desk, world: World, session: Session, window: QWidget
) -> None:
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 8, 8))
    form = sheet(desk, session, window)
    assert not form.checks["vs_checkin"].isEnabled()
    form.checks["phq9"].click()
    assert not form.begin.isEnabled()
    assert form.begin.toolTip()


def test_for_a_minor_a_guardian_may_be_the_one_who_answers(
    desk: Desk, world: World, window: QWidget, packets: list[Packet]
) -> None:
    details = ClientDetails(preferred_name="Tomke", born=world.today.replace(year=world.today.year - 12))
    session = world.planned(world.workspace.clients.add(details))
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 8, 8))
    form = sheet(desk, session, window)
    assert form.rater.isVisible()
    assert not form.checks["vs_checkin"].isEnabled()
    form.rater.choose(Rater.GUARDIAN)
    form.rater.chosen.emit(Rater.GUARDIAN)
    form.checks["vs_checkin"].click()
    form.begin.click()
    with world.workspace.vault.read() as work:
        assert [one.rater for one in work.handovers.open()] == [Rater.GUARDIAN]
    assert len(packets) == 1


def test_what_became_of_it_is_told_with_the_name_that_privacy_allows(desk: Desk, world: World) -> None:
    client = world.client("Imke R.")
    news = (
        HandoverNews(News.TAKEN_IN, client=client, given=("PHQ-9",), declined=("Session check-in",)),
        HandoverNews(News.WAITING),
    )
    words = news_words(news, desk.privacy.name)
    assert words.startswith("Imke R. answered PHQ-9, and left out Session check-in. Answers that a client gave")
    desk.privacy.toggle()
    assert "Imke" not in news_words(news, desk.privacy.name)
    assert news_words((), desk.privacy.name) == ""
