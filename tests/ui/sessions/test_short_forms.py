from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.sessions.cancel_form import CancelForm
from vitalshift_desktop.ui.sessions.unplanned_form import UnplannedForm


def _cancel_form(desk: Desk, session_id: object, window: QWidget) -> CancelForm:
    form = CancelForm(desk, session_id, window)  # type: ignore[arg-type]  # an id of the services
    form.open()
    return form


def test_enter_marks_as_canceled_by_the_client_and_undo_takes_it_back(
    world: World, desk: Desk, window: QWidget, wished: Wished
) -> None:
    session = world.planned(world.client())
    form = _cancel_form(desk, session.id, window)
    focus = form.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    canceled = world.workspace.sessions.get(session.id).session
    assert (canceled.attendance, canceled.cancelled_by, canceled.late_notice) == (
        Attendance.CANCELLED,
        CancelledBy.CLIENT,
        False,
    )
    assert wished.undos[0][0] == "Maren T.: Canceled by client."
    wished.undo()
    assert world.workspace.sessions.get(session.id).session == session


def test_the_keyboard_alone_says_that_i_canceled_on_short_notice(world: World, desk: Desk, window: QWidget) -> None:
    session = world.planned(world.client())
    form = _cancel_form(desk, session.id, window)
    focus = form.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Right)
    form.notice.setFocus()
    QTest.keyClick(form.notice, Qt.Key.Key_Space)
    QTest.keyClick(form.notice, Qt.Key.Key_Return)
    canceled = world.workspace.sessions.get(session.id).session
    assert (canceled.cancelled_by, canceled.late_notice) == (CancelledBy.COUNSELOR, True)


def test_escape_keeps_the_session(world: World, desk: Desk, window: QWidget) -> None:
    session = world.planned(world.client())
    form = _cancel_form(desk, session.id, window)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert world.workspace.sessions.get(session.id).session == session


def test_a_canceled_session_opens_with_what_was_said_before(world: World, desk: Desk, window: QWidget) -> None:
    session = world.planned(world.client())
    world.workspace.sessions.set_attendance(session.id, Attendance.CANCELLED, CancelledBy.COUNSELOR, late_notice=True)
    form = _cancel_form(desk, session.id, window)
    assert (form.by.value, form.notice.isChecked()) == (CancelledBy.COUNSELOR, True)
    form.reject()


def test_a_session_with_a_signed_note_is_canceled_only_as_a_correction(
    world: World, desk: Desk, window: QWidget
) -> None:
    session = world.held(world.client())
    world.signed(session)
    asked: list[tuple[object, object]] = []
    desk.wishes.correct_attendance.connect(lambda *what: asked.append(what))
    form = _cancel_form(desk, session.id, window)
    form.save.click()
    assert asked == [(session.id, Attendance.CANCELLED)]
    assert world.workspace.sessions.get(session.id).session == session


def test_the_name_is_shortened_in_the_form_too(world: World, desk: Desk, window: QWidget) -> None:
    session = world.planned(world.client("Maren Tveit"))
    desk.privacy.set_on(True)
    form = _cancel_form(desk, session.id, window)
    assert any(label.text().startswith("M. T., ") for label in form.findChildren(QLabel))
    form.reject()


def test_an_unplanned_session_begins_now(world: World, desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    maren = world.client()
    form = UnplannedForm(desk, window)
    form.open()
    form.client.choose(maren.id)
    form._on_client(maren.id)
    assert not form.another.isVisible()
    with qtbot.waitSignal(form.started) as started:
        form.start.click()
    (line,) = world.workspace.sessions.of_client(maren.id)
    assert started.args == [line.session.id]
    assert (line.session.starts, line.session.attendance) == (world.clock.now(), Attendance.ATTENDED)


def test_a_client_with_a_session_today_gets_the_note_of_that_one(
    world: World, desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    maren = world.client()
    planned = world.planned(maren, at=time(10, 30))
    form = UnplannedForm(desk, window)
    form.open()
    form.client.choose(maren.id)
    form._on_client(maren.id)
    assert "The note will be for that one." in form.hint.text()
    with qtbot.waitSignal(form.started) as started:
        form.start.click()
    assert started.args == [planned.id]
    assert len(world.workspace.sessions.of_client(maren.id)) == 1


def test_another_session_on_the_same_day_is_started_on_purpose(
    world: World, desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    maren = world.client()
    planned = world.planned(maren, at=time(10, 30))
    form = UnplannedForm(desk, window)
    form.open()
    form.client.choose(maren.id)
    form._on_client(maren.id)
    with qtbot.waitSignal(form.started) as started:
        form.another.click()
    assert started.args != [planned.id]
    assert len(world.workspace.sessions.of_client(maren.id)) == 2


def test_without_a_client_nothing_is_started(world: World, desk: Desk, window: QWidget) -> None:
    form = UnplannedForm(desk, window)
    form.open()
    form.start.click()
    assert form.client.error == "Choose whom the session was with."
    assert form.isVisible()
    form.reject()
