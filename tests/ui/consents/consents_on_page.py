"""One client's consents on their page, for tests."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.consents import Consent, ConsentDetails, ConsentKind
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedPerson, RelatedRole
from vitalshift_desktop.ui.consents.consents_page import ConsentsPage
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

Form = TypeVar("Form", bound=DialogFrame)


class Consented:
    """A child's consents on their page."""

    def __init__(self, world: World, desk: Desk, qtbot: QtBot) -> None:
        self.world, self.desk = world, desk
        self.consents = world.workspace.consents
        self.client = world.workspace.clients.add(ClientDetails(preferred_name="Wren A.", born=date(2014, 5, 1)))
        self.page = ConsentsPage(desk)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 700)
        EventBridge(world.workspace.events, self.page).changed.connect(self.page.hear)
        self.page.show_client(self.client.id)

    def shown(self, qtbot: QtBot) -> "Consented":
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        return self

    def guardian(self, name: str, part: ConsentPart = ConsentPart.JOINTLY) -> RelatedPerson:
        details = PersonDetails(name, RelatedRole.GUARDIAN, consent=part)
        return self.world.workspace.related_people.add(self.client.id, details)

    def given(self, kind: ConsentKind = ConsentKind.THERAPY, **more: object) -> Consent:
        details = ConsentDetails(kind, self.world.today, "What we do and what else there is.")
        given = self.consents.record(self.client.id, replace(details, **more))  # type: ignore[arg-type]  # test data
        self.page.look_again()
        return given

    def press(self, name: str) -> None:
        button = self.page.findChild(QPushButton, name)
        assert button is not None, name
        button.click()

    def act(self, entry: str, action: str) -> None:
        more = self.page.findChild(QPushButton, f"{entry}.more")
        assert more is not None
        actions: list[QAction] = more.menu().actions()
        next(one for one in actions if one.text() == action).trigger()

    def form(self, kind: type[Form]) -> Form:
        (form,) = [form for form in self.page.window().findChildren(kind) if form.isVisible()]
        return form


def words(part: QWidget) -> str:
    """What is written in a part, from the top."""
    labels = [one for one in part.findChildren(QWidget) if isinstance(one, RecordLabel | TextLabel)]
    return "\n".join(one.words() if isinstance(one, RecordLabel) else one.text() for one in labels)
