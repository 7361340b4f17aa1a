"""A bar over the pages before unlocking: it says that a reminder is due, and knows no more than that."""

from PySide6.QtWidgets import QApplication, QWidget

from vitalshift_desktop.ui.desktop.system_notice import notice_words
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.words import _


class DueBar(Banner):
    """Hidden until something is due."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("bell", notice_words(), _("Close"), tone="info", parent=window)
        self.setObjectName("entry.due")
        self._over = window
        self.pressed.connect(self.hide)
        self.hide()

    def say(self) -> None:
        """Say it, also in the task bar."""
        self.show()
        QApplication.alert(self._over)
