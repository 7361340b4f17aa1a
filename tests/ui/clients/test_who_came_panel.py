import pytest
from pytestqt.qtbot import QtBot

from tests.ui.clients.conftest import Added, Held, Offered
from vitalshift_desktop.domain.client_files import ClientFile, ClientKind
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.clients.who_came_panel import WhoCamePanel
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.labels import TextLabel


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> WhoCamePanel:
    made = WhoCamePanel(desk)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def ana(added: Added) -> ClientId:
    return added("Ana")


@pytest.fixture
def session(workspace: Workspace, added: Added, held: Held, ana: ClientId) -> SessionId:
    """A session of the couple Ana and Ben, of whom Ana has a file of her own."""
    joint = added("Ana and Ben")
    workspace.files.save(joint, workspace.clients.get(joint).details, ClientFile(kind=ClientKind.COUPLE))
    workspace.joint_files.add_member(joint, client_id=ana)
    workspace.joint_files.add_member(joint, name="Ben")
    return held(joint, 0)


def test_in_the_file_of_one_person_nothing_is_asked(panel: WhoCamePanel, added: Added, held: Held) -> None:
    panel.show_session(held(added("Maren"), 0))
    assert panel.boxes == {}
    assert panel.findChildren(TextLabel) == []


def test_when_one_alone_came_the_session_can_go_to_their_own_file_and_back(
    panel: WhoCamePanel, session: SessionId, workspace: Workspace, ana: ClientId, offered: Offered
) -> None:
    panel.show_session(session)
    next(iter(panel.boxes.values())).click()
    assert panel.move_it is not None
    assert panel.move_it.text() == "Move to Ana’s file"
    workspace.notes.start(session)
    panel.move_it.click()
    assert workspace.sessions.get(session).client.id == ana
    assert panel.boxes == {}
    offered[0][1]()
    assert workspace.sessions.get(session).client.name == "Ana and Ben"
    panel.look_again()
    list(panel.boxes.values())[1].click()
    assert panel.move_it is None


def test_once_the_note_is_signed_who_came_stays_as_it_is(
    panel: WhoCamePanel, session: SessionId, workspace: Workspace
) -> None:
    panel.show_session(session)
    next(iter(panel.boxes.values())).click()
    note = workspace.notes.start(session)
    sections = tuple(type(one)(one.key, "Both talked.") for one in note.sections)
    workspace.notes.sign(workspace.notes.save_draft(note.id, sections, base_version=note.version).id)
    panel.look_again()
    assert not any(box.isEnabled() for box in panel.boxes.values())
    assert panel.move_it is None


def test_initials_only_shortens_the_members(panel: WhoCamePanel, session: SessionId, desk: Desk) -> None:
    desk.privacy.set_on(True)
    panel.show_session(session)
    assert [box.text() for box in panel.boxes.values()] == ["A.", "B."]
