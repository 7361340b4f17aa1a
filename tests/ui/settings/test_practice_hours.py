"""The hours of the practice in the settings, the one place where they are."""

from datetime import time

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.contact_rules import ContactHours
from vitalshift_desktop.ui.boundary_events.drift_page import DriftPage
from vitalshift_desktop.ui.boundary_events.rule_form import RuleForm
from vitalshift_desktop.ui.boundary_forms import BoundaryForms
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.settings.hours_part import HoursPart
from vitalshift_desktop.ui.settings.settings_page import SettingsPage


def test_the_hours_are_changed_in_the_settings_and_the_drift_watch_leads_there(
    desk: Desk, world: World, window: QWidget, qtbot: QtBot
) -> None:
    forms = BoundaryForms(desk, window)
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    bridge = EventBridge(world.workspace.events, page)
    bridge.changed.connect(page.hear)
    with qtbot.waitExposed(page):
        page.show()
    part = page.section("practice").findChild(HoursPart)
    assert part is not None
    assert part.hours.text() == "None are set."
    part.change.click()
    form = window.findChild(RuleForm)
    assert form is not None
    form.save.click()
    qtbot.waitUntil(lambda: part.hours.text() == "Monday to Friday, 09:00 to 18:00")
    known = ContactHours(frozenset(range(5)), time(9, 0), time(18, 0))
    assert world.workspace.contact_rules.practice_hours() == known
    drift = DriftPage(desk)
    qtbot.addWidget(drift)
    with qtbot.waitSignal(desk.wishes.settings) as wished:
        drift.change_hours.click()
    assert wished.args == ["practice"]
    assert forms is not None
