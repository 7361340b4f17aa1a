import pytest
from PySide6.QtWidgets import QWidget

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.session_course import SessionCourse
from vitalshift_desktop.domain.sessions import CancelledBy
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.sessions.course_form import CourseForm
from vitalshift_desktop.ui.sessions.session_form import SessionForm


def test_start_and_length_are_noted_and_undone(desk: Desk, world: World, window: QWidget, wished: Wished) -> None:
    session = world.held(world.client())
    form = CourseForm(desk, session.id, window)
    form.late.show_text("10")
    form.lasted.show_text("40")
    form.save.click()
    assert world.workspace.courses.get(session.id) == SessionCourse(10, 40)
    wished.undo()
    assert world.workspace.courses.get(session.id) == SessionCourse()


@pytest.mark.parametrize(("late", "lasted"), [("-1", ""), ("241", ""), ("ten", ""), ("", "0"), ("", "721"), ("", "4h")])
def test_minutes_that_no_session_has_are_answered_at_their_field(
    desk: Desk, world: World, window: QWidget, late: str, lasted: str
) -> None:
    session = world.held(world.client())
    form = CourseForm(desk, session.id, window)
    form.open()
    form.late.show_text(late)
    form.lasted.show_text(lasted)
    form.save.click()
    assert form.isVisible()
    assert bool(form.late.error) == bool(late)
    assert bool(form.lasted.error) == bool(lasted)
    assert world.workspace.courses.get(session.id) == SessionCourse()


def test_a_lock_keeps_the_minutes_and_who_asked_to_move(desk: Desk, world: World, window: QWidget) -> None:
    session = world.held(world.client())
    form = CourseForm(desk, session.id, window)
    form.late.show_text("5")
    kept = form.half_filled()
    assert kept is not None
    again = form_of(desk, kept.place, window)
    assert isinstance(again, CourseForm)
    again.take_back(kept)
    assert again.late.text() == "5"
    moving = SessionForm(desk, window, session_id=session.id)
    moving.asked_by.choose(CancelledBy.COUNSELOR)
    half = moving.half_filled()
    assert half is not None
    moved = form_of(desk, half.place, window)
    assert isinstance(moved, SessionForm)
    moved.take_back(half)
    assert moved.asked_by.value is CancelledBy.COUNSELOR


def test_who_asked_to_move_a_session_is_kept_with_the_move(desk: Desk, world: World, window: QWidget) -> None:
    client = world.client()
    session = world.planned(client, 3)
    form = SessionForm(desk, window, session_id=session.id)
    form.asked_by.choose(CancelledBy.CLIENT)
    form.when.minutes.show_text("60")
    form.when.time.edit.setText("17:00")
    form.save.click()
    with world.workspace.vault.read() as work:
        (move,) = work.session_courses.moves_of_client(client.id)
    assert (move.asked_by, move.had_starts) == (CancelledBy.CLIENT, session.starts)


def test_a_new_session_is_not_asked_who_wants_to_move_it(desk: Desk, world: World, window: QWidget) -> None:
    form = SessionForm(desk, window, client_id=world.client().id)
    form.open()
    assert not form.asked_by.isVisible()
