from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.domain.sessions import Modality, Session
from vitalshift_desktop.ui.dates_in_words import day_words, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.sessions.client_choices import client_choices
from vitalshift_desktop.ui.sessions.session_form import SessionForm


def _opened(form: SessionForm) -> SessionForm:
    form.open()
    return form


def _all(world: World) -> list[Session]:
    days = world.workspace.sessions.week(world.today)
    return [line.session for day in days for line in day.sessions]


def test_a_session_is_planned_at_the_time_that_was_typed(
    world: World, desk: Desk, window: QWidget, wished: Wished, qtbot: QtBot
) -> None:
    maren = world.client()
    form = _opened(SessionForm(desk, window, client_id=maren.id))
    form.when.day.show_day(world.today + timedelta(days=1))
    form.when.time.edit.clear()
    QTest.keyClicks(form.when.time.edit, "13:30")
    form.modality.choose(Modality.VIDEO)
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(form.when.time.edit, Qt.Key.Key_Return)
    (session,) = _all(world)
    assert (session.client_id, session.day, session.local_start.time(), session.minutes, session.modality) == (
        maren.id,
        world.today + timedelta(days=1),
        time(13, 30),
        50,
        Modality.VIDEO,
    )
    wished.undo()
    assert _all(world) == []


def test_a_client_with_sessions_is_offered_the_usual_time_next_week(world: World, desk: Desk, window: QWidget) -> None:
    maren = world.client()
    world.held(maren, at=time(9, 0))
    form = _opened(SessionForm(desk, window, client_id=maren.id))
    assert (form.when.day.day(), form.when.time.at()) == (world.today + timedelta(days=7), time(9, 0))


def test_a_clash_is_said_in_words_at_the_time_and_what_was_typed_stays(
    world: World, desk: Desk, window: QWidget
) -> None:
    world.planned(world.client("Tobiah L."), at=time(15, 0))
    form = _opened(SessionForm(desk, window, client_id=world.client("Maren T.").id))
    form.when.day.show_day(world.today)
    form.when.time.show_time(time(15, 30))
    form.save.click()
    span = f"{time_words(time(15, 0))} to {time_words(time(15, 50))}"
    assert form.clash.sentence() == f"Tobiah L. is booked {day_words(world.today)}, {span}."
    assert form.when.time.edit.accessibleDescription() == form.clash.sentence()
    assert form.when.time.at() == time(15, 30)
    assert form.isVisible()
    assert len(_all(world)) == 1


def test_book_anyway_is_a_second_button_that_enter_does_not_press(world: World, desk: Desk, window: QWidget) -> None:
    world.planned(world.client("Tobiah L."), at=time(15, 0))
    form = _opened(SessionForm(desk, window, client_id=world.client("Maren T.").id))
    form.when.day.show_day(world.today)
    form.when.time.show_time(time(15, 0))
    assert not form.anyway.isVisible()
    for _again in range(2):
        QTest.keyClick(form.when.time.edit, Qt.Key.Key_Return)
    assert len(_all(world)) == 1
    form.anyway.click()
    assert [session.local_start.time() for session in _all(world)] == [time(15, 0), time(15, 0)]


def test_another_time_takes_the_clash_away(world: World, desk: Desk, window: QWidget) -> None:
    world.planned(world.client("Tobiah L."), at=time(15, 0))
    form = _opened(SessionForm(desk, window, client_id=world.client("Maren T.").id))
    form.when.day.show_day(world.today)
    form.when.time.show_time(time(15, 0))
    form.save.click()
    form.when.time.edit.selectAll()
    QTest.keyClicks(form.when.time.edit, "16:00")
    assert form.clash.sentence() == ""
    assert not form.anyway.isVisible()
    form.save.click()
    assert len(_all(world)) == 2


def test_the_name_in_a_clash_is_shortened_while_names_are(world: World, desk: Desk, window: QWidget) -> None:
    world.planned(world.client("Tobiah Lund"), at=time(15, 0))
    desk.privacy.set_on(True)
    form = _opened(SessionForm(desk, window, client_id=world.client("Maren Tveit").id))
    form.when.day.show_day(world.today)
    form.when.time.show_time(time(15, 0))
    form.save.click()
    assert form.clash.sentence().startswith("T. L. is booked")
    assert not [label.text() for label in form.findChildren(QLabel) if "Maren" in label.text()]


