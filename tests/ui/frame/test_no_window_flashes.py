from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.services.world import World
from vitalshift_desktop.ui.main_window import MainWindow


class Watch(QObject):
    """Notes every widget that was shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_making_the_pages_opens_no_window_that_would_take_the_keys(
    window: MainWindow, world: World, qapp: QApplication
) -> None:
    client = world.client()
    session = world.planned(client)
    watch = Watch()
    qapp.installEventFilter(watch)
    for tab in [tab.key for tab in window.pages.clients.workspace._tabs]:
        window.open_client(client.id, tab)
    for page in ("reminders", "insights", "inbox", "vault", "settings", "home"):
        window.go(page)
    window.client_pages.open_note(session.id)
    qapp.removeEventFilter(watch)
    assert watch.windows == []
    assert window.isActiveWindow()
