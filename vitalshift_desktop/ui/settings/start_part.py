"""Whether the app starts with the desktop session; offered where one entry of our own does it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.desktop.autostart import Autostart
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class StartPart(QWidget):
    """The entry itself is the setting: what the desktop's own settings changed about it is shown."""

    def __init__(self, autostart: Autostart | None = None) -> None:
        super().__init__()
        self._autostart = autostart or Autostart()
        self.start = CheckBox(_("Start VitalShift when I log in"))
        self.start.setObjectName("settings.autostart")
        self.said = TextLabel(tone="attn", size="c")
        self.said.setObjectName("settings.autostart_said")
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().scale(14))
        column.addWidget(self.start)
        column.addWidget(TextLabel(start_words(offered=self._autostart.is_offered), tone="3", size="c"))
        column.addWidget(self.said)
        self.start.setEnabled(self._autostart.is_offered)
        self.start.clicked.connect(self._on_start)

    def look_again(self) -> None:
        """Show whether the entry is there."""
        self.start.setChecked(self._autostart.is_offered and self._autostart.is_on)

    def _on_start(self, is_on: bool) -> None:
        done = self._autostart.switch_on() if is_on else self._autostart.switch_off()
        told = _("The entry in {folder} could not be changed.").format(folder=self._autostart.file.parent)
        self.said.setText("" if done else told)
        self.said.setVisible(not done)
        self.look_again()


def start_words(*, offered: bool) -> str:
    """What it does on this system."""
    if offered:
        return _(
            "It comes up in the task bar, locked, and opens nothing by itself. The entry lies among those of your "
            "desktop and names the app, never your records."
        )
    return _("This system has settings of its own for that. Help says how: Starting VitalShift when you log in.")