def test_moving_changes_time_and_way_of_meeting_and_can_be_undone(
    world: World, desk: Desk, window: QWidget, wished: Wished
) -> None:
    session = world.planned(world.client(), at=time(15, 0))
    form = _opened(SessionForm(desk, window, session_id=session.id))
    assert (form.when.day.day(), form.when.time.at(), form.client.isVisible()) == (world.today, time(15, 0), False)
    form.when.day.show_day(world.today + timedelta(days=2))
    form.modality.choose(Modality.PHONE)
    form.save.click()
    (moved,) = _all(world)
    assert (moved.id, moved.day, moved.modality) == (session.id, world.today + timedelta(days=2), Modality.PHONE)
    wished.undo()
    assert _all(world)[0].starts == session.starts


def test_a_signed_session_cannot_be_moved_and_the_form_says_why(world: World, desk: Desk, window: QWidget) -> None:
    session = world.held(world.client())
    world.signed(session)
    form = _opened(SessionForm(desk, window, session_id=session.id))
    form.when.day.show_day(world.today - timedelta(days=2))
    form.save.click()
    assert "signed" in form.error.sentence()
    assert form.isVisible()


@pytest.mark.parametrize("typed", ["", "0", "4", "721", "fifty", "-50", "1e2"])
def test_an_impossible_length_is_said_at_its_field(world: World, desk: Desk, window: QWidget, typed: str) -> None:
    form = _opened(SessionForm(desk, window, client_id=world.client().id))
    form.when.minutes.show_text(typed)
    form.save.click()
    assert form.when.minutes.error == "From 5 to 720 minutes."
    assert _all(world) == []


@pytest.mark.parametrize(("field", "typed"), [("day", "the day after"), ("day", ""), ("time", "25:99"), ("time", "")])
def test_a_day_or_time_that_is_none_is_said_at_its_field(
    world: World, desk: Desk, window: QWidget, field: str, typed: str
) -> None:
    form = _opened(SessionForm(desk, window, client_id=world.client().id))
    part = form.when.day if field == "day" else form.when.time
    edit: QLineEdit = part.edit
    edit.setText(typed)
    form.save.click()
    assert part.error
    assert _all(world) == []


def test_without_a_client_one_is_asked_for_and_closed_ones_are_not_offered(
    world: World, desk: Desk, window: QWidget
) -> None:
    world.workspace.clients.set_status(world.client("Corin B.").id, ClientStatus.CLOSED, "moved away")
    maren = world.client("Maren T.")
    assert [words for _client_id, words in client_choices(desk)] == ["Choose a client", "Maren T."]
    form = _opened(SessionForm(desk, window))
    form.save.click()
    assert form.client.error == "Choose whom the session is with."
    form.client.choose(maren.id)
    form._on_client(maren.id)
    form.save.click()
    assert [session.client_id for session in _all(world)] == [maren.id]


def test_choosing_a_client_offers_their_usual_time_unless_one_was_typed(
    world: World, desk: Desk, window: QWidget
) -> None:
    maren = world.client()
    world.held(maren, at=time(9, 0))
    form = _opened(SessionForm(desk, window))
    form._on_client(maren.id)
    assert form.when.time.at() == time(9, 0)
    other = _opened(SessionForm(desk, window))
    QTest.keyClicks(other.when.time.edit, " ")
    other.when.time.show_time(time(17, 0))
    other._on_client(maren.id)
    assert other.when.time.at() == time(17, 0)


def test_escape_plans_nothing(world: World, desk: Desk, window: QWidget) -> None:
    form = _opened(SessionForm(desk, window, client_id=world.client().id))
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert _all(world) == []


def test_a_first_session_is_offered_for_the_next_full_hour(world: World, desk: Desk, window: QWidget) -> None:
    world.clock.advance(minutes=20)
    form = _opened(SessionForm(desk, window, client_id=world.client().id))
    assert (form.when.day.day(), form.when.time.at()) == (date(2026, 3, 2), time(11, 0))
