"""The form that corrects attendance does it in one act, or not at all."""

from PySide6.QtWidgets import QWidget

from tests.services.world import World
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.sessions.correct_form import CorrectForm


def test_a_correction_after_signing_whose_line_is_refused_changes_nothing(
    world: World, desk: Desk, window: QWidget
) -> None:
    session = world.held(world.client(), -1)
    world.signed(session)
    form = CorrectForm(desk, session.id, window, attendance=Attendance.DID_NOT_ATTEND)
    form.open()
    form.reason.edit.setText("Wrong row.")
    form.fields.line.edit.setText("Away\u202eon a trip")
    form.save.click()
    assert form.error.sentence()
    assert world.workspace.sessions.attendance_changes(session.id) == ()
    form.fields.line.edit.setText("Away on a trip")
    form.save.click()
    assert len(world.workspace.sessions.attendance_changes(session.id)) == 1
    assert world.workspace.sessions.absence(session.id).line == "Away on a trip"
