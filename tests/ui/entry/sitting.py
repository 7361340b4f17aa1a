"""Somebody who enters forms of one client by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.measures.administration import (
    Administration,
    AdministrationId,
)
from vitalshift_desktop.domain.measures.own_instruments import LicenceDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry.measure_form import MeasureForm, correcting


class Sitting:
    """One client, and forms over a window, all by keyboard."""

    def __init__(self, desk: Desk, world: World, over: QWidget) -> None:
        self.desk, self.world, self.over = desk, world, over
        self.client: Client = world.client("Maren Tveit")

    def licensed(self, instrument_id: str) -> None:
        """Note a licence, without which a form of which only numbers are known stays off."""
        self.world.workspace.instruments.note_licence(instrument_id, LicenceDetails("The publisher", "No. 1", None))

    def open(self, instrument_id: str | None = "phq9", **more: object) -> MeasureForm:
        form = MeasureForm(self.desk, self.over, self.client.id, instrument_id, **more)  # type: ignore[arg-type]  # by name
        return self._shown(form)

    def correct(self, administration_id: AdministrationId) -> MeasureForm:
        return self._shown(correcting(self.desk, administration_id, self.over))

    def type(self, keys: str) -> None:
        for key in keys:
            QTest.keyClicks(self.focused, key)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focused, key)

    @property
    def focused(self) -> QWidget:
        focused = self.opened.focusWidget()
        assert focused is not None
        return focused

    @property
    def forms(self) -> list[Administration]:
        with self.world.workspace.vault.read() as work:
            return list(work.measures.of_client(self.client.id))

    def _shown(self, form: MeasureForm) -> MeasureForm:
        form.open()
        self.opened = form
        return form
