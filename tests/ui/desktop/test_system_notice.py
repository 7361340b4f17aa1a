"""What a real bus with a desktop's portal is asked to show when a reminder is due."""

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import DesktopElsewhere
from vitalshift_desktop.ui.desktop.system_notice import SystemNotice, notice_words

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="portals are a thing of Linux")


def test_case_55_the_notice_says_that_a_reminder_is_due_and_nothing_else(
    desktop_elsewhere: DesktopElsewhere, bus: QDBusConnection
) -> None:
    owner = QObject()
    SystemNotice(owner, bus).show_due()
    said = desktop_elsewhere.hear()
    assert said == "notice reminder [('body', 'A reminder is due.'), ('title', 'VitalShift')]"


def test_without_a_portal_the_notice_does_no_harm(desktop_elsewhere: DesktopElsewhere, bus: QDBusConnection) -> None:
    desktop_elsewhere.let("no portal")
    owner = QObject()
    SystemNotice(owner, bus).show_due()
    assert notice_words() == "A reminder is due."


@pytest.mark.qt_log_ignore("QSystemTrayIcon", "systemTrayWindowChanged", "raise", extend=True)
def test_following_the_notice_beside_the_clock_leads_to_our_window(qtbot: QtBot) -> None:
    window = QWidget()
    window.setObjectName("entry")
    qtbot.addWidget(window)
    window.showMinimized()
    notice = SystemNotice(window)
    notice._beside_clock()
    (tray,) = notice.findChildren(QSystemTrayIcon)
    tray.messageClicked.emit()
    assert not window.isMinimized()
    assert not tray.isVisible()
