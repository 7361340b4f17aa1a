from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.presence import PresentRole
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedRole
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.sessions.presence_form import PresenceForm
from vitalshift_desktop.ui.sessions.presence_panel import PresencePanel
from vitalshift_desktop.ui.sessions.session_form import SessionForm


def test_where_an_interpreter_is_used_sessions_and_their_company_are_asked_accordingly(
    world: World, desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    client, other = world.client(), world.client("Noor B.")
    world.workspace.files.save(client.id, client.details, ClientFile(interpreter_language="Dari"))
    plan = SessionForm(desk, window, client_id=client.id)
    plan.open()
    assert plan.interpreter.isVisible()
    plan.reject()
    plan = SessionForm(desk, window, client_id=other.id)
    plan.open()
    assert not plan.interpreter.isVisible()
    plan.reject()
    session = world.held(client, 0)
    panel = PresencePanel(desk)
    qtbot.addWidget(panel)
    panel.show_session(session.id)
    panel.look_again()
    assert panel.interpreter.isVisibleTo(panel)
    form = PresenceForm(desk, session.id, window)
    form.open()
    assert form.role.value is PresentRole.INTERPRETER
    form.reject()
    world.workspace.related_people.add(client.id, PersonDetails("Ana R.", RelatedRole.INTERPRETER))
    form = PresenceForm(desk, session.id, window)
    form.open()
    ((box, _who),) = form.boxes
    assert box.isChecked()
    form.briefing.show_text("10")
    form.save.click()
    panel.look_again()
    assert not panel.interpreter.isVisibleTo(panel)
